import { finiteRows } from "../figures/drawing/finite_rows.ts";
import type { TopProductsRow } from "../figures/assortment/top_products_chart.ts";
import { countOf } from "../words/numbers.ts";
import { formatMoney } from "../words/money.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads the chart of products: what sells for most, and from how many pieces.
 *
 * @param rows One row per product, in any order.
 * @param currency Sign or code of the currency.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readTopProducts } from "./read_top_products.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readTopProducts([
 *     { product_id: "1", description: "LANTERN", revenue: 100, quantity: 50 },
 *     { product_id: "2", description: "CAKESTAND", revenue: 300, quantity: 20 },
 *   ]),
 *   "CAKESTAND brings the most, 300 from 20 pieces; LANTERN follows with 100 from 50 pieces.",
 * );
 * ```
 */
export function readTopProducts(rows: readonly TopProductsRow[], currency?: string): string {
  const products = finiteRows(rows, "revenue", "quantity").sort((a, b) =>
    b.revenue - a.revenue || (a.product_id < b.product_id ? -1 : 1)
  );
  if (products.length === 0) return NO_DATA;
  const tell = (row: TopProductsRow) =>
    `${formatMoney(row.revenue, currency)} from ${countOf(row.quantity, "piece")}`;
  const name = (row: TopProductsRow) => row.description || row.product_id;
  const [first, second] = products;
  return `${name(first)} brings the most, ${tell(first)}` +
    (second === undefined ? "." : `; ${name(second)} follows with ${tell(second)}.`);
}
