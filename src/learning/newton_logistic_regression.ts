import { choleskyFactor, choleskySolve } from "../numeric/cholesky.ts";
import type { Matrix } from "../numeric/matrix.ts";
import type { LogisticRegressionModel } from "./logistic_regression.ts";

/** Relative error that a sum of many terms may have. */
const ROUNDING = 1e-10;

/** One of so many rows is enough for a rough start. */
const STRIDE = 16;

/** Rows with their classes, and how much each counts (1 where omitted). */
interface WeightedRows {
  readonly X: Matrix;
  readonly y: ArrayLike<number>;
  readonly rowWeights?: Float64Array;
}

/** The penalty, and when to stop. */
interface Descent {
  readonly l2: number;
  readonly maxIterations: number;
  readonly tolerance: number;
}

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
 * the step's Hessian, which changes the way there and not the optimum. Of many rows, every sixteenth
 * are fitted first, so that few steps remain for all.
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
  options: Descent & { readonly weights?: Float64Array },
): LogisticRegressionModel {
  const rows = { X, y, rowWeights: options.weights };
  const { weights, iterations, converged } = minimise(rows, roughWeights(rows, options), options);
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

/** Weights near the optimum, from a few of the rows; zeros where there are too few. */
function roughWeights(rows: WeightedRows, options: Descent): Float64Array {
  const zeros = new Float64Array(rows.X.columns + 1); // the intercept comes first
  const some = everySixteenth(rows);
  if (some.X.rows < 10 * zeros.length) return zeros;
  return minimise(some, zeros, { ...options, l2: options.l2 / STRIDE, tolerance: 0.01 }).weights;
}

function everySixteenth({ X, y, rowWeights }: WeightedRows): WeightedRows {
  const rows = Math.floor(X.rows / STRIDE);
  const values = new Float64Array(rows * X.columns);
  for (let i = 0; i < rows; i++) {
    const start = i * STRIDE * X.columns;
    values.set(X.values.subarray(start, start + X.columns), i * X.columns);
  }
  const pick = (of: ArrayLike<number>) =>
    Float64Array.from({ length: rows }, (_, i) => of[i * STRIDE]);
  return {
    X: { rows, columns: X.columns, values },
    y: pick(y),
    rowWeights: rowWeights && pick(rowWeights),
  };
}

/** Newton steps from a start, until no weight changes by more than the tolerance. */
function minimise(
  rows: WeightedRows,
  start: Float64Array,
  { l2, maxIterations, tolerance }: Descent,
) {
  let weights = start;
  let loss = lossAt(weights, rows, l2);
  if (loss.value > lossAtZeros(rows) * (1 + ROUNDING)) { // rows in an unlucky order gave a bad start
    weights = new Float64Array(start.length);
    loss = lossAt(weights, rows, l2);
  }
  let iterations = 0;
  while (iterations < maxIterations) {
    iterations++;
    const step = newtonStep(loss);
    if (step.every((s, j) => Math.abs(s) <= tolerance * Math.max(1, Math.abs(weights[j])))) {
      return { weights: weights.map((w, j) => w - step[j]), iterations, converged: true };
    }
    const next = descend(weights, step, loss, (w) => lossAt(w, rows, l2));
    if (!next) break;
    [weights, loss] = [next.weights, next.loss];
  }
  return { weights, iterations, converged: false };
}

/** ln 2 per row: without any weights, both classes are as likely. */
function lossAtZeros({ X, rowWeights }: WeightedRows): number {
  return Math.LN2 * (rowWeights ? rowWeights.reduce((sum, weight) => sum + weight, 0) : X.rows);
}

function lossAt(weights: Float64Array, { X, y, rowWeights }: WeightedRows, l2: number): Loss {
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
  const block = new Float64Array(4 * size).fill(1); // four rows side by side, 1 for the intercept
  const logOdds = new Float64Array(4);
  const errors = new Float64Array(4);
  const curvatures = new Float64Array(4);
  for (let first = 0; first < rows; first += 4) {
    readBlock(values, first, columns, weights, block, logOdds);
    for (let b = 0; b < 4; b++) {
      const row = first + b;
      if (row >= rows) {
        errors[b] = curvatures[b] = 0;
        continue;
      }
      const weight = rowWeights ? rowWeights[row] : 1;
      const small = Math.exp(-Math.abs(logOdds[b])); // cannot overflow
      const share = 1 / (1 + small);
      value += weight * (Math.max(logOdds[b], 0) + Math.log1p(small) - y[row] * logOdds[b]);
      errors[b] = weight * ((logOdds[b] < 0 ? small * share : share) - y[row]);
      curvatures[b] = weight * small * share * share;
    }
    addBlock(block, errors, curvatures, gradient, hessian);
  }
  return { value, gradient, hessian };
}

/** Reads four rows and their log-odds; beyond the last row anything, to be weighed by 0. */
function readBlock(
  values: Float64Array,
  first: number,
  columns: number,
  weights: Float64Array,
  block: Float64Array,
  logOdds: Float64Array,
) {
  const last = values.length - columns;
  const row0 = first * columns;
  const row1 = Math.min(row0 + columns, last);
  const row2 = Math.min(row1 + columns, last);
  const row3 = Math.min(row2 + columns, last);
  let sum0 = weights[0];
  let sum1 = sum0;
  let sum2 = sum0;
  let sum3 = sum0;
  for (let j = 0; j < columns; j++) {
    const weight = weights[j + 1];
    const place = 4 * j + 4;
    sum0 += weight * (block[place] = values[row0 + j]);
    sum1 += weight * (block[place + 1] = values[row1 + j]);
    sum2 += weight * (block[place + 2] = values[row2 + j]);
    sum3 += weight * (block[place + 3] = values[row3 + j]);
  }
  logOdds[0] = sum0;
  logOdds[1] = sum1;
  logOdds[2] = sum2;
  logOdds[3] = sum3;
}

/** Adds Σ error · row to the gradient, and Σ curvature · row · rowᵀ to the lower triangle of the
 * Hessian: four rows at once, so that it is visited a quarter as often. */
function addBlock(
  block: Float64Array,
  errors: Float64Array,
  curvatures: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
) {
  const size = gradient.length;
  for (let j = 0; j < size; j++) {
    const x0 = block[4 * j];
    const x1 = block[4 * j + 1];
    const x2 = block[4 * j + 2];
    const x3 = block[4 * j + 3];
    gradient[j] += errors[0] * x0 + errors[1] * x1 + errors[2] * x2 + errors[3] * x3;
    const c0 = curvatures[0] * x0;
    const c1 = curvatures[1] * x1;
    const c2 = curvatures[2] * x2;
    const c3 = curvatures[3] * x3;
    for (let k = 0; k <= j; k++) {
      hessian[j * size + k] += c0 * block[4 * k] + c1 * block[4 * k + 1] +
        c2 * block[4 * k + 2] + c3 * block[4 * k + 3];
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
