import { thresholdCounts } from "./threshold_counts.ts";

/** One point of a precision–recall curve. */
export interface PrecisionRecallPoint {
  /** Share of class 1 among the rows whose score is at least the threshold; 1 at the first point. */
  readonly precision: number;
  /** Share of the rows of class 1 whose score is at least the threshold. */
  readonly recall: number;
  /** The score from which on a row counts as class 1; Infinity at the first point. */
  readonly threshold: number;
}

/**
 * Precision and recall at each threshold of a score: how pure the found rows are, and how many of
 * all they are.
 *
 * @param truth True classes, 0 or 1.
 * @param scores Higher for rows that are likelier of class 1.
 * @returns One point per distinct score, highest first, after the point of recall 0 where nothing is
 *   found yet and precision is 1 by convention.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If no row is of class 1, a class is neither 0 nor 1, or a score is NaN or
 *   infinite.
 *
 * @example
 * ```ts
 * import { precisionRecallCurve } from "./precision_recall_curve.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(precisionRecallCurve([0, 1, 1], [0.2, 0.9, 0.2]), [
 *   { precision: 1, recall: 0, threshold: Infinity },
 *   { precision: 1, recall: 0.5, threshold: 0.9 },
 *   { precision: 2 / 3, recall: 1, threshold: 0.2 },
 * ]);
 * ```
 */
export function precisionRecallCurve(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
): PrecisionRecallPoint[] {
  const doing = "Drawing a precision–recall curve";
  const { thresholds, truePositives, falsePositives } = thresholdCounts(doing, truth, scores);
  const positives = truePositives[truePositives.length - 1];
  if (positives === 0) throw new RangeError(`${doing}: no row is of class 1.`);
  const points = [{ precision: 1, recall: 0, threshold: Infinity }];
  thresholds.forEach((threshold, i) =>
    points.push({
      precision: truePositives[i] / (truePositives[i] + falsePositives[i]),
      recall: truePositives[i] / positives,
      threshold,
    })
  );
  return points;
}
