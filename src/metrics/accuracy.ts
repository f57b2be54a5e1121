import { confusionMatrix } from "./confusion_matrix.ts";

/**
 * The share of rows whose class was predicted rightly.
 *
 * @param truth True classes, 0 or 1.
 * @param predictions Predicted classes, 0 or 1.
 * @returns A share in [0, 1].
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a class is neither 0 nor 1.
 *
 * @example
 * ```ts
 * import { accuracy } from "./accuracy.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(accuracy([1, 0, 1, 0], [1, 0, 0, 0]), 0.75);
 * ```
 */
export function accuracy(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  const { true_positives, true_negatives } = confusionMatrix(truth, predictions);
  return (true_positives + true_negatives) / truth.length;
}
