import type { PurchaseHistories } from "./purchase_histories.ts";

/** Number of customers who bought each product. */
export interface ProductPopularity {
  /** Number of customers, per product. */
  readonly customers: Int32Array;
  /** Positions of the products on offer, the most popular first, ties by id. */
  readonly order: Int32Array;
}

/**
 * Counts the customers of each product: the plainest recommendation, and everyone's baseline.
 *
 * @param offered 1 for products that may be offered, else 0, per product; default all.
 * @returns Customers per product, and the products on offer in order of popularity.
 */
export function productPopularity(
  histories: PurchaseHistories,
  offered?: Uint8Array,
): ProductPopularity {
  const customers = new Int32Array(histories.products.length);
  for (const product of histories.productIndices) customers[product]++;
  const order = Int32Array.from(customers, (_, product) => product)
    .filter((product) => offered?.[product] !== 0)
    .sort((a, b) => customers[b] - customers[a] || a - b);
  return { customers, order };
}

/**
 * Picks the most popular products apart from some.
 *
 * @param count How many to pick at most.
 */
export function mostPopular(
  popularity: ProductPopularity,
  count: number,
  except: ReadonlySet<number> = new Set(),
): number[] {
  const picked: number[] = [];
  for (const product of popularity.order) {
    if (picked.length >= count) break;
    if (!except.has(product)) picked.push(product);
  }
  return picked;
}
