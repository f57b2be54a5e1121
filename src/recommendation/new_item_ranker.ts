import { bestFirst } from "./best_first.ts";
import type { ItemScorer } from "./item_scorer.ts";
import { ownedBy, type PurchaseHistories } from "./purchase_histories.ts";

/** A product with its score. */
export interface ScoredProduct {
  /** Position of the product. */
  readonly product: number;
  /** Higher is better; above 0. */
  readonly score: number;
}

/** Options of {@linkcode newItemRanker}. */
export interface NewItemRankerOptions {
  /** What a product's score is multiplied by, per product; default 1. */
  readonly factors?: Float64Array;
  /** 1 for products that may be ranked, else 0, per product; default all. */
  readonly offered?: Uint8Array;
  /** Whether the customer's own products are ranked too; default false. */
  readonly includeOwned?: boolean;
}

/**
 * Prepares the ranking of products by what goes with what a customer owns.
 *
 * @param histories Entries per customer and product.
 * @param scorer Scores of the same products.
 * @param options Factors, and which products may be ranked.
 * @returns A function of a customer's row and a count: up to that many products with a score above 0,
 * best first, ties by product id.
 *
 * @example
 * ```ts
 * import { newItemRanker } from "./new_item_ranker.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const rank = newItemRanker(
 *   { products: ["CUP", "JAM", "TEA"], offsets: Int32Array.of(0, 1), productIndices: Int32Array.of(0) },
 *   { scores: () => Float64Array.of(9, 2, 3), source: () => 0 },
 *   { factors: Float64Array.of(1, 2, 1) },
 * );
 * assertEquals(rank(0, 10), [{ product: 1, score: 4 }, { product: 2, score: 3 }]);
 * ```
 */
export function newItemRanker(
  histories: Pick<PurchaseHistories, "products" | "offsets" | "productIndices">,
  scorer: ItemScorer,
  options: NewItemRankerOptions = {},
): (customer: number, count: number) => ScoredProduct[] {
  const { factors, offered, includeOwned = false } = options;
  const n = histories.products.length;
  const ranked = new Float64Array(n);
  const candidates = new Int32Array(n);
  return (customer, count) => {
    const scores = scorer.scores(customer);
    for (let j = 0; j < n; j++) {
      ranked[j] = offered?.[j] === 0 ? 0 : scores[j] * (factors?.[j] ?? 1);
    }
    if (!includeOwned) { for (const product of ownedBy(histories, customer)) ranked[product] = 0; }
    let reached = 0;
    for (let j = 0; j < n; j++) if (ranked[j] > 0) candidates[reached++] = j;
    const best = bestFirst(candidates.subarray(0, reached), ranked, count);
    return Array.from(best, (product) => ({ product, score: ranked[product] }));
  };
}
