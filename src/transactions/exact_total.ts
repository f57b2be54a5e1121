import pl, { type Expr } from "nodejs-polars";

/**
 * Adds a column of decimals with up to six digits exactly, so that the sum depends neither on the
 * order of rows nor on the number of threads.
 *
 * @param column A numeric column; each value below 9 × 10^9 in size.
 * @returns An aggregating expression named like the column.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { exactTotal } from "./exact_total.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({ revenue: [0.1, 0.2, 0.3] });
 * assertEquals(lines.select(exactTotal("revenue")).row(0), [0.6]);
 * ```
 */
export function exactTotal(column: string): Expr {
  return exactTotalOf(pl.col(column)).alias(column);
}

/**
 * As {@linkcode exactTotal}, for an expression.
 *
 * @param values A numeric expression, null where a row does not count.
 * @returns An aggregating expression.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { exactTotalOf } from "./exact_total.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({ price: [0.1, 0.2], quantity: [3, 1] });
 * const total = exactTotalOf(pl.col("price").mul(pl.col("quantity"))).alias("total");
 * assertEquals(lines.select(total).row(0), [0.5]);
 * ```
 */
export function exactTotalOf(values: Expr): Expr {
  const millionths = values.mul(1e6).round({ decimals: 0 }).cast(pl.Int64);
  // Polars divides by multiplying with the inverse; rounding restores the nearest decimal.
  return millionths.sum().cast(pl.Float64).div(1e6).round({ decimals: 6 });
}
