import pl, { type Expr } from "nodejs-polars";

/**
 * Adds a column of amounts in whole millionths, so that the sum is exact and depends neither on the
 * order of rows nor on the number of threads; see `LARGEST_AMOUNT`.
 *
 * @param column A numeric column; each value at most `LARGEST_AMOUNT` in size.
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
  // Whole parts and millionths are added apart: together they would overflow 64 bits.
  const whole = values.floor();
  const millionths = values.sub(whole).mul(1e6).round({ decimals: 0 }).cast(pl.Int64).sum();
  const carried = millionths.cast(pl.Float64).div(1e6).floor().cast(pl.Int64);
  const wholes = whole.cast(pl.Int64).sum().add(carried).cast(pl.Float64);
  const rest = decimals(millionths.cast(pl.Float64).sub(carried.cast(pl.Float64).mul(1e6)));
  const total = wholes.add(rest);
  // Above, the nearest number has fewer decimals, and rounding would change it.
  return pl.when(wholes.abs().lt(1e9)).then(total.round({ decimals: 6 })).otherwise(total);
}

/** Polars divides by multiplying with the inverse; rounding restores the nearest decimal. */
function decimals(millionths: Expr): Expr {
  return millionths.div(1e6).round({ decimals: 6 });
}
