import pl, { type DataFrame, type Expr, type Series } from "nodejs-polars";
import { codeOf, type DistinctTexts } from "./distinct_texts.ts";

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
 * import { textsHeldOnce } from "./texts_held_once.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = textsHeldOnce(pl.DataFrame({ id: ["b", "a", "b"] }));
 * const upper = perDistinct(distinctTexts(lines, "id"), () => pl.col("id").str.toUpperCase());
 * assertEquals(lines.select(upper).getColumn("id").toArray(), ["B", "A", "B"]);
 * ```
 */
export function perDistinct(
  { texts, rankOfCode }: DistinctTexts,
  valueOf: (texts: DataFrame) => Expr | Series,
): Expr {
  const [column] = texts.columns;
  const byCode = texts.withColumns(valueOf(texts).alias(column))
    .select(pl.col(column).gather(pl.Series("rank", rankOfCode, pl.Int32))).getColumn(column);
  return lookedUp(byCode, codeOf(column)).alias(column);
}

/**
 * Looks up values by their place.
 *
 * @param values What to look up.
 * @param places An expression of integers, one per line.
 * @returns The value of each line; texts share the memory of `values`.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { lookedUp } from "./per_distinct.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const names = pl.Series("name", ["none", "one"], pl.Utf8);
 * const lines = pl.DataFrame({ place: [1, 0, 1] });
 * const found = lines.select(lookedUp(names, pl.col("place")).alias("name"));
 * assertEquals(found.getColumn("name").toArray(), ["one", "none", "one"]);
 * ```
 */
export function lookedUp(values: Series, places: Expr): Expr {
  return pl.lit(values).explode().gather(places); // Polars makes a list of the literal
}
