import { InputError } from "../../../frames/errors.ts";
import type { ReadingNote } from "../../interpretation/reading_note.ts";
import { decodeText } from "../text/decode_text.ts";
import type { TextTable } from "../text_table.ts";
import { flatRecords } from "./flat_records.ts";
import { type JsonRecord, jsonRecords } from "./json_records.ts";
import { recordTable } from "./record_table.ts";

/** The table of a JSON file. */
export interface JsonTable {
  readonly table: TextTable;
  /** The number of each row's object; the physical line in JSON lines. */
  readonly lines: Int32Array;
  readonly notes: readonly ReadingNote[];
}

/** Bytes of JSON that are taken apart at once. */
const MOST_BYTES = 512 * 2 ** 20;

/**
 * Reads JSON as a table: a list of flat objects, alone or as the only list in an object, or one object
 * per line. An object within an object gives columns such as `customer.id`; a list of items within an
 * order gives one row per item, which repeats the order's fields.
 *
 * @param bytes The file's bytes.
 * @param source Its name, for messages.
 * @returns The table, numbers with all digits that stand in the file.
 * @throws {InputError} If it is no JSON, holds no list of objects, or is larger than 512 MB.
 */
export function readJson(bytes: Uint8Array<ArrayBuffer>, source: string): JsonTable {
  if (bytes.length > MOST_BYTES) {
    throw new InputError(`${source} is JSON of more than 512 MB: save it as CSV or Parquet.`);
  }
  const { bytes: decoded, encoding } = decodeText(bytes);
  const records: readonly JsonRecord[] = jsonRecords(
    new TextDecoder(encoding).decode(decoded),
    source,
  );
  const { rows, lines, notes } = flatRecords(records, source);
  return { table: recordTable(rows), lines, notes };
}
