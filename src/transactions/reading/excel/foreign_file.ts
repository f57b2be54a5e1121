import { Buffer } from "node:buffer";
import { InputError } from "../../../frames/errors.ts";

const OLE = [0xd0, 0xcf, 0x11, 0xe0], ZIP = [0x50, 0x4b, 0x03, 0x04];
const FIRST_PART = /^(\[Content_Types\]\.xml|mimetype|(_rels|docProps|customXml|xl|word|ppt)[/\\])/;

/** What other programs put into zip archives, by a name inside. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.bin$/, "a binary Excel workbook (.xlsb)"],
  [/^word\//, "a Word document"],
  [/^ppt\//, "a PowerPoint presentation"],
  [/\.iwa$|^Index\.zip$/, "an Apple Numbers or Pages document"],
  [/^(mimetype|META-INF\/manifest\.xml)$/, "an OpenDocument file such as .ods"],
];

/**
 * Tells from its first bytes whether a file is meant as a workbook, even a damaged or an old one.
 *
 * @returns Whether `readExcelTables` can read it or say best why not; false for a zip archive of CSV.
 */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (startsWith(bytes, OLE)) return true;
  if (!startsWith(bytes, ZIP) || bytes.length < 30) return false;
  const nameBytes = bytes[26] | bytes[27] << 8;
  return FIRST_PART.test(new TextDecoder().decode(bytes.subarray(30, 30 + nameBytes)));
}

/**
 * Refuses a file that is no zip archive and so no .xlsx.
 *
 * @throws {InputError} Unless it begins as a zip archive.
 */
export function refuseUnlessZip(bytes: Uint8Array, source: string): void {
  if (startsWith(bytes, ZIP)) return;
  if (bytes.length === 0) throw new InputError(`${source} is empty.`);
  if (!startsWith(bytes, OLE)) {
    throw new InputError(`${source} is not an Excel workbook (.xlsx): save it as .xlsx or CSV.`);
  }
  // An encrypted .xlsx is wrapped in the old container, in a stream of this name ([MS-OFFCRYPTO]).
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .includes(Buffer.from("EncryptedPackage", "utf16le"));
  throw new InputError(
    isEncrypted
      ? `${source} is protected by a password: save it without one as .xlsx or CSV.`
      : `${source} is an old Excel workbook (.xls): save it as .xlsx or CSV.`,
  );
}

/** The refusal of a zip archive that is no .xlsx workbook. */
export function noWorkbook(names: readonly string[], source: string): InputError {
  const kind = KINDS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
  if (kind) {
    return new InputError(`${source} is ${kind}, not an .xlsx workbook: save it as .xlsx or CSV.`);
  }
  const files = names.filter((name) => !/[/\\]$/.test(name));
  const held = files.slice(0, 3).join(", ") + (files.length > 3 ? ", …" : "");
  return new InputError(
    `${source} is a zip archive (${held || "empty"}), not an Excel workbook: unpack it and name ` +
      `the table inside.`,
  );
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
