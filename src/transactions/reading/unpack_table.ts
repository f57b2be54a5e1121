import { gunzipSync } from "node:zlib";
import { InputError } from "../input_error.ts";
import { listZip, readZipMember, tooLarge } from "./read_zip_member.ts";

/** A table's bytes, ready to be read. */
export interface UnpackedTable {
  readonly bytes: Uint8Array;
  readonly format: "csv" | "parquet";
}

type Unpack = (bytes: Uint8Array, source: string, most: number) => UnpackedTable;

/** How each kind of file is told by its first bytes, and what becomes of it. */
const FORMATS: readonly { readonly signature: readonly number[]; readonly unpack: Unpack }[] = [
  { signature: [0x50, 0x41, 0x52, 0x31], unpack: (bytes) => ({ bytes, format: "parquet" }) },
  { signature: [0x1f, 0x8b], unpack: unpackGzip },
  { signature: [0x50, 0x4b, 0x03, 0x04], unpack: unpackZip },
  { signature: [], unpack: (bytes) => ({ bytes, format: "csv" }) }, // whatever it is, no other
];

/**
 * Takes a table out of what it is packed in: nothing, gzip, or a zip archive that holds one CSV.
 *
 * The bytes tell what they are; names and declared types do not matter.
 *
 * @param bytes A file's content.
 * @param source Its name, for messages.
 * @param most Bytes above which the unpacked table is refused. Default: 2²⁹.
 * @returns The table as CSV or Parquet.
 * @throws {InputError} If the file is damaged, unpacks to too much, or holds no CSV.
 *
 * @example
 * ```ts
 * import { gzipSync } from "node:zlib";
 * import { unpackTable } from "./unpack_table.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const text = new TextEncoder().encode("id,name\n1,lamp\n");
 * assertEquals(unpackTable(gzipSync(text), "names.csv.gz").bytes.length, text.length);
 * ```
 */
export function unpackTable(bytes: Uint8Array, source: string, most = 2 ** 29): UnpackedTable {
  const { unpack } = FORMATS.find(({ signature }) => signature.every((b, i) => bytes[i] === b))!;
  return unpack(bytes, source, most);
}

function unpackGzip(bytes: Uint8Array, source: string, most: number): UnpackedTable {
  let content: Uint8Array;
  try {
    content = gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(source, most);
    throw new InputError(`${source} is a damaged gzip file: get it again.`);
  }
  return unpackTable(content, source, most);
}

function unpackZip(bytes: Uint8Array, source: string, most: number): UnpackedTable {
  const members = listZip(bytes, source);
  const tables = members.filter(({ name }) => /\.csv$/i.test(name) && !/^__MACOSX\//.test(name));
  if (tables.length === 1) {
    return { bytes: readZipMember(bytes, tables[0], most, source), format: "csv" };
  }
  const held = members.slice(0, 5).map(({ name }) => name).join(", ") || "nothing";
  throw new InputError(
    `${source} is a zip archive with ${
      tables.length || "no"
    } CSV files in it (it holds ${held}): ` +
      `give the CSV itself.`,
  );
}
