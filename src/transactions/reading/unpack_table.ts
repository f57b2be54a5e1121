import { gunzipSync } from "node:zlib";
import { InputError } from "../../frames/errors.ts";
import { isWorkbook } from "./excel/foreign_file.ts";
import { openZip } from "./zip/open_zip.ts";
import { tooLarge, ZIP_LIMITS } from "./zip/zip_directory.ts";

/** A table's bytes, ready to be read. */
export interface UnpackedTable {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly format: "csv" | "json" | "parquet" | "excel";
}

const PARQUET = [0x50, 0x41, 0x52, 0x31], GZIP = [0x1f, 0x8b], ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Bytes in which JSON shows what it is. */
const HEAD = 1 << 10;
const TABLE = /^(?!__MACOSX\/).*\.(csv|tsv|parquet|xlsx|json|jsonl|ndjson)$/i;

/**
 * Takes a table out of what it is packed in: nothing, gzip, or a zip archive that holds one table.
 *
 * The bytes tell what they are; a name matters only inside a zip archive, to find the table there.
 *
 * @param most Bytes above which the unpacked table is refused. Default: 2³⁰.
 * @returns The table as CSV (whatever is nothing else), JSON, Parquet or Excel.
 * @throws {InputError} If the file is damaged, packed twice, unpacks to too much, or holds no table.
 */
export function unpackTable(
  bytes: Uint8Array<ArrayBuffer>,
  source: string,
  most: number = ZIP_LIMITS.unpacked,
): UnpackedTable {
  const unpacked = unpackOnce(bytes, source, most);
  if (isWorkbook(unpacked)) return { bytes: unpacked, format: "excel" };
  if (startsWith(unpacked, GZIP) || startsWith(unpacked, ZIP)) {
    throw new InputError(`${source} is compressed twice: unpack it once and name the result.`);
  }
  if (startsWith(unpacked, PARQUET)) return { bytes: unpacked, format: "parquet" };
  return { bytes: unpacked, format: isJson(unpacked) ? "json" : "csv" };
}

/** Never more than once: there are archives that unpack to themselves, for ever. */
function unpackOnce(bytes: Uint8Array<ArrayBuffer>, source: string, most: number) {
  if (startsWith(bytes, GZIP)) return gunzip(bytes, source, most);
  if (startsWith(bytes, ZIP) && !isWorkbook(bytes)) return onlyTable(bytes, source, most);
  return bytes;
}

function gunzip(bytes: Uint8Array, source: string, most: number): Uint8Array<ArrayBuffer> {
  try {
    const { buffer, byteOffset, length } = gunzipSync(bytes, { maxOutputLength: most });
    return new Uint8Array(buffer as ArrayBuffer, byteOffset, length);
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(source, most);
    throw new InputError(`${source} is a damaged gzip file: download or copy it again.`);
  }
}

function onlyTable(bytes: Uint8Array, source: string, most: number): Uint8Array<ArrayBuffer> {
  const archive = openZip(bytes, source, { ...ZIP_LIMITS, unpacked: most });
  const tables = archive.names.filter((name) => TABLE.test(name));
  if (tables.length === 1) return archive.read(tables[0]);
  const held = archive.names.slice(0, 5).join(", ") || "nothing";
  throw new InputError(
    `${source} is a zip archive with ${tables.length || "no"} tables in it (it holds ${held}): ` +
      `give the CSV or the workbook itself.`,
  );
}

/** A list of objects, lists or texts, or an object: no header begins so. */
function isJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, HEAD));
  return /^\s*(\[\s*[[{\]]|\{\s*["}])/.test(start);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
