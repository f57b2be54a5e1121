import { checkClasses } from "../preparation/check_labels.ts";
import { newtonLogisticRegression } from "../linear/newton_logistic_regression.ts";
import { fitStandardScaler, transformStandardScaler } from "../preparation/standard_scaler.ts";

/** A learned sigmoid: log-odds = intercept + slope · score. */
export interface PlattScalingModel {
  readonly kind: "platt_scaling";
  /** Change of the log-odds per unit of the score; 0 where the scores told nothing. */
  readonly slope: number;
  /** Log-odds of class 1 at a score of 0. */
  readonly intercept: number;
}

/**
 * Learns the sigmoid that turns scores into probabilities (Platt 1999): a logistic regression on the
 * score alone, by Newton's method.
 *
 * Its targets are Platt's: (n₁ + 1) / (n₁ + 2) and 1 / (n₀ + 2) instead of 1 and 0, which keeps
 * scores that separate the classes perfectly from becoming certainties. Two numbers are learned, so a
 * hundred rows are enough, but the curve has to fit: for log-odds it usually does, and then a
 * calibrated score stays as it is (slope 1, intercept 0).
 *
 * @param scores One score per row, such as log-odds of a model that was fitted on other rows.
 * @param y Classes, 0 or 1, one per row.
 * @returns The sigmoid.
 * @throws {TypeError} If there is not one class per row.
 * @throws {RangeError} If a score is NaN or infinite, a class is neither 0 nor 1, or all rows are of
 *   one class.
 *
 * @example
 * ```ts
 * import { fitPlattScaling, predictPlattScaling } from "./platt_scaling.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * // One of three is of class 1 at −1: with targets 4/5 and 1/5 that is (4/5 + 1/5 + 1/5) / 3.
 * const model = fitPlattScaling([-1, -1, -1, 1, 1, 1], [1, 0, 0, 1, 1, 0]);
 * const [low, high] = predictPlattScaling(model, [-1, 1]);
 * assertAlmostEquals(low, 0.4, 1e-9);
 * assertAlmostEquals(high, 0.6, 1e-9);
 * ```
 */
export function fitPlattScaling(
  scores: ArrayLike<number>,
  y: ArrayLike<number>,
): PlattScalingModel {
  const X = { rows: scores.length, columns: 1, values: Float64Array.from(scores) };
  checkClasses("Fitting Platt's scaling", X, y);
  let positives = 0;
  for (let row = 0; row < y.length; row++) positives += y[row];
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (y.length - positives + 2);
  const targets = Float64Array.from(y, (ofClass) => ofClass === 1 ? high : low);

  // Scores in units of their own: equal ones become 0 and get a slope of 0.
  const scaler = fitStandardScaler(X);
  const scaled = transformStandardScaler(scaler, X);
  const fit = newtonLogisticRegression(scaled, targets, {
    l2: 0,
    maxIterations: 100,
    tolerance: 1e-10,
  });
  const slope = fit.coefficients[0] / scaler.scales[0];
  return { kind: "platt_scaling", slope, intercept: fit.intercept - slope * scaler.means[0] };
}

/**
 * Turns scores into probabilities.
 *
 * @param model What {@linkcode fitPlattScaling} learned.
 * @param scores Scores of the kind that it was fitted on.
 * @returns One probability of class 1 per score.
 * @throws {RangeError} If a score is NaN or infinite.
 *
 * @example
 * ```ts
 * import { predictPlattScaling } from "./platt_scaling.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = { kind: "platt_scaling", slope: 1, intercept: 0 } as const;
 * assertEquals([...predictPlattScaling(model, [0, Math.log(3)])], [0.5, 0.75]);
 * ```
 */
export function predictPlattScaling(
  model: PlattScalingModel,
  scores: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(scores, (score, row) => {
    if (!Number.isFinite(score)) {
      throw new RangeError(`Predicting by Platt's scaling: the score of row ${row} is ${score}.`);
    }
    return 1 / (1 + Math.exp(-(model.intercept + model.slope * score)));
  });
}
