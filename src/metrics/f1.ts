import { confusionMatrix } from "./confusion_matrix.ts";

/**
 * The harmonic mean of precision and recall.
 *
 * @param truth True classes, 0 or 1.
 * @param predictions Predicted classes, 0 or 1.
 * @returns A share in [0, 1]; 0 where no row of class 1 was found.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a class is neither 0 nor 1.
 *
 * @example
 * ```ts
 * import { f1 } from "./f1.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(f1([1, 1, 0, 0], [1, 0, 1, 0]), 0.5);
 * ```
 */
export function f1(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  const counts = confusionMatrix(truth, predictions);
  const { true_positives, false_positives, false_negatives } = counts;
  if (true_positives === 0) return 0;
  return 2 * true_positives / (2 * true_positives + false_positives + false_negatives);
}
