import pl, { type DataFrame } from "nodejs-polars";
import type { CodedTexts } from "../coded.ts";

/** A table in which every value is the text that stands there, empty where there is none. */
export interface TextTable {
  /** The columns' names. */
  readonly header: readonly string[];
  readonly height: number;
  /** The column of a name in the header; the first one if names are repeated. */
  readonly column: (name: string) => CodedTexts;
}

/**
 * Makes a table of columns.
 *
 * @param header The columns' names.
 * @param columns One per name, all of the same height.
 * @returns The table.
 *
 * @example
 * ```ts
 * import { encodeTexts } from "../coded.ts";
 * import { tableOf } from "./text_table.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const table = tableOf(["id"], [encodeTexts(["7", "8"])]);
 * assertEquals([table.height, table.column("id").values], [2, ["7", "8"]]);
 * ```
 */
export function tableOf(header: readonly string[], columns: readonly CodedTexts[]): TextTable {
  return {
    header,
    height: columns[0].codes.length,
    column: (name) => columns[header.indexOf(name)],
  };
}

/**
 * Takes the texts of a dataframe, column by column as they are asked for.
 *
 * @param frame Any dataframe; numbers and dates become the texts that Polars makes of them.
 * @returns The same table, nulls as empty texts.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { textTable } from "./text_table.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { header, column } = textTable(pl.DataFrame({ id: ["b", null, "b"], pieces: [1, 2, 3] }));
 * assertEquals(header, ["id", "pieces"]);
 * const { codes, values } = column("id");
 * assertEquals(Array.from(codes, (code) => values[code]), ["b", "", "b"]);
 * ```
 */
export function textTable(frame: DataFrame): TextTable {
  return { header: frame.columns, height: frame.height, column: (name) => textsOf(frame, name) };
}

function textsOf(frame: DataFrame, name: string): CodedTexts {
  const coded = frame
    .select(pl.col(name).cast(pl.Utf8).fillNull(pl.lit("")).cast(pl.Categorical).alias(TEXT))
    .withColumns(pl.col(TEXT).cast(pl.UInt32).alias(CODE));
  const distinct = coded.unique({ subset: [CODE] }).sort(CODE);
  const texts = distinct.select(pl.col(TEXT).cast(pl.Utf8)).getColumn(TEXT).toArray() as string[];
  const numbers = distinct.getColumn(CODE).toTypedArray() as Uint32Array;
  // Polars numbers texts over all columns that it holds at the time.
  const place = new Int32Array((numbers.at(-1) ?? -1) + 1);
  numbers.forEach((number, i) => place[number] = i);
  const codes = coded.getColumn(CODE).toTypedArray() as Uint32Array;
  return { codes: Int32Array.from(codes, (number) => place[number]), values: texts };
}

const TEXT = "text", CODE = "code";
