import pl, { type Expr } from "nodejs-polars";

/**
 * Says which lines sell a product that has a name: services are none, and neither is what a file
 * without products sells.
 *
 * @returns A Boolean expression over the columns `product_id` and `is_service`.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { isProduct } from "./is_product.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({ product_id: ["A", "POST", ""], is_service: [false, true, false] });
 * assertEquals(lines.filter(isProduct()).getColumn("product_id").toArray(), ["A"]);
 * ```
 */
export function isProduct(): Expr {
  return pl.col("is_service").not().and(pl.col("product_id").neq(pl.lit("")));
}
