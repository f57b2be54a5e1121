import type { PurchaseHistories } from "../matrix/purchase_histories.ts";

/** What a product's customers are added to, so that a rare product's trend stays near 1. */
const PRIOR_CUSTOMERS = 5;

/**
 * How much more or less a product is bought lately than its customers of all time suggest: seasons,
 * novelties, and what is no longer sold.
 *
 * A product's share of recent customers over its share of all customers, each product given five
 * customers of the average trend beforehand.
 *
 * @param past Entries per customer and product, of all time.
 * @param recent Entries of the latest days only, among customers and products of `past`.
 * @returns A positive factor per product of `past`: 1 for the average, 2 for twice the customers that
 * were to be expected. All 1 where nothing is recent.
 */
export function productTrend(
  past: Pick<PurchaseHistories, "products" | "productIndices">,
  recent: Pick<PurchaseHistories, "products" | "productIndices">,
): Float64Array {
  if (recent.productIndices.length === 0) return new Float64Array(past.products.length).fill(1);
  const customers = new Float64Array(past.products.length);
  for (const product of past.productIndices) customers[product]++;
  const positionOf = new Map(past.products.map((id, product) => [id, product]));
  const positions = recent.products.map((id) => positionOf.get(id)!);
  const lately = new Float64Array(past.products.length);
  for (const product of recent.productIndices) lately[positions[product]]++;
  const scale = past.productIndices.length / recent.productIndices.length;
  return lately.map((count, product) =>
    (count * scale + PRIOR_CUSTOMERS) / (customers[product] + PRIOR_CUSTOMERS)
  );
}
