import type { Matrix } from "../../numeric/matrix.ts";

/** Training rows of a logistic regression. */
export interface LogisticRows {
  readonly X: Matrix;
  /** One class per row, 0 or 1, or a share of class 1. */
  readonly targets: Float64Array;
  /** How much each row counts, if not 1. */
  readonly rowWeights?: Float64Array;
}

/** Coefficients that were found: log-odds = intercept + Σ coefficient · feature. */
export interface LogisticFit {
  /** Log-odds of class 1 where every feature is 0. */
  readonly intercept: number;
  /** Change of the log-odds per unit of each feature. */
  readonly coefficients: readonly number[];
  /** Steps used. */
  readonly iterations: number;
  /** Whether the tolerance was met. */
  readonly converged: boolean;
  /** Rows of the sample that it was fitted on; undefined where it took all, as the built-in does. */
  readonly sampleRows?: number;
  /** What the engine could not do as asked, in sentences. */
  readonly notes: readonly string[];
}

/** The loss at some weights, and its gradient. */
export interface LogisticLoss {
  readonly value: number;
  readonly gradient: Float64Array;
}

/**
 * The penalised logistic loss Σ weight · (ln(1 + e^z) − y·z) + l2 / 2 · Σ coefficient², where z is the
 * log-odds of a row; the intercept has no penalty.
 *
 * @param hessian Where the lower triangle of the Hessian is written, if it is wanted: it takes most of
 * the time.
 * @returns The loss and its gradient, one number per weight.
 */
export function logisticLoss(
  weights: Float64Array,
  { X, targets, rowWeights }: LogisticRows,
  l2: number,
  hessian?: Float64Array,
): LogisticLoss {
  const { rows, columns, values } = X;
  const size = columns + 1;
  const gradient = new Float64Array(size);
  hessian?.fill(0);
  const chunk = emptyChunk();
  let value = 0;
  // Rows that the processor still has at hand when they are looked at again.
  for (let first = 0; first < rows; first += CHUNK) {
    const count = Math.min(CHUNK, rows - first);
    const some = values.subarray(first * columns, (first + count) * columns);
    readLogOdds(some, count, weights, chunk);
    const theirTargets = targets.subarray(first, first + count);
    value += weighRows(theirTargets, chunk);
    if (rowWeights) {
      value += weighAgain(theirTargets, rowWeights.subarray(first, first + count), chunk);
    }
    addGradient(some, count, chunk, gradient);
    if (hessian) addCurvature(some, count, chunk, hessian, size);
  }
  for (let j = 0; j < columns; j++) {
    value += l2 / 2 * weights[j] ** 2;
    gradient[j] += l2 * weights[j];
    if (hessian) hessian[j * size + j] += l2;
  }
  return { value, gradient };
}

/** How many rows are looked at together, a multiple of four. */
const CHUNK = 128;

/** What is known of the rows of a chunk. */
interface Chunk {
  readonly logOdds: Float64Array;
  /** Probability less target, and p · (1 − p); zeros beyond the last row. */
  readonly errors: Float64Array;
  readonly curvatures: Float64Array;
}

function emptyChunk(): Chunk {
  const numbers = () => new Float64Array(CHUNK);
  return { logOdds: numbers(), errors: numbers(), curvatures: numbers() };
}

function readLogOdds(
  values: Float64Array,
  count: number,
  weights: Float64Array,
  { logOdds }: Chunk,
) {
  const columns = weights.length - 1;
  for (let row = 0; row < count; row += 4) {
    // Four rows at a time; beyond the last one it is read again.
    const row0 = row * columns;
    const row1 = row + 1 < count ? row0 + columns : row0;
    const row2 = row + 2 < count ? row1 + columns : row0;
    const row3 = row + 3 < count ? row2 + columns : row0;
    let sum0 = weights[columns];
    let sum1 = sum0;
    let sum2 = sum0;
    let sum3 = sum0;
    for (let j = 0; j < columns; j++) {
      const weight = weights[j];
      sum0 += weight * values[row0 + j];
      sum1 += weight * values[row1 + j];
      sum2 += weight * values[row2 + j];
      sum3 += weight * values[row3 + j];
    }
    logOdds[row] = sum0;
    logOdds[row + 1] = sum1;
    logOdds[row + 2] = sum2;
    logOdds[row + 3] = sum3;
  }
}

/** The loss of a chunk, and how it changes with the log-odds. */
function weighRows(targets: Float64Array, { logOdds, errors, curvatures }: Chunk): number {
  let value = 0;
  // A logarithm of a product takes less time than those of its factors, which are 2 at most.
  let product = 1;
  for (let row = 0; row < targets.length; row++) {
    const z = logOdds[row];
    const target = targets[row];
    const small = Math.exp(z < 0 ? z : -z); // cannot overflow
    const share = 1 / (1 + small);
    const rest = small * share;
    value += (z < 0 ? 0 : z) - target * z;
    product *= 1 + small;
    errors[row] = (z < 0 ? rest : share) - target;
    curvatures[row] = rest * share;
  }
  errors.fill(0, targets.length);
  curvatures.fill(0, targets.length);
  return value + Math.log(product);
}

/** Adds Σ error · row. */
function addGradient(
  values: Float64Array,
  count: number,
  { errors }: Chunk,
  gradient: Float64Array,
) {
  const columns = gradient.length - 1;
  for (let row = 0; row < count; row += 4) {
    const row0 = row * columns;
    const row1 = row + 1 < count ? row0 + columns : row0;
    const row2 = row + 2 < count ? row1 + columns : row0;
    const row3 = row + 3 < count ? row2 + columns : row0;
    const e0 = errors[row];
    const e1 = errors[row + 1];
    const e2 = errors[row + 2];
    const e3 = errors[row + 3];
    for (let j = 0; j < columns; j++) {
      gradient[j] += e0 * values[row0 + j] + e1 * values[row1 + j] + e2 * values[row2 + j] +
        e3 * values[row3 + j];
    }
    gradient[columns] += e0 + e1 + e2 + e3;
  }
}

/**
 * Adds Σ curvature · row · rowᵀ to the lower triangle, four rows to two of its rows at a time: what is
 * read once is used twice. The last pair is the last column's and the intercept's; where that leaves
 * an odd one, it is the first column's.
 */
function addCurvature(
  values: Float64Array,
  count: number,
  { curvatures }: Chunk,
  hessian: Float64Array,
  size: number,
) {
  const columns = size - 1;
  for (let row = 0; row < count; row += 4) {
    const row0 = row * columns;
    const row1 = row + 1 < count ? row0 + columns : row0;
    const row2 = row + 2 < count ? row1 + columns : row0;
    const row3 = row + 3 < count ? row2 + columns : row0;
    const q0 = curvatures[row];
    const q1 = curvatures[row + 1];
    const q2 = curvatures[row + 2];
    const q3 = curvatures[row + 3];
    if (size % 2 === 1) {
      hessian[0] += q0 * values[row0] ** 2 + q1 * values[row1] ** 2 + q2 * values[row2] ** 2 +
        q3 * values[row3] ** 2;
    }
    for (let j = size % 2; j < columns; j += 2) {
      const c0 = q0 * values[row0 + j];
      const c1 = q1 * values[row1 + j];
      const c2 = q2 * values[row2 + j];
      const c3 = q3 * values[row3 + j];
      const isIntercept = j + 1 === columns;
      const y0 = isIntercept ? 1 : values[row0 + j + 1];
      const y1 = isIntercept ? 1 : values[row1 + j + 1];
      const y2 = isIntercept ? 1 : values[row2 + j + 1];
      const y3 = isIntercept ? 1 : values[row3 + j + 1];
      const d0 = q0 * y0;
      const d1 = q1 * y1;
      const d2 = q2 * y2;
      const d3 = q3 * y3;
      const upper = j * size;
      const lower = upper + size;
      for (let k = 0; k <= j; k++) {
        const x0 = values[row0 + k];
        const x1 = values[row1 + k];
        const x2 = values[row2 + k];
        const x3 = values[row3 + k];
        hessian[upper + k] += c0 * x0 + c1 * x1 + c2 * x2 + c3 * x3;
        hessian[lower + k] += d0 * x0 + d1 * x1 + d2 * x2 + d3 * x3;
      }
      hessian[lower + j + 1] += d0 * y0 + d1 * y1 + d2 * y2 + d3 * y3;
    }
  }
}

/** Lets each row of a chunk count as often as its weight says; the loss that this adds. */
function weighAgain(
  targets: Float64Array,
  rowWeights: Float64Array,
  { logOdds, errors, curvatures }: Chunk,
): number {
  let added = 0;
  for (let row = 0; row < rowWeights.length; row++) {
    const z = logOdds[row];
    const loss = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - targets[row] * z;
    added += (rowWeights[row] - 1) * loss;
    errors[row] *= rowWeights[row];
    curvatures[row] *= rowWeights[row];
  }
  return added;
}
