import { checkPairs } from "./check_pairs.ts";

/**
 * The mean absolute error.
 *
 * @param truth True values.
 * @param predictions Predicted values, in the same unit.
 * @returns 0 or more, in the unit of the values.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a value is NaN or infinite.
 *
 * @example
 * ```ts
 * import { mae } from "./mae.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(mae([1, 2], [1, 4]), 1);
 * ```
 */
export function mae(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  checkPairs("Computing the mean absolute error", truth, predictions);
  let sum = 0;
  for (let i = 0; i < truth.length; i++) sum += Math.abs(truth[i] - predictions[i]);
  return sum / truth.length;
}
