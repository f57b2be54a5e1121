import type { DataFrame, Expr, Series } from "nodejs-polars";

/**
 * Computes a value once per distinct text of a column and gives it to every line: a file repeats few
 * ids and dates on many lines.
 *
 * @param lines Any dataframe.
 * @param column A column without nulls.
 * @param valueOf Makes one value per row of a frame that holds the column's distinct texts, sorted.
 * @returns One value per line, under the column's name.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { perDistinct } from "./per_distinct.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({ id: ["b", "a", "b"] });
 * const upper = perDistinct(lines, "id", () => pl.col("id").str.toUpperCase());
 * assertEquals(upper.toArray(), ["B", "A", "B"]);
 * ```
 */
export function perDistinct(
  lines: DataFrame,
  column: string,
  valueOf: (distinct: DataFrame) => Expr | Series,
): Series {
  const texts = lines.select(column);
  const distinct = texts.unique().sort(column);
  const values = distinct.withColumns(valueOf(distinct).alias("value"));
  return texts.lazy()
    .join(values.lazy(), { on: column, how: "left" })
    .select("value") // the texts themselves are not copied
    .collectSync().getColumn("value").alias(column);
}
