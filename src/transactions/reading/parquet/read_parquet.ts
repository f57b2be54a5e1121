import { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";
import { sameText } from "../../coded.ts";
import { InputError } from "../../input_error.ts";
import { type TextTable, textTable } from "../text_table.ts";
import { checkParquet } from "./check_parquet.ts";

/**
 * Reads a Parquet file.
 *
 * @param bytes The file's bytes.
 * @param source Its name, for messages.
 * @param most Bytes above which the unpacked columns are refused.
 * @returns All columns, at least one row of them.
 * @throws {InputError} If the file is damaged, too large or has no rows.
 *
 * @example
 * ```ts
 * import type { Buffer } from "node:buffer";
 * import pl from "nodejs-polars";
 * import { readParquet } from "./read_parquet.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const bytes = new Uint8Array(pl.DataFrame({ id: ["a", "b"] }).writeParquet() as Buffer);
 * assertEquals(readParquet(bytes, "ids.parquet", 1e6).height, 2);
 * ```
 */
export function readParquet(bytes: Uint8Array, source: string, most: number): TextTable {
  let table: TextTable;
  try {
    const names = checkParquet(bytes, most);
    table = readColumns(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), names);
  } catch (error) {
    const reason = (error as Error).message;
    throw new InputError(
      `${source} begins like a Parquet file but cannot be read (${reason}): write it again.`,
    );
  }
  if (table.height === 0) throw new InputError(`${source} has columns but no rows.`);
  return table;
}

function readColumns(bytes: Buffer, names: readonly string[]): TextTable {
  try {
    return textTable(wholeFrame(pl.readParquet(bytes)));
  } catch (error) {
    if (!OTHER_TYPE.test((error as Error).message)) throw error;
    return withoutOtherTypes(bytes, names);
  }
}

/** What Polars says of types that it lacks: UUID and JSON, and decimals of more than 38 digits. */
const OTHER_TYPE = /^(cannot create series from Extension|precision must be between)/;

function withoutOtherTypes(bytes: Buffer, names: readonly string[]): TextTable {
  const isRead = (name: string) => {
    try {
      return pl.readParquet(bytes, { columns: [name], nRows: 1 }).width === 1;
    } catch {
      return false;
    }
  };
  const read = new Set(names.filter(isRead));
  if (read.size === 0) throw new RangeError("no column is of a known type");
  const table = textTable(wholeFrame(pl.readParquet(bytes, { columns: [...read] })));
  const held = "values of unknown type";
  return {
    header: names,
    height: table.height,
    column: (name) => read.has(name) ? table.column(name) : sameText(`(${held})`, table.height),
    holds: (name) => read.has(name) ? table.holds?.(name) : held,
  };
}

/** Polars does not look at the heights of columns whose values are damaged. */
function wholeFrame(frame: DataFrame): DataFrame {
  for (const name of frame.columns) {
    const { length } = frame.getColumn(name);
    if (length !== frame.height) {
      throw new RangeError(
        `its column "${name}" has ${length} rows where others have ${frame.height}`,
      );
    }
  }
  return frame;
}
