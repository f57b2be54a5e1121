import { checkBinary, checkPairs } from "./check_pairs.ts";

/** How many rows of each true class were predicted as each class. */
export interface ConfusionMatrix {
  /** Rows of class 1 predicted as 1. */
  readonly true_positives: number;
  /** Rows of class 0 predicted as 1. */
  readonly false_positives: number;
  /** Rows of class 1 predicted as 0. */
  readonly false_negatives: number;
  /** Rows of class 0 predicted as 0. */
  readonly true_negatives: number;
}

/**
 * Counts the rows by true and predicted class.
 *
 * @param truth True classes, 0 or 1.
 * @param predictions Predicted classes, 0 or 1.
 * @returns The four counts.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a class is neither 0 nor 1.
 *
 * @example
 * ```ts
 * import { confusionMatrix } from "./confusion_matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(confusionMatrix([1, 1, 0, 0, 0], [1, 0, 1, 0, 0]), {
 *   true_positives: 1,
 *   false_positives: 1,
 *   false_negatives: 1,
 *   true_negatives: 2,
 * });
 * ```
 */
export function confusionMatrix(
  truth: ArrayLike<number>,
  predictions: ArrayLike<number>,
): ConfusionMatrix {
  const doing = "Counting a confusion matrix";
  checkPairs(doing, truth, predictions);
  checkBinary(doing, truth);
  checkBinary(doing, predictions);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < truth.length; i++) counts[2 * truth[i] + predictions[i]]++;
  const [true_negatives, false_positives, false_negatives, true_positives] = counts;
  return { true_positives, false_positives, false_negatives, true_negatives };
}
