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
 * import { mae } from "./regression.ts";
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
 * import { mse } from "./regression.ts";
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
 * import { rmse } from "./regression.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(rmse([1, 2, 3, 4], [1, 2, 3, 10]), 3);
 * ```
 */
export function rmse(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  return Math.sqrt(mse(truth, predictions));
}

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
 * import { r2 } from "./regression.ts";
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

/**
 * Spearman's rank correlation: how well one order agrees with another, ties sharing their mean rank.
 *
 * Source: Spearman (1904), "The proof and measurement of association between two things".
 *
 * @param truth True values.
 * @param predictions As many values, in any unit.
 * @returns From −1 (the reverse order) to 1 (the same order); NaN where one side has a single value.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a value is NaN or infinite.
 *
 * @example
 * ```ts
 * import { spearman } from "./regression.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(spearman([1, 2, 3], [10, 20, 90]), 1);
 * ```
 */
export function spearman(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  checkPairs("Computing the rank correlation", truth, predictions);
  const a = centredRanks(truth), b = centredRanks(predictions);
  let product = 0, squaresA = 0, squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    product += a[i] * b[i];
    squaresA += a[i] ** 2;
    squaresB += b[i] ** 2;
  }
  return product / Math.sqrt(squaresA * squaresB);
}

/** Ranks less their mean, so that they add up to 0. */
function centredRanks(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => values[i] - values[j]);
  const ranks = new Float64Array(n);
  for (let from = 0, to = 0; from < n; from = to) {
    while (to < n && values[order[to]] === values[order[from]]) to++;
    for (let i = from; i < to; i++) ranks[order[i]] = (from + to - n) / 2;
  }
  return ranks;
}

/**
 * The share of all that came which the highest predictions hold, such as the revenue of the tenth
 * of the customers of whom most is expected.
 *
 * Where equal predictions stand at the edge, the mean over their orders counts.
 *
 * @param truth True amounts, not negative.
 * @param predictions Predicted amounts.
 * @param share Share of the rows that counts as top; default .1, at least one row.
 * @returns From 0 to 1; NaN where nothing came.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a value is NaN or infinite, or the share is not in
 * (0, 1].
 *
 * @example
 * ```ts
 * import { topCapture } from "./regression.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(topCapture([60, 20, 20, 0], [3, 2, 2, 1], 0.5), 0.8);
 * ```
 */
export function topCapture(
  truth: ArrayLike<number>,
  predictions: ArrayLike<number>,
  share = 0.1,
): number {
  checkPairs("Computing the captured share", truth, predictions);
  if (!(share > 0 && share <= 1)) {
    throw new RangeError(`Computing the captured share: share must be in (0, 1], got ${share}.`);
  }
  const n = truth.length;
  const top = Math.max(1, Math.round(n * share));
  const edge = Float64Array.from(predictions).sort()[n - top];
  let above = 0, aboveCount = 0, at = 0, atCount = 0, total = 0;
  for (let i = 0; i < n; i++) {
    total += truth[i];
    if (predictions[i] > edge) {
      above += truth[i];
      aboveCount++;
    } else if (predictions[i] === edge) {
      at += truth[i];
      atCount++;
    }
  }
  return (above + at * (top - aboveCount) / atCount) / total;
}
