import { checkBothClasses } from "./check_pairs.ts";
import { thresholdCounts } from "./threshold_counts.ts";

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
  const doing = "Computing the area under a ROC curve";
  const { truePositives, falsePositives } = thresholdCounts(doing, truth, scores);
  let found = 0;
  let alarms = 0;
  // In half pairs, which are whole numbers: their sum is exact.
  let halfPairs = 0;
  for (let i = 0; i < truePositives.length; i++) {
    halfPairs += (falsePositives[i] - alarms) * (truePositives[i] + found);
    found = truePositives[i];
    alarms = falsePositives[i];
  }
  checkBothClasses(doing, found, alarms);
  return halfPairs / 2 / (found * alarms);
}
