import { checkPairs } from "./check_pairs.ts";

/**
 * The coefficient of determination: the share of the variance that the predictions explain.
 *
 * @param truth True values.
 * @param predictions Predicted values, in the same unit.
 * @returns 1 for perfect predictions, 0 for as good as the mean, negative for worse; where all true values
 *   are equal, 1 if the predictions are perfect and 0 otherwise.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a value is NaN or infinite.
 *
 * @example
 * ```ts
 * import { r2 } from "./r2.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(r2([1, 2, 3], [1, 2, 3]), 1);
 * assertEquals(r2([1, 2, 3], [2, 2, 2]), 0);
 * ```
 */
export function r2(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  checkPairs("Computing R²", truth, predictions);
  let mean = 0;
  for (let i = 0; i < truth.length; i++) mean += truth[i] / truth.length;
  let residual = 0;
  let total = 0;
  for (let i = 0; i < truth.length; i++) {
    residual += (truth[i] - predictions[i]) ** 2;
    total += (truth[i] - mean) ** 2;
  }
  if (total === 0) return residual === 0 ? 1 : 0;
  return 1 - residual / total;
}
