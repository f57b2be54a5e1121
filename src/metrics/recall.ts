import { confusionMatrix } from "./confusion_matrix.ts";

/**
 * The share of the rows of class 1 that were predicted as class 1.
 *
 * @param truth True classes, 0 or 1.
 * @param predictions Predicted classes, 0 or 1.
 * @returns A share in [0, 1]; 0 where no row is of class 1.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a class is neither 0 nor 1.
 *
 * @example
 * ```ts
 * import { recall } from "./recall.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(recall([1, 1, 1, 1], [1, 0, 0, 0]), 0.25);
 * ```
 */
export function recall(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  const { true_positives, false_negatives } = confusionMatrix(truth, predictions);
  return true_positives === 0 ? 0 : true_positives / (true_positives + false_negatives);
}
