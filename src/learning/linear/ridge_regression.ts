import { choleskyFactor, choleskySolve } from "../../numeric/cholesky.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import { checkFeatures } from "../preparation/check_features.ts";
import { checkTargets } from "../preparation/check_labels.ts";

/** A fitted linear function of the features. */
export interface LinearModel<Kind extends string> {
  readonly kind: Kind;
  /** One per column. */
  readonly coefficients: readonly number[];
  readonly intercept: number;
}

/** A fitted ridge regression: a plain object that can be written as JSON. */
export type RidgeRegressionModel = LinearModel<"ridge_regression">;

/** Options of {@linkcode fitRidgeRegression}. */
export interface RidgeRegressionOptions {
  /** Penalty on the sum of squared coefficients, 0 or more; the intercept is free. Default 1. */
  readonly l2?: number;
}

/**
 * Fits a linear regression with a penalty on large coefficients: least squares of
 * ‖y − Xw − b‖² + l2·‖w‖², in closed form.
 *
 * Source: Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", section 3.4.1.
 *
 * @param X Features, rows × columns.
 * @param y One number per row.
 * @param options See {@linkcode RidgeRegressionOptions}.
 * @returns The model.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If a value is missing, the penalty is negative, or it is 0 and the columns are
 * not independent.
 *
 * @example
 * ```ts
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { fitRidgeRegression } from "./ridge_regression.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { coefficients, intercept } = fitRidgeRegression(
 *   matrixFromRows([[1], [2], [3]]), [3, 5, 7], { l2: 0 },
 * );
 * assertAlmostEquals(coefficients[0], 2, 1e-12);
 * assertAlmostEquals(intercept, 1, 1e-12);
 * ```
 */
export function fitRidgeRegression(
  X: Matrix,
  y: ArrayLike<number>,
  options: RidgeRegressionOptions = {},
): RidgeRegressionModel {
  const doing = "Fitting a ridge regression";
  const { l2 = 1 } = options;
  checkTargets(doing, X, y);
  if (!(l2 >= 0 && l2 < Infinity)) throw new RangeError(`${doing}: l2 must be ≥ 0, got ${l2}.`);
  const { rows, columns, values } = X;
  const means = new Float64Array(columns);
  let target = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) means[j] += values[i * columns + j] / rows;
    target += y[i] / rows;
  }
  const gram = new Float64Array(columns * columns), moments = new Float64Array(columns);
  const row = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) row[j] = values[i * columns + j] - means[j];
    for (let j = 0; j < columns; j++) {
      moments[j] += row[j] * (y[i] - target);
      for (let k = 0; k <= j; k++) gram[j * columns + k] += row[j] * row[k];
    }
  }
  for (let j = 0; j < columns; j++) gram[j * columns + j] += l2;
  const factor = choleskyFactor({ rows: columns, columns, values: gram });
  if (factor === undefined) {
    throw new RangeError(`${doing}: the columns are not independent; a penalty (l2) is needed.`);
  }
  const coefficients = Array.from(choleskySolve(factor, moments));
  const intercept = coefficients.reduce((rest, w, j) => rest - w * means[j], target);
  return { kind: "ridge_regression", coefficients, intercept };
}

/**
 * Applies a fitted ridge regression.
 *
 * @param model See {@linkcode fitRidgeRegression}.
 * @param X Features with the same columns.
 * @returns One number per row.
 * @throws {RangeError} If the columns do not fit the model, or a value is missing.
 *
 * @example
 * ```ts
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { predictRidgeRegression } from "./ridge_regression.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = { kind: "ridge_regression", coefficients: [2], intercept: 1 } as const;
 * assertEquals([...predictRidgeRegression(model, matrixFromRows([[10]]))], [21]);
 * ```
 */
export function predictRidgeRegression(model: RidgeRegressionModel, X: Matrix): Float64Array {
  checkFeatures("Predicting by a ridge regression", X, model.coefficients.length);
  return linearPredictor(model, X);
}

/** The linear function of each row. */
export function linearPredictor(
  { coefficients, intercept }: Pick<LinearModel<string>, "coefficients" | "intercept">,
  { rows, columns, values }: Matrix,
): Float64Array {
  const sums = new Float64Array(rows);
  for (let i = 0, at = 0; i < rows; i++) {
    let sum = intercept;
    for (let j = 0; j < columns; j++) sum += coefficients[j] * values[at++];
    sums[i] = sum;
  }
  return sums;
}
