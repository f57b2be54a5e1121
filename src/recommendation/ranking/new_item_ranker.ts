import { bestFirst } from "./best_first.ts";
import type { ItemScorer } from "./item_scorer.ts";
import { ownedBy, type PurchaseHistories } from "../matrix/purchase_histories.ts";

/** A product with its score. */
export interface ScoredProduct {
  /** Position of the product. */
  readonly product: number;
  /** Higher is better; above 0. */
  readonly score: number;
}

/** Options of {@linkcode newItemRanker}. */
export interface NewItemRankerOptions {
  /** What a product's score is multiplied by, at least 0, per product; default 1. */
  readonly factors?: Float64Array;
  /** 1 for products that may be ranked, else 0, per product; default all. */
  readonly offered?: Uint8Array;
  /** Whether the customer's own products are ranked too; default false. */
  readonly includeOwned?: boolean;
}

/**
 * Prepares the ranking of products by what goes with what a customer owns.
 *
 * @returns A function of a customer's row and a count: up to that many products with a score above 0,
 * best first, ties by product id.
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
  const isOwned = new Uint8Array(n);
  return (customer, count) => {
    const scores = scorer.scores(customer);
    const owned = includeOwned ? NONE : ownedBy(histories, customer);
    for (const product of owned) isOwned[product] = 1;
    let reached = 0;
    for (let j = 0; j < n; j++) {
      // In a large shop nearly all scores are 0: nothing else is looked at then.
      if (!(scores[j] > 0) || isOwned[j] === 1 || offered?.[j] === 0) continue;
      ranked[j] = factors ? scores[j] * factors[j] : scores[j];
      if (ranked[j] > 0) candidates[reached++] = j;
    }
    for (const product of owned) isOwned[product] = 0;
    const best = bestFirst(candidates.subarray(0, reached), ranked, count);
    return Array.from(best, (product) => ({ product, score: ranked[product] }));
  };
}

const NONE = new Int32Array(0);
