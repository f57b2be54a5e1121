import pl, { type DataFrame, type Expr, type Series } from "nodejs-polars";

/** The distinct texts of a column that holds each text once (`Categorical`). */
export interface DistinctTexts {
  /** One `Utf8` column under the column's name, sorted. */
  readonly texts: DataFrame;
  /** The row of `texts` for each of the numbers by which Polars knows them, 0 for numbers not used. */
  readonly rankOfCode: Int32Array;
}

/**
 * Finds the distinct texts of a column: a file repeats few ids and dates on many lines, and numbers
 * are compared and looked up faster than texts.
 *
 * @param lines Any dataframe.
 * @param column A `Categorical` column without nulls.
 * @returns Its texts, see {@linkcode DistinctTexts}.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { distinctTexts } from "./distinct_texts.ts";
 * import { textsHeldOnce } from "./texts_held_once.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = textsHeldOnce(pl.DataFrame({ id: ["b", "a", "b"] }));
 * assertEquals(distinctTexts(lines, "id").texts.getColumn("id").toArray(), ["a", "b"]);
 * ```
 */
export function distinctTexts(lines: DataFrame, column: string): DistinctTexts {
  const sorted = lines.select(column).unique()
    .select(pl.col(column).cast(pl.Utf8), codeOf(column).alias(CODE)).sort(column);
  const codes = sorted.getColumn(CODE).toTypedArray() as Uint32Array;
  const rankOfCode = new Int32Array(codes.reduce((most, code) => Math.max(most, code), -1) + 1);
  codes.forEach((code, rank) => rankOfCode[code] = rank);
  return { texts: sorted.select(column), rankOfCode };
}

/**
 * The texts, each in the place of the number by which Polars knows it.
 *
 * @param distinct See {@linkcode distinctTexts}.
 * @returns A `Utf8` series; see {@linkcode codeOf}.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { codeOf, distinctTexts, textsByCode } from "./distinct_texts.ts";
 * import { textsHeldOnce } from "./texts_held_once.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = textsHeldOnce(pl.DataFrame({ id: ["b", "a", "b"] }));
 * const texts = textsByCode(distinctTexts(lines, "id")).toArray();
 * const [code] = lines.select(codeOf("id")).getColumn("id").toArray();
 * assertEquals(texts[Number(code)], "b");
 * ```
 */
export function textsByCode({ texts, rankOfCode }: DistinctTexts): Series {
  const [column] = texts.columns;
  const rank = pl.Series("rank", rankOfCode, pl.Int32);
  return texts.select(pl.col(column).gather(rank)).getColumn(column);
}

/**
 * The rank of each line's text among the distinct ones.
 *
 * @param lines The lines of which these are the texts.
 * @param distinct See {@linkcode distinctTexts}.
 * @returns One rank per line; smaller means earlier in the alphabet.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { distinctTexts, ranksOf } from "./distinct_texts.ts";
 * import { textsHeldOnce } from "./texts_held_once.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = textsHeldOnce(pl.DataFrame({ id: ["b", "a", "b"] }));
 * assertEquals(ranksOf(lines, distinctTexts(lines, "id")), Int32Array.of(1, 0, 1));
 * ```
 */
export function ranksOf(lines: DataFrame, { texts, rankOfCode }: DistinctTexts): Int32Array {
  const [column] = texts.columns;
  const coded = lines.select(codeOf(column)).getColumn(column);
  const codes = coded.toTypedArray() as Uint32Array;
  const ranks = new Int32Array(codes.length);
  for (let line = 0; line < codes.length; line++) ranks[line] = rankOfCode[codes[line]];
  return ranks;
}

/**
 * The number by which Polars knows a text: the same for the same text, in no particular order.
 *
 * @param column A `Categorical` column.
 * @returns An expression of integers.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { codeOf } from "./distinct_texts.ts";
 * import { textsHeldOnce } from "./texts_held_once.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = textsHeldOnce(pl.DataFrame({ id: ["b", "a", "b"] }));
 * const [first, second, third] = lines.select(codeOf("id")).getColumn("id").toArray();
 * assertEquals([first === second, first === third], [false, true]);
 * ```
 */
export function codeOf(column: string): Expr {
  return pl.col(column).cast(pl.UInt32);
}

/** A name that no column has. */
const CODE = "\u0000code";
