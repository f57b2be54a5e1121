import { hitsAt, meanOver } from "./hits_at.ts";

/**
 * The mean average precision (MAP): for every right item among the first k predictions the share of
 * right ones up to there, summed, over the most that could be right; averaged over customers.
 *
 * Source: Manning, Raghavan, Schütze, "Introduction to Information Retrieval" (2008), section 8.4,
 * cut off at k.
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
 * import { averagePrecisionAt } from "./average_precision_at.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Right at places 1 and 4 of 4: (1 / 1 + 2 / 4) / 2.
 * assertEquals(averagePrecisionAt([new Set(["a", "b"])], [["a", "x", "y", "b"]], 4), 0.75);
 * ```
 */
export function averagePrecisionAt<Item>(
  truth: readonly ReadonlySet<Item>[],
  predictions: readonly (readonly Item[])[],
  k: number,
): number {
  return meanOver(hitsAt(truth, predictions, k), ({ relevant, hits }) => {
    let found = 0;
    let sum = 0;
    hits.forEach((hit, i) => {
      if (hit) sum += ++found / (i + 1);
    });
    return sum / Math.min(k, relevant);
  });
}
