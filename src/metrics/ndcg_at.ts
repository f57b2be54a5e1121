import { hitsAt, meanOver } from "./hits_at.ts";

/**
 * The normalised discounted cumulative gain: right items among the first k predictions, worth
 * 1 / log₂(place + 1) each, relative to the best possible list; averaged over customers.
 *
 * Source: Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques" (2002), with
 * binary relevance.
 *
 * @param truth One set of right items per customer; customers with an empty set are left out.
 * @param predictions One list of items per customer, best first.
 * @param k How many predictions of each list count.
 * @returns A share in [0, 1]; 1 where the first min(k, right items) predictions are all right.
 * @throws {TypeError} If truth and predictions differ in length.
 * @throws {RangeError} If k is not a positive integer, or no customer has a right item.
 *
 * @example
 * ```ts
 * import { ndcgAt } from "./ndcg_at.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(ndcgAt([new Set(["a"])], [["a", "b"]], 2), 1);
 * assertEquals(ndcgAt([new Set(["a"])], [["x", "y", "a"]], 3), 0.5);
 * ```
 */
export function ndcgAt<Item>(
  truth: readonly ReadonlySet<Item>[],
  predictions: readonly (readonly Item[])[],
  k: number,
): number {
  return meanOver(hitsAt(truth, predictions, k), ({ relevant, hits }) => {
    const best = new Array<boolean>(Math.min(k, relevant)).fill(true);
    return discountedGain(hits) / discountedGain(best);
  });
}

function discountedGain(hits: readonly boolean[]): number {
  let gain = 0;
  hits.forEach((hit, i) => {
    if (hit) gain += 1 / Math.log2(i + 2);
  });
  return gain;
}
