import { choleskyFactor, choleskySolve } from "../../numeric/cholesky.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import {
  type LogisticFit,
  type LogisticLoss,
  logisticLoss,
  type LogisticRows,
} from "./logistic_loss.ts";
import { sum } from "../../numeric/sums.ts";

/** Relative error that a sum of many terms may have. */
const ROUNDING = 1e-10;

/** One of so many rows is enough for a rough start. */
const STRIDE = 16;

/** A few rows have another optimum than all: it need not be found more exactly than this. */
const ROUGH = 0.1;

/** Steps smaller than this hardly change the curvature. */
const NEAR = 0.05;

/** The penalty, and when to stop. */
interface Descent {
  readonly l2: number;
  readonly maxIterations: number;
  readonly tolerance: number;
}

/**
 * Fits a penalised logistic regression by Newton's method, also called iteratively reweighted least
 * squares (Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", section 4.4.1).
 *
 * A step that does not lower the loss is halved until it does. Where the curvature vanishes (equal
 * columns, or separable classes without a penalty), the smallest ridge that restores it is added to
 * the step's Hessian, which changes the way there and not the optimum.
 *
 * Most of the time goes into Hessians, and few are computed: of many rows, every sixteenth are fitted
 * first, which leaves few steps for all; and near the optimum, where the curvature hardly changes, the
 * last one is kept as long as it brings each step down to a tenth of the one before.
 *
 * @param y Classes, 0 or 1, one per row.
 * @param options The penalty, when to stop, and how much each row counts (1 where omitted).
 */
export function newtonLogisticRegression(
  X: Matrix,
  y: ArrayLike<number>,
  options: Descent & { readonly weights?: Float64Array },
): LogisticFit {
  const rows = { X, targets: new Float64Array(y), rowWeights: options.weights };
  const { weights, iterations, converged } = minimise(rows, roughWeights(rows, options), options);
  return {
    intercept: weights[X.columns],
    coefficients: Array.from(weights.subarray(0, X.columns)),
    iterations,
    converged,
    notes: converged ? [] : [`Stopped after ${iterations} steps before the tolerance was met.`],
  };
}

/** Weights near the optimum, from a few of the rows; zeros where there are too few. */
function roughWeights(rows: LogisticRows, options: Descent): Float64Array {
  const size = rows.X.columns + 1;
  if (rows.X.rows < 10 * STRIDE * size) return new Float64Array(size);
  const some = everySixteenth(rows);
  const rough = { ...options, l2: options.l2 / STRIDE, tolerance: ROUGH };
  return minimise(some, roughWeights(some, rough), rough).weights;
}

function everySixteenth({ X, targets, rowWeights }: LogisticRows): LogisticRows {
  const rows = Math.floor(X.rows / STRIDE);
  const values = new Float64Array(rows * X.columns);
  for (let i = 0; i < rows; i++) {
    const start = i * STRIDE * X.columns;
    values.set(X.values.subarray(start, start + X.columns), i * X.columns);
  }
  const pick = (of: Float64Array) => new Float64Array(rows).map((_, i) => of[i * STRIDE]);
  return {
    X: { rows, columns: X.columns, values },
    targets: pick(targets),
    rowWeights: rowWeights && pick(rowWeights),
  };
}

/** Newton steps from a start, until no weight changes by more than the tolerance. */
function minimise(
  rows: LogisticRows,
  start: Float64Array,
  { l2, maxIterations, tolerance }: Descent,
) {
  const size = start.length;
  const hessian = new Float64Array(size * size);
  let weights = start;
  let loss = logisticLoss(weights, rows, l2, hessian);
  if (loss.value > lossAtZeros(rows) * (1 + ROUNDING)) { // rows in an unlucky order gave a bad start
    weights = new Float64Array(size);
    loss = logisticLoss(weights, rows, l2, hessian);
  }
  let factor = factorOf(hessian, size);
  let isOld = false; // the curvature is of an earlier place
  let last = Infinity;
  let iterations = 0;
  while (iterations < maxIterations) {
    const step = choleskySolve(factor, loss.gradient);
    const change = relativeChange(step, weights);
    // With the same curvature, each step is the same share of the one before.
    const remaining = isOld ? change * Math.min(1, 10 * change / last) : change;
    if (remaining <= tolerance) {
      iterations++;
      return { weights: weights.map((w, j) => w - step[j]), iterations, converged: true };
    }
    const isNear = change < NEAR;
    const next = isOld && change > last / 10 ? undefined : descend(
      weights,
      step,
      loss,
      (w) => logisticLoss(w, rows, l2, isNear ? undefined : hessian),
    );
    if (next) {
      iterations++;
      [weights, loss, last] = [next.weights, next.loss, change];
      if (!isNear) factor = factorOf(hessian, size);
      isOld = isNear;
    } else if (isOld) {
      loss = logisticLoss(weights, rows, l2, hessian);
      factor = factorOf(hessian, size);
      isOld = false;
    } else break;
  }
  return { weights, iterations, converged: false };
}

/** The largest change of a weight, in proportion to those above 1. */
function relativeChange(step: Float64Array, weights: Float64Array): number {
  let largest = 0;
  for (let j = 0; j < step.length; j++) {
    largest = Math.max(largest, Math.abs(step[j]) / Math.max(1, Math.abs(weights[j])));
  }
  return largest;
}

/** ln 2 per row: without any weights, both classes are as likely. */
function lossAtZeros({ X, rowWeights }: LogisticRows): number {
  return Math.LN2 * (rowWeights ? sum(rowWeights) : X.rows);
}

/** The largest of the step, its half, its quarter … that does not raise the loss. */
function descend(
  weights: Float64Array,
  step: Float64Array,
  loss: LogisticLoss,
  at: (weights: Float64Array) => LogisticLoss,
): { weights: Float64Array; loss: LogisticLoss } | undefined {
  // Near the optimum, a step gains less than the rounding of a sum over all rows.
  const bound = loss.value + ROUNDING * Math.abs(loss.value);
  for (let share = 1; share > 1e-10; share /= 2) {
    const next = weights.map((w, j) => w - share * step[j]);
    const nextLoss = at(next);
    if (nextLoss.value <= bound) return { weights: next, loss: nextLoss };
  }
  return undefined;
}

/** The Cholesky factor of the Hessian with as little ridge as makes it positive definite. */
function factorOf(hessian: Float64Array, size: number): Matrix {
  let largest = 0;
  for (let j = 0; j < size; j++) largest = Math.max(largest, hessian[j * size + j]);
  for (let ridge = 0;; ridge = ridge === 0 ? (largest || 1) * 1e-12 : ridge * 10) {
    const values = hessian.slice();
    for (let j = 0; j < size; j++) values[j * size + j] += ridge;
    const factor = choleskyFactor({ rows: size, columns: size, values });
    if (factor) return factor;
  }
}
