import { choleskyFactor, choleskySolve } from "../numeric/cholesky.ts";
import type { Matrix } from "../numeric/matrix.ts";
import type { LogisticRegressionModel } from "./logistic_regression.ts";

/** Relative error that a sum of many terms may have. */
const ROUNDING = 1e-10;

/** Rows that are added to the Hessian at once: four of them visit it a quarter as often. */
const BLOCK = 4;

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
 * @param options The penalty, when to stop, and how much each row counts (1 where omitted).
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
  options: {
    readonly l2: number;
    readonly maxIterations: number;
    readonly tolerance: number;
    readonly weights?: Float64Array;
  },
): LogisticRegressionModel {
  const { l2, maxIterations, tolerance, weights: rowWeights } = options;
  const at = (weights: Float64Array) => lossAt(weights, X, y, l2, rowWeights);
  let weights: Float64Array = new Float64Array(X.columns + 1); // the intercept comes first
  let loss = at(weights);
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < maxIterations) {
    iterations++;
    const step = newtonStep(loss);
    const next = descend(weights, step, loss, at);
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

function lossAt(
  weights: Float64Array,
  X: Matrix,
  y: ArrayLike<number>,
  l2: number,
  rowWeights?: Float64Array,
): Loss {
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
  const block = new Float64Array(BLOCK * size).fill(1); // rows with a leading 1 for the intercept
  const curvatures = new Float64Array(BLOCK);
  for (let first = 0; first < rows; first += BLOCK) {
    curvatures.fill(0); // what the last block lacks in rows counts nothing
    for (let b = 0; b < BLOCK && first + b < rows; b++) {
      const row = first + b;
      const start = b * size;
      let logOdds = weights[0];
      for (let j = 0; j < columns; j++) {
        const x = values[row * columns + j];
        block[start + 1 + j] = x;
        logOdds += weights[j + 1] * x;
      }
      const weight = rowWeights ? rowWeights[row] : 1;
      const small = Math.exp(-Math.abs(logOdds)); // cannot overflow
      const probability = (logOdds < 0 ? small : 1) / (1 + small);
      value += weight * (Math.max(logOdds, 0) + Math.log1p(small) - y[row] * logOdds);
      curvatures[b] = weight * small / (1 + small) ** 2;
      const error = weight * (probability - y[row]);
      for (let j = 0; j < size; j++) gradient[j] += error * block[start + j];
    }
    addCurvature(hessian, block, curvatures, size);
  }
  return { value, gradient, hessian };
}

/** Adds Σ curvature · row · rowᵀ of a block's four rows to the lower triangle of the Hessian. */
function addCurvature(
  hessian: Float64Array,
  block: Float64Array,
  curvatures: Float64Array,
  size: number,
) {
  for (let j = 0; j < size; j++) {
    const s0 = curvatures[0] * block[j];
    const s1 = curvatures[1] * block[size + j];
    const s2 = curvatures[2] * block[2 * size + j];
    const s3 = curvatures[3] * block[3 * size + j];
    for (let k = 0; k <= j; k++) {
      hessian[j * size + k] += s0 * block[k] + s1 * block[size + k] +
        s2 * block[2 * size + k] + s3 * block[3 * size + k];
    }
  }
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
