import pl, { type Expr } from "nodejs-polars";

/**
 * Says which lines sell a product that has a name: services are none, and neither is what a file
 * without products sells.
 *
 * @returns A Boolean expression over the columns `product_id` and `is_service`.
 */
export function isProduct(): Expr {
  return pl.col("is_service").not().and(pl.col("product_id").neq(pl.lit("")));
}
