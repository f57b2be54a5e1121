import { bestFirst } from "./best_first.ts";
import { ownedBy, type PurchaseHistories } from "./purchase_histories.ts";
import type { SimilarProducts } from "./similar_products.ts";

/** A product that goes with what a customer bought. */
export interface Discovery {
  /** Position of the product. */
  readonly product: number;
  /** Sum of its cosine similarities with the customer's products. */
  readonly score: number;
  /** Position of the customer's product that adds most to the score. */
  readonly source: number;
  /** Number of customers who bought both `product` and `source`. */
  readonly customersInCommon: number;
}

/** Ranks products for one customer, by row; see {@linkcode discoveryRanker}. */
export type DiscoveryRanker = (
  customer: number,
  count: number,
  options?: { readonly includeOwned?: boolean },
) => Discovery[];

/**
 * Prepares the ranking of products that go with what a customer bought.
 *
 * A product's score is the sum of the similarities of the customer's products that have it among
 * their neighbours. The buffers (one number per product) are made once and shared by all calls.
 *
 * Source: Deshpande, Karypis (2004), "Item-based top-N recommendation algorithms", section 4.
 *
 * @param histories Entries per customer and product.
 * @param similar Neighbours of the same products.
 * @returns A function of a customer's row and a count: up to that many products, best first, ties by
 * product id; products that the customer owns only with `includeOwned`.
 * @throws {TypeError} If the two speak of different numbers of products.
 *
 * @example
 * ```ts
 * import { discoveryRanker } from "./discovery_ranker.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const rank = discoveryRanker({
 *   customers: ["Ada"], products: ["CUP", "TEA"], offsets: Int32Array.of(0, 1),
 *   productIndices: Int32Array.of(0), purchases: Int32Array.of(1),
 *   lastPurchase: Float64Array.of(9), revenue: Float64Array.of(4),
 * }, {
 *   products: ["CUP", "TEA"], offsets: Int32Array.of(0, 1, 2), neighbours: Int32Array.of(1, 0),
 *   similarities: Float64Array.of(.5, .5), customersInCommon: Int32Array.of(3, 3),
 * });
 * assertEquals(rank(0, 10), [{ product: 1, score: .5, source: 0, customersInCommon: 3 }]);
 * ```
 */
export function discoveryRanker(
  histories: PurchaseHistories,
  similar: SimilarProducts,
): DiscoveryRanker {
  const n = histories.products.length;
  if (similar.products.length !== n) {
    throw new TypeError(
      `Ranking discoveries: the histories have ${n} products, the neighbours ${similar.products.length}.`,
    );
  }
  const score = new Float64Array(n);
  const source = new Int32Array(n);
  const sourceSimilarity = new Float64Array(n);
  const sourceCommon = new Int32Array(n);
  const owned = new Uint8Array(n);
  const touched = new Int32Array(n);

  return (customer, count, { includeOwned = false } = {}) => {
    const bought = ownedBy(histories, customer);
    let reached = 0;
    for (const product of bought) owned[product] = 1;
    for (const product of bought) {
      for (let e = similar.offsets[product]; e < similar.offsets[product + 1]; e++) {
        const neighbour = similar.neighbours[e];
        const similarity = similar.similarities[e];
        if (score[neighbour] === 0) touched[reached++] = neighbour;
        score[neighbour] += similarity;
        if (similarity > sourceSimilarity[neighbour]) {
          sourceSimilarity[neighbour] = similarity;
          source[neighbour] = product;
          sourceCommon[neighbour] = similar.customersInCommon[e];
        }
      }
    }
    const candidates = touched.subarray(0, reached)
      .filter((product) => includeOwned || owned[product] === 0);
    const ranking = Array.from(bestFirst(candidates, score, count), (product) => ({
      product,
      score: score[product],
      source: source[product],
      customersInCommon: sourceCommon[product],
    }));
    for (const product of bought) owned[product] = 0;
    for (let t = 0; t < reached; t++) score[touched[t]] = sourceSimilarity[touched[t]] = 0;
    return ranking;
  };
}
