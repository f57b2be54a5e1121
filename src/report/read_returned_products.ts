import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { countOf, formatNumber } from "../words/numbers.ts";
import type { ReturnedProductsRow } from "../figures/returns/returned_products_chart.ts";
import { formatMoney } from "../words/money.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads the returned products: of which most value came back, and which most customers gave back.
 *
 * @param rows One row per product, in any order.
 * @param currency Sign or code of the currency.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readReturnedProducts } from "./read_returned_products.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const row = { sold: 100, returned_share: 0.5 };
 * assertEquals(
 *   readReturnedProducts([
 *     { ...row, product_id: "1", description: "JAR", returned: 90, customers: 1 },
 *     { ...row, product_id: "2", description: "CAKESTAND", returned: 9, customers: 16 },
 *   ]),
 *   "Of JAR most value came back, 90 from 1 customer; most customers, 16, gave CAKESTAND back: one " +
 *     "is an accident, many are a complaint.",
 * );
 * ```
 */
export function readReturnedProducts(
  rows: readonly ReturnedProductsRow[],
  currency?: string,
): string {
  const products = finiteRows(rows, "returned", "customers").sort((a, b) =>
    b.returned - a.returned || (a.product_id < b.product_id ? -1 : 1)
  );
  if (products.length === 0) return NO_DATA;
  const [first] = products;
  const widest = products.reduce((a, b) => (b.customers > a.customers ? b : a));
  const name = (row: ReturnedProductsRow) => row.description || row.product_id;
  const value =
    `Of ${name(first)} most value came back, ${formatMoney(first.returned, currency)} ` +
    `from ${countOf(first.customers, "customer")}`;
  if (widest === first) return `${value}; no other product shown was given back by more.`;
  return `${value}; most customers, ${formatNumber(widest.customers)}, gave ${
    name(widest)
  } back: one is an accident, many are a complaint.`;
}
