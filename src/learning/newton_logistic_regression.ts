import { choleskyFactor, choleskySolve } from "../numeric/cholesky.ts";
import type { Matrix } from "../numeric/matrix.ts";
import type { LogisticRegressionModel } from "./logistic_regression.ts";

/** Relative error that a sum of many terms may have. */
const ROUNDING = 1e-10;

/** The loss at some weights, its gradient, and (lower triangle) its Hessian. */
interface Loss {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/**
 * Fits a penalised logistic regression by Newton's method, also called iteratively reweighted least
 * squares (Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", section 4.4.1).
 *
 * A step that does not lower the loss is halved until it does. Where the curvature vanishes (equal
 * columns, or separable classes without a penalty), the smallest ridge that restores it is added to
 * the step's Hessian, which changes the way there and not the optimum.
 *
 * @param X Features, rows × columns.
 * @param y Classes, 0 or 1, one per row.
 * @param options The penalty, and when to stop.
 * @returns The model.
 *
 * @example
 * ```ts
 * import { newtonLogisticRegression } from "./newton_logistic_regression.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * // Without features the intercept is the log-odds of the classes: ln(3 / 1).
 * const X = matrixFromRows([[0], [0], [0], [0]]);
 * const options = { l2: 1, maxIterations: 100, tolerance: 1e-8 };
 * const { intercept } = newtonLogisticRegression(X, [1, 1, 0, 1], options);
 * assertAlmostEquals(intercept, Math.log(3), 1e-12);
 * ```
 */
export function newtonLogisticRegression(
  X: Matrix,
  y: ArrayLike<number>,
  options: { readonly l2: number; readonly maxIterations: number; readonly tolerance: number },
): LogisticRegressionModel {
  const { l2, maxIterations, tolerance } = options;
  let weights: Float64Array = new Float64Array(X.columns + 1); // the intercept comes first
  let loss = lossAt(weights, X, y, l2);
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < maxIterations) {
    iterations++;
    const step = newtonStep(loss);
    const next = descend(weights, step, loss, (w) => lossAt(w, X, y, l2));
    if (!next) break;
    [weights, loss] = [next.weights, next.loss];
    converged = step.every((s, j) => Math.abs(s) <= tolerance * Math.max(1, Math.abs(weights[j])));
  }
  return {
    kind: "logistic_regression",
    engine: "typed-arrays",
    intercept: weights[0],
    coefficients: Array.from(weights.subarray(1)),
    iterations,
    converged,
    notes: converged ? [] : [`Stopped after ${iterations} steps before the tolerance was met.`],
  };
}

function lossAt(weights: Float64Array, X: Matrix, y: ArrayLike<number>, l2: number): Loss {
  const { rows, columns, values } = X;
  const size = columns + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  let value = 0;
  for (let j = 1; j < size; j++) {
    value += l2 / 2 * weights[j] ** 2;
    gradient[j] = l2 * weights[j];
    hessian[j * size + j] = l2;
  }
  const row = new Float64Array(size).fill(1);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) row[j + 1] = values[i * columns + j];
    let logOdds = 0;
    for (let j = 0; j < size; j++) logOdds += weights[j] * row[j];

    const probability = 1 / (1 + Math.exp(-logOdds));
    value += logOnePlusExp(logOdds) - y[i] * logOdds;
    const error = probability - y[i];
    const curvature = probability * (1 - probability);
    for (let j = 0; j < size; j++) {
      gradient[j] += error * row[j];
      const scaled = curvature * row[j];
      for (let k = 0; k <= j; k++) hessian[j * size + k] += scaled * row[k];
    }
  }
  return { value, gradient, hessian };
}

/** ln(1 + eˣ), without overflow. */
function logOnePlusExp(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** The largest of the step, its half, its quarter … that does not raise the loss. */
function descend(
  weights: Float64Array,
  step: Float64Array,
  loss: Loss,
  at: (weights: Float64Array) => Loss,
): { weights: Float64Array; loss: Loss } | undefined {
  // Near the optimum, a step gains less than the rounding of a sum over all rows.
  const bound = loss.value + ROUNDING * Math.abs(loss.value);
  for (let share = 1; share > 1e-10; share /= 2) {
    const next = weights.map((w, j) => w - share * step[j]);
    const nextLoss = at(next);
    if (nextLoss.value <= bound) return { weights: next, loss: nextLoss };
  }
  return undefined;
}

/** Hessian⁻¹ · gradient, with as little ridge as makes the Hessian positive definite. */
function newtonStep({ gradient, hessian }: Loss): Float64Array {
  const size = gradient.length;
  let largest = 0;
  for (let j = 0; j < size; j++) largest = Math.max(largest, hessian[j * size + j]);
  for (let ridge = 0;; ridge = ridge === 0 ? (largest || 1) * 1e-12 : ridge * 10) {
    const values = hessian.slice();
    for (let j = 0; j < size; j++) values[j * size + j] += ridge;
    const factor = choleskyFactor({ rows: size, columns: size, values });
    if (factor) return choleskySolve(factor, gradient);
  }
}
