import { choleskyFactor, choleskySolve } from "../../numeric/cholesky.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import { checkFeatures } from "../preparation/check_features.ts";
import { checkTargets } from "../preparation/check_labels.ts";
import { type LinearModel, linearPredictor } from "./ridge_regression.ts";

/** A fitted Poisson regression: a plain object that can be written as JSON. */
export interface PoissonRegressionModel extends LinearModel<"poisson_regression"> {
  readonly converged: boolean;
}

/** Options of {@linkcode fitPoissonRegression}. */
export interface PoissonRegressionOptions {
  /** Penalty on half the sum of squared coefficients, against the mean loss; default 1. */
  readonly l2?: number;
  /** Steps at most; default 100. */
  readonly maxIterations?: number;
}

/** exp(30): larger means are no means of anything. */
const LARGEST = 30;
const HALVINGS = 30;
/** Steps relative to the weights: near the optimum, and at it. */
const NEAR = 1e-7, CONVERGED = 1e-10;

/**
 * Fits a regression of an amount that is never negative, whose logarithm is linear in the features:
 * the mean of exp(η) − y·η, plus l2/2·‖w‖², is made least by Newton's method.
 *
 * Amounts need not be counts: the estimate is consistent for the mean whatever the distribution
 * (Gourieroux, Monfort, Trognon 1984, "Pseudo maximum likelihood methods"), zeros included, which the
 * logarithm of the amount could not hold.
 *
 * Source: McCullagh and Nelder, "Generalized Linear Models" (1989), chapter 6.
 *
 * @param X Features, rows × columns, best standardised.
 * @param y One amount per row, 0 or more, not all of them 0.
 * @param options See {@linkcode PoissonRegressionOptions}.
 * @returns The model.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If a value is missing or negative, every amount is 0, or the penalty is
 * negative.
 *
 * @example
 * ```ts
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { fitPoissonRegression, predictPoissonRegression } from "./poisson_regression.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[0], [0], [1], [1]]);
 * const model = fitPoissonRegression(X, [1, 3, 10, 30], { l2: 0 });
 * // Each group's mean.
 * assertAlmostEquals(predictPoissonRegression(model, X)[0], 2, 1e-9);
 * assertAlmostEquals(predictPoissonRegression(model, X)[3], 20, 1e-9);
 * ```
 */
export function fitPoissonRegression(
  X: Matrix,
  y: ArrayLike<number>,
  options: PoissonRegressionOptions = {},
): PoissonRegressionModel {
  const doing = "Fitting a Poisson regression";
  const { l2 = 1, maxIterations = 100 } = options;
  checkTargets(doing, X, y);
  if (!(l2 >= 0 && l2 < Infinity)) throw new RangeError(`${doing}: l2 must be ≥ 0, got ${l2}.`);
  let mean = 0;
  for (let i = 0; i < X.rows; i++) {
    if (y[i] < 0) throw new RangeError(`${doing}: row ${i} has a negative amount, ${y[i]}.`);
    mean += y[i] / X.rows;
  }
  if (mean === 0) throw new RangeError(`${doing}: every amount is 0.`);
  const loss = (w: Float64Array) => lossOf(X, y, w, l2);
  let weights = new Float64Array(X.columns + 1);
  weights[X.columns] = Math.log(mean);
  let value = loss(weights);
  let converged = false;
  for (let iteration = 0; iteration < maxIterations && !converged; iteration++) {
    const step = newtonStep(X, y, weights, l2);
    const within = (share: number) =>
      step.every((change, j) => Math.abs(change) <= share * (1 + Math.abs(weights[j])));
    let size = 1, next = moved(weights, step, size), nextValue = loss(next);
    // So near the optimum rounding hides the gain of a step that is right.
    for (let i = 0; i < HALVINGS && !(nextValue <= value || within(NEAR)); i++) {
      size /= 2;
      next = moved(weights, step, size);
      nextValue = loss(next);
    }
    if (!(nextValue <= value || within(NEAR))) break;
    converged = within(CONVERGED);
    [weights, value] = [next, nextValue];
  }
  return {
    kind: "poisson_regression",
    coefficients: Array.from(weights.subarray(0, X.columns)),
    intercept: weights[X.columns],
    converged,
  };
}

/**
 * Applies a fitted Poisson regression.
 *
 * @param model See {@linkcode fitPoissonRegression}.
 * @param X Features with the same columns.
 * @returns The expected amount of each row, above 0.
 * @throws {RangeError} If the columns do not fit the model, or a value is missing.
 *
 * @example
 * ```ts
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { predictPoissonRegression } from "./poisson_regression.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = {
 *   kind: "poisson_regression", coefficients: [Math.LN2], intercept: 0, converged: true,
 * } as const;
 * assertEquals([...predictPoissonRegression(model, matrixFromRows([[1]]))], [2]);
 * ```
 */
export function predictPoissonRegression(model: PoissonRegressionModel, X: Matrix): Float64Array {
  checkFeatures("Predicting by a Poisson regression", X, model.coefficients.length);
  return linearPredictor(model, X).map((eta) => Math.exp(Math.min(eta, LARGEST)));
}

function lossOf(X: Matrix, y: ArrayLike<number>, weights: Float64Array, l2: number): number {
  const coefficients = weights.subarray(0, X.columns);
  const eta = linearPredictor(
    { coefficients: Array.from(coefficients), intercept: weights[X.columns] },
    X,
  );
  let sum = 0;
  for (let i = 0; i < X.rows; i++) sum += Math.exp(Math.min(eta[i], LARGEST)) - y[i] * eta[i];
  return sum / X.rows + l2 / 2 * coefficients.reduce((all, w) => all + w * w, 0);
}

/** Gradient and Hessian in one pass over the rows; the intercept is the last unknown. */
function newtonStep(
  { rows, columns, values }: Matrix,
  y: ArrayLike<number>,
  weights: Float64Array,
  l2: number,
): Float64Array {
  const n = columns + 1;
  const gradient = new Float64Array(n), hessian = new Float64Array(n * n);
  const row = new Float64Array(n).fill(1);
  for (let i = 0; i < rows; i++) {
    row.set(values.subarray(i * columns, (i + 1) * columns));
    let eta = 0;
    for (let j = 0; j < n; j++) eta += row[j] * weights[j];
    const mean = Math.exp(Math.min(eta, LARGEST)) / rows, residual = mean - y[i] / rows;
    for (let j = 0; j < n; j++) {
      gradient[j] += residual * row[j];
      const scaled = mean * row[j];
      for (let k = 0; k <= j; k++) hessian[j * n + k] += scaled * row[k];
    }
  }
  for (let j = 0; j < columns; j++) {
    gradient[j] += l2 * weights[j];
    hessian[j * n + j] += l2;
  }
  // Where the curvature vanishes, the smallest ridge that restores it bends the way, not the optimum.
  for (let ridge = 0;; ridge = ridge === 0 ? 1e-10 : 10 * ridge) {
    const bent = hessian.slice();
    for (let j = 0; j < n; j++) bent[j * n + j] += ridge;
    const factor = choleskyFactor({ rows: n, columns: n, values: bent });
    if (factor !== undefined) return choleskySolve(factor, gradient);
  }
}

function moved(from: Float64Array<ArrayBuffer>, step: Float64Array, size: number) {
  return from.map((w, j) => w - size * step[j]);
}
