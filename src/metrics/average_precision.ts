import { thresholdCounts } from "./threshold_counts.ts";

/**
 * The area under the precision–recall curve as a sum of steps: the mean precision at which each row
 * of class 1 is found (scikit-learn's `average_precision_score`; no interpolation between points,
 * which would flatter the score: Davis and Goadrich 2006).
 *
 * @param truth True classes, 0 or 1.
 * @param scores Higher for rows that are likelier of class 1; rows of equal score are found together.
 * @returns A share in (0, 1]; the share of class 1 is chance.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If no row is of class 1, a class is neither 0 nor 1, or a score is NaN or
 *   infinite.
 *
 * @example
 * ```ts
 * import { averagePrecision } from "./average_precision.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(averagePrecision([1, 0, 1, 0], [0.9, 0.8, 0.7, 0.1]), (1 + 2 / 3) / 2);
 * assertEquals(averagePrecision([1, 0, 0, 0], [0.5, 0.5, 0.5, 0.5]), 0.25);
 * ```
 */
export function averagePrecision(truth: ArrayLike<number>, scores: ArrayLike<number>): number {
  const doing = "Computing the average precision";
  const { truePositives, falsePositives } = thresholdCounts(doing, truth, scores);
  const positives = truePositives[truePositives.length - 1];
  if (positives === 0) throw new RangeError(`${doing}: no row is of class 1.`);
  let found = 0;
  let sum = 0;
  for (let i = 0; i < truePositives.length; i++) {
    const precision = truePositives[i] / (truePositives[i] + falsePositives[i]);
    sum += (truePositives[i] - found) * precision;
    found = truePositives[i];
  }
  return sum / positives;
}
