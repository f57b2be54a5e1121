import { checkBothClasses } from "./check_pairs.ts";
import { thresholdCounts } from "./threshold_counts.ts";

/** One point of a ROC curve. */
export interface RocPoint {
  /** Share of the rows of class 0 whose score is at least the threshold. */
  readonly false_positive_rate: number;
  /** Share of the rows of class 1 whose score is at least the threshold. */
  readonly true_positive_rate: number;
  /** The score from which on a row counts as class 1; Infinity at the first point. */
  readonly threshold: number;
}

/**
 * The receiver operating characteristic: what each threshold of a score finds, and what it costs.
 *
 * @param truth True classes, 0 or 1.
 * @param scores Higher for rows that are likelier of class 1.
 * @returns One point per distinct score, from (0, 0) to (1, 1).
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If a class is missing or neither 0 nor 1, or a score is NaN or infinite.
 *
 * @example
 * ```ts
 * import { rocCurve } from "./roc_curve.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(rocCurve([0, 1], [0.2, 0.9]), [
 *   { false_positive_rate: 0, true_positive_rate: 0, threshold: Infinity },
 *   { false_positive_rate: 0, true_positive_rate: 1, threshold: 0.9 },
 *   { false_positive_rate: 1, true_positive_rate: 1, threshold: 0.2 },
 * ]);
 * ```
 */
export function rocCurve(truth: ArrayLike<number>, scores: ArrayLike<number>): RocPoint[] {
  const doing = "Drawing a ROC curve";
  const { thresholds, truePositives, falsePositives } = thresholdCounts(doing, truth, scores);
  const last = thresholds.length - 1;
  checkBothClasses(doing, truePositives[last], falsePositives[last]);
  const points = [{ false_positive_rate: 0, true_positive_rate: 0, threshold: Infinity }];
  thresholds.forEach((threshold, i) =>
    points.push({
      false_positive_rate: falsePositives[i] / falsePositives[last],
      true_positive_rate: truePositives[i] / truePositives[last],
      threshold,
    })
  );
  return points;
}
