import type { DataFrame } from "nodejs-polars";
import { exactTotal } from "../frames/exact_total.ts";
import { productNames } from "../transactions/product_names.ts";
import { isProduct } from "../transactions/is_product.ts";

/** Sales of one product. */
export interface ProductRow {
  readonly product_id: string;
  readonly description: string;
  readonly revenue: number;
  /** Items. */
  readonly quantity: number;
}

/**
 * The products with the largest revenue, services such as postage left out.
 *
 * @param sales Transaction lines.
 * @param count How many products.
 * @returns The largest revenue first; none where the file names no products.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { topProducts } from "./top_products.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sales = pl.DataFrame({
 *   product_id: ["A", "POST"], description: ["LAMP", "POSTAGE"], revenue: [5, 9], quantity: [1, 1],
 *   is_service: [false, true],
 * });
 * assertEquals(topProducts(sales), [
 *   { product_id: "A", description: "LAMP", revenue: 5, quantity: 1 },
 * ]);
 * ```
 */
export function topProducts(sales: DataFrame, count = 15): ProductRow[] {
  const top = sales.lazy()
    .filter(isProduct())
    .groupBy("product_id")
    .agg(exactTotal("revenue"), exactTotal("quantity"))
    .sort(["revenue", "product_id"], true)
    .head(count)
    .collectSync();
  const names = productNames(
    sales.select("product_id", "description").join(top, { on: "product_id", how: "semi" }),
  );
  return top.toRecords().map((row) => ({
    product_id: String(row.product_id),
    description: names.get(String(row.product_id)) ?? "",
    revenue: Number(row.revenue),
    quantity: Number(row.quantity),
  }));
}
