import pl, { type DataFrame, type Expr, type Series } from "nodejs-polars";
import type { DistinctTexts } from "./distinct_texts.ts";

/**
 * Computes a value once per distinct text of a column and gives it to every line.
 *
 * @param distinct The column's texts, see `distinctTexts`.
 * @param valueOf Makes one value per row of a frame that holds the texts, sorted.
 * @returns One value per line, under the column's name.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { distinctTexts } from "./distinct_texts.ts";
 * import { perDistinct } from "./per_distinct.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const [ids] = distinctTexts(pl.DataFrame({ id: ["b", "a", "b"] }), ["id"]);
 * const upper = perDistinct(ids, () => pl.col("id").str.toUpperCase());
 * assertEquals(upper.toArray(), ["B", "A", "B"]);
 * ```
 */
export function perDistinct(
  { texts, ranks }: DistinctTexts,
  valueOf: (texts: DataFrame) => Expr | Series,
): Series {
  const [name] = texts.columns;
  return texts.withColumns(valueOf(texts).alias(name))
    .select(pl.col(name).gather(pl.Series("rank", ranks, pl.Int32)))
    .getColumn(name);
}
