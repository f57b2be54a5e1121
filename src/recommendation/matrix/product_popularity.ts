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
 * @param histories Entries per customer and product.
 * @param offered 1 for products that may be offered, else 0, per product; default all.
 * @returns Customers per product, and the products on offer in order of popularity.
 *
 * @example
 * ```ts
 * import { productPopularity } from "./product_popularity.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { order } = productPopularity({
 *   customers: ["Ada", "Bob"], products: ["CUP", "TEA"], offsets: Int32Array.of(0, 2, 3),
 *   productIndices: Int32Array.of(0, 1, 1), purchases: Int32Array.of(5, 1, 1),
 *   lastPurchase: new Float64Array(3), revenue: new Float64Array(3),
 * });
 * assertEquals([...order], [1, 0]);
 * ```
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
 * @param popularity Products in order of popularity.
 * @param count How many to pick at most.
 * @param except Positions of products not to pick.
 * @returns Positions of products, the most popular first.
 *
 * @example
 * ```ts
 * import { mostPopular } from "./product_popularity.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const popularity = { customers: Int32Array.of(2, 9, 4), order: Int32Array.of(1, 2, 0) };
 * assertEquals(mostPopular(popularity, 2, new Set([2])), [1, 0]);
 * ```
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
