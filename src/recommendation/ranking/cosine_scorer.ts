import { type ItemScorer, itemScorer } from "./item_scorer.ts";
import type { PurchaseHistories } from "../matrix/purchase_histories.ts";
import type { SimilarProducts } from "../similarity/similar_products.ts";

/**
 * Scores products for customers by item similarity: the sum of the similarities of those of their
 * products that have it among their neighbours.
 *
 * Source: Deshpande, Karypis (2004), "Item-based top-N recommendation algorithms", section 4.
 *
 * @throws {TypeError} If the two speak of different numbers of products.
 */
export function cosineScorer(
  histories: Pick<PurchaseHistories, "products" | "offsets" | "productIndices">,
  similar: Pick<SimilarProducts, "products" | "offsets" | "neighbours" | "similarities">,
): ItemScorer {
  const n = histories.products.length;
  if (similar.products.length !== n) {
    throw new TypeError(
      `Scoring by similarity: the histories have ${n} products, the neighbours ${similar.products.length}.`,
    );
  }
  const { offsets, neighbours, similarities } = similar;
  return itemScorer(histories, (owned, scores) => {
    for (const product of owned) {
      for (let e = offsets[product]; e < offsets[product + 1]; e++) {
        scores[neighbours[e]] += similarities[e];
      }
    }
  }, (owned, product) => {
    for (let e = offsets[owned]; e < offsets[owned + 1]; e++) {
      if (neighbours[e] === product) return similarities[e];
    }
    return 0;
  });
}
