import type { EaseModel } from "../similarity/fit_ease.ts";
import { type ItemScorer, itemScorer } from "./item_scorer.ts";
import type { PurchaseHistories } from "../matrix/purchase_histories.ts";

/**
 * Scores products for customers by EASE: the sum of the weights of what they own, X·B.
 *
 * @returns A scorer of the customers' rows; products that take no part score 0.
 * @throws {TypeError} If the two speak of different numbers of products.
 */
export function easeScorer(
  histories: Pick<PurchaseHistories, "products" | "offsets" | "productIndices">,
  model: EaseModel,
): ItemScorer {
  const n = histories.products.length;
  if (model.products.length !== n) {
    throw new TypeError(
      `Scoring by EASE: the histories have ${n} products, the model ${model.products.length}.`,
    );
  }
  const { covered, weights: { rows: m, values } } = model;
  const rowOf = new Int32Array(n).fill(-1);
  covered.forEach((product, row) => rowOf[product] = row);
  const sums = new Float64Array(m);
  return itemScorer(histories, (owned, scores) => {
    sums.fill(0);
    for (const product of owned) {
      const row = rowOf[product];
      if (row < 0) continue;
      for (let j = 0, place = row * m; j < m; j++, place++) sums[j] += values[place];
    }
    for (let j = 0; j < m; j++) scores[covered[j]] = sums[j];
  }, (owned, product) => {
    const row = rowOf[owned], column = rowOf[product];
    return row < 0 || column < 0 ? 0 : values[row * m + column];
  });
}
