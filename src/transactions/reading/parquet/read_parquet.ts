import { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";
import { sameText } from "../../../frames/coded.ts";
import { InputError } from "../../../frames/errors.ts";
import { type TextTable, textTable } from "../text_table.ts";
import { checkParquet, type ParquetColumn } from "./check_parquet.ts";

/**
 * Reads a Parquet file.
 *
 * @param most Bytes above which the unpacked columns are refused.
 * @returns All columns, at least one row of them.
 * @throws {InputError} If the file is damaged, too large or has no rows.
 */
export function readParquet(bytes: Uint8Array, source: string, most: number): TextTable {
  let table: TextTable;
  try {
    const columns = checkParquet(bytes, most);
    table = readColumns(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), columns);
  } catch (error) {
    const reason = (error as Error).message;
    throw new InputError(
      `${source} looks like a Parquet file but cannot be read (${reason}): export it again.`,
    );
  }
  if (table.height === 0) throw new InputError(`${source} has columns but no rows.`);
  return table;
}

/** Only what is one value per row: the rest is not used, and Polars panics on damage in it. */
function readColumns(bytes: Buffer, columns: readonly ParquetColumn[]): TextTable {
  const held = new Map(columns.map(({ name, nested }) => [name, nested]));
  try {
    return tableOf(bytes, held);
  } catch (error) {
    if (!OTHER_TYPE.test((error as Error).message)) throw error;
    for (const [name, nested] of held) {
      if (nested === undefined && !isKnown(bytes, name)) held.set(name, "values of unknown type");
    }
    return tableOf(bytes, held);
  }
}

/** What Polars says of types that it lacks: UUID and JSON, and decimals of more than 38 digits. */
const OTHER_TYPE = /^(cannot create series from Extension|precision must be between)/;

function isKnown(bytes: Buffer, name: string): boolean {
  try {
    return pl.readParquet(bytes, { columns: [name], nRows: 1 }).width === 1;
  } catch {
    return false;
  }
}

function tableOf(bytes: Buffer, held: ReadonlyMap<string, string | undefined>): TextTable {
  const columns = [...held.keys()].filter((name) => held.get(name) === undefined);
  const isWhole = columns.length === held.size;
  if (columns.length === 0 && !isWhole) throw new RangeError("it has no column of a known type");
  const table = textTable(wholeFrame(pl.readParquet(bytes, isWhole ? {} : { columns })));
  if (isWhole) return table;
  const { height } = table, holds = (name: string) => held.get(name) ?? table.holds?.(name);
  return {
    header: [...held.keys()],
    height,
    column: (name) => held.get(name) ? sameText(`(${held.get(name)})`, height) : table.column(name),
    holds,
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
