import { checkBinary, checkPairs } from "./check_pairs.ts";

/** How many rows of either class reach each distinct score, highest first. */
export interface ThresholdCounts {
  /** The distinct scores, descending. */
  readonly thresholds: Float64Array;
  /** Rows of class 1 whose score is at least the threshold. */
  readonly truePositives: Int32Array;
  /** Rows of class 0 whose score is at least the threshold. */
  readonly falsePositives: Int32Array;
}

/**
 * Counts what each threshold of a score finds: the exact numbers behind the ROC curve, the
 * precision–recall curve and the lift table. Rows of equal score pass a threshold together, so the
 * order of the rows changes nothing.
 *
 * @param doing What was being done, to open the message: "Drawing a ROC curve".
 * @param truth True classes, 0 or 1.
 * @param scores Higher for rows that are likelier of class 1. Descending ones are counted in one
 *   pass.
 * @returns The counts; the last ones are the rows of class 1 and of class 0.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a class is neither 0 nor 1, or a score is NaN or
 *   infinite.
 *
 * @example
 * ```ts
 * import { thresholdCounts } from "./threshold_counts.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(thresholdCounts("Counting", [0, 1, 1], [0.2, 0.9, 0.2]), {
 *   thresholds: Float64Array.of(0.9, 0.2),
 *   truePositives: Int32Array.of(1, 2),
 *   falsePositives: Int32Array.of(0, 1),
 * });
 * ```
 */
export function thresholdCounts(
  doing: string,
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
): ThresholdCounts {
  checkPairs(doing, truth, scores);
  checkBinary(doing, truth);
  const ofClass1 = ascendingScores(truth, scores, 1);
  const ofClass0 = ascendingScores(truth, scores, 0);

  const thresholds = new Float64Array(scores.length);
  const truePositives = new Int32Array(scores.length);
  const falsePositives = new Int32Array(scores.length);
  let distinct = 0;
  // How many rows of either class lie below the threshold, which goes down both lists at once.
  let below1 = ofClass1.length;
  let below0 = ofClass0.length;
  while (below1 > 0 || below0 > 0) {
    const highest1 = below1 > 0 ? ofClass1[below1 - 1] : -Infinity;
    const highest0 = below0 > 0 ? ofClass0[below0 - 1] : -Infinity;
    const threshold = highest1 > highest0 ? highest1 : highest0;
    while (below1 > 0 && ofClass1[below1 - 1] === threshold) below1--;
    while (below0 > 0 && ofClass0[below0 - 1] === threshold) below0--;
    thresholds[distinct] = threshold;
    truePositives[distinct] = ofClass1.length - below1;
    falsePositives[distinct] = ofClass0.length - below0;
    distinct++;
  }
  return {
    thresholds: thresholds.subarray(0, distinct),
    truePositives: truePositives.subarray(0, distinct),
    falsePositives: falsePositives.subarray(0, distinct),
  };
}

/** The scores of one class, sorted only where they are not in order already. */
function ascendingScores(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
  ofClass: number,
): Float64Array {
  const found = new Float64Array(scores.length);
  let count = 0;
  let ordered = true;
  // From the last row, because callers who know the order put the highest score first.
  for (let row = scores.length - 1; row >= 0; row--) {
    if (truth[row] !== ofClass) continue;
    if (count > 0 && scores[row] < found[count - 1]) ordered = false;
    found[count++] = scores[row];
  }
  const ofThisClass = found.subarray(0, count);
  return ordered ? ofThisClass : ofThisClass.sort();
}
