import { mse } from "./mse.ts";

/**
 * The root of the mean squared error.
 *
 * @param truth True values.
 * @param predictions Predicted values, in the same unit.
 * @returns 0 or more, in the unit of the values.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a value is NaN or infinite.
 *
 * @example
 * ```ts
 * import { rmse } from "./rmse.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(rmse([1, 2, 3, 4], [1, 2, 3, 10]), 3);
 * ```
 */
export function rmse(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  return Math.sqrt(mse(truth, predictions));
}
