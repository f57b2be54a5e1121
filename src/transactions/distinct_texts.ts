import pl, { type DataFrame, type Series } from "nodejs-polars";

/** The distinct texts of a column, and which of them each line has. */
export interface DistinctTexts {
  /** One column under the column's name, sorted. */
  readonly texts: DataFrame;
  /** Per line the row of `texts` that holds its text; smaller means earlier in the alphabet. */
  readonly ranks: Int32Array;
}

/**
 * Finds the distinct texts of columns: a file repeats few ids and dates on many lines, and numbers
 * are compared and looked up faster than texts.
 *
 * @param lines Any dataframe.
 * @param columns Text columns without nulls.
 * @returns Per column its texts, sorted, and the rank of each line's text among them.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { distinctTexts } from "./distinct_texts.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const [{ texts, ranks }] = distinctTexts(pl.DataFrame({ id: ["b", "a", "b"] }), ["id"]);
 * assertEquals(texts.getColumn("id").toArray(), ["a", "b"]);
 * assertEquals(ranks, Int32Array.of(1, 0, 1));
 * ```
 */
export function distinctTexts(lines: DataFrame, columns: readonly string[]): DistinctTexts[] {
  // Polars gives every text a number, the same for the same text, in no particular order.
  const codes = lines.lazy()
    .select(...columns.map((name) => pl.col(name).cast(pl.Categorical).cast(pl.UInt32)))
    .collectSync();
  return columns.map((name) => ranked(lines, name, codes.getColumn(name)));
}

function ranked(lines: DataFrame, name: string, coded: Series): DistinctTexts {
  const codes = coded.toTypedArray() as Uint32Array;
  const rankOfCode = new Int32Array(Number(coded.max() ?? -1) + 1).fill(-1);
  const firstLines: number[] = [];
  for (let line = 0; line < codes.length; line++) {
    if (rankOfCode[codes[line]] >= 0) continue;
    rankOfCode[codes[line]] = 0;
    firstLines.push(line);
  }
  const first = pl.Series(FIRST, Int32Array.from(firstLines), pl.Int32);
  const sorted = lines.select(pl.col(name).gather(first)).withColumns(first).sort(name);
  const sortedFirst = sorted.getColumn(FIRST).toTypedArray() as Int32Array;
  sortedFirst.forEach((line, rank) => rankOfCode[codes[line]] = rank);
  const ranks = new Int32Array(codes.length);
  for (let line = 0; line < codes.length; line++) ranks[line] = rankOfCode[codes[line]];
  return { texts: sorted.select(name), ranks };
}

/** A name that no column has. */
const FIRST = "\u0000first";
