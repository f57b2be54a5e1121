import { checkBinary, checkPairs } from "./check_pairs.ts";

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
  const counts = rocCounts(truth, scores);
  const all = counts[counts.length - 1];
  return counts.map(({ false_positives, true_positives, threshold }) => ({
    false_positive_rate: false_positives / all.false_positives,
    true_positive_rate: true_positives / all.true_positives,
    threshold,
  }));
}

/**
 * The points of a ROC curve as counts of rows, which are exact.
 *
 * @param truth True classes, 0 or 1.
 * @param scores Higher for rows that are likelier of class 1.
 * @returns For each threshold, how many rows of either class reach it.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If a class is missing or neither 0 nor 1, or a score is NaN or infinite.
 *
 * @example
 * ```ts
 * import { rocCounts } from "./roc_curve.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(rocCounts([0, 1, 1], [0.2, 0.9, 0.2]), [
 *   { false_positives: 0, true_positives: 0, threshold: Infinity },
 *   { false_positives: 0, true_positives: 1, threshold: 0.9 },
 *   { false_positives: 1, true_positives: 2, threshold: 0.2 },
 * ]);
 * ```
 */
export function rocCounts(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
): { false_positives: number; true_positives: number; threshold: number }[] {
  const doing = "Drawing a ROC curve";
  checkPairs(doing, truth, scores);
  checkBinary(doing, truth);

  const highestFirst = Array.from({ length: scores.length }, (_, i) => i)
    .sort((a, b) => scores[b] - scores[a]);
  const points = [{ false_positives: 0, true_positives: 0, threshold: Infinity }];
  let found = 0;
  highestFirst.forEach((row, i) => {
    found += truth[row];
    const tied = i + 1 < scores.length && scores[highestFirst[i + 1]] === scores[row];
    if (tied) return;
    points.push({
      false_positives: i + 1 - found,
      true_positives: found,
      threshold: scores[row],
    });
  });
  if (found === 0 || found === truth.length) {
    throw new RangeError(`${doing}: every row is of class ${found === 0 ? 0 : 1}.`);
  }
  return points;
}
