import { rocCounts } from "./roc_curve.ts";

/**
 * The area under the ROC curve: the probability that a row of class 1 scores higher than one of
 * class 0, a tie counting one half.
 *
 * @param truth True classes, 0 or 1.
 * @param scores Higher for rows that are likelier of class 1.
 * @returns A share in [0, 1]; .5 is chance.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If a class is missing or neither 0 nor 1, or a score is NaN or infinite.
 *
 * @example
 * ```ts
 * import { rocAuc } from "./roc_auc.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(rocAuc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]), 0.75);
 * assertEquals(rocAuc([0, 1], [0.5, 0.5]), 0.5);
 * ```
 */
export function rocAuc(truth: ArrayLike<number>, scores: ArrayLike<number>): number {
  const points = rocCounts(truth, scores);
  let pairs = 0;
  for (let i = 1; i < points.length; i++) {
    const width = points[i].false_positives - points[i - 1].false_positives;
    pairs += width * (points[i].true_positives + points[i - 1].true_positives) / 2;
  }
  const all = points[points.length - 1];
  return pairs / (all.false_positives * all.true_positives);
}
