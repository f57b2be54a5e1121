import { checkPairs } from "./check_pairs.ts";

/**
 * The mean squared error.
 *
 * @param truth True values.
 * @param predictions Predicted values, in the same unit.
 * @returns 0 or more, in the squared unit of the values.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a value is NaN or infinite.
 *
 * @example
 * ```ts
 * import { mse } from "./mse.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(mse([1, 2], [1, 4]), 2);
 * ```
 */
export function mse(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  checkPairs("Computing the mean squared error", truth, predictions);
  let sum = 0;
  for (let i = 0; i < truth.length; i++) sum += (truth[i] - predictions[i]) ** 2;
  return sum / truth.length;
}
