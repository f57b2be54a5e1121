import pl, { type Expr } from "nodejs-polars";

/**
 * Adds a column of amounts in whole millionths, so that the sum is exact and depends neither on the
 * order of rows nor on the number of threads; see `LARGEST_AMOUNT`.
 *
 * @param column A numeric column; each value at most `LARGEST_AMOUNT` in size.
 */
export function exactTotal(column: string): Expr {
  return exactTotalOf(pl.col(column)).alias(column);
}

/**
 * As {@linkcode exactTotal}, for an expression.
 *
 * @param values A numeric expression, null where a row does not count.
 */
export function exactTotalOf(values: Expr): Expr {
  // Added up in two parts, each evaluated once: together they would overflow 64 bits.
  const large = values.div(PART).floor();
  const small = values.sub(large.mul(PART)).mul(1e6).round({ decimals: 0 });
  const total = large.sum().mul(PART * 1e6)
    .add(small.cast(pl.Int64).sum().cast(pl.Float64));
  // Polars divides by a literal by multiplying with its inverse, which is not the nearest number.
  return total.div(pl.len().mul(0).add(1e6));
}

/** A power of two: dividing by it loses nothing. */
const PART = 1024;
