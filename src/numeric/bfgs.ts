/** A function of several parameters that also writes its derivatives where it is given room. */
export type Differentiable = (x: Float64Array, gradient?: Float64Array) => number;

/** Options of {@linkcode bfgs}. */
export interface BfgsOptions {
  /** Iterations at most; default 200. */
  readonly maxIterations?: number;
  /** Stops when no derivative is larger than this; default 1e-6. */
  readonly gradientTolerance?: number;
}

/** Minimum that {@linkcode bfgs} found. */
export interface BfgsResult {
  /** The best parameters seen. */
  readonly x: Float64Array;
  /** The function's value there. */
  readonly value: number;
  /** Iterations used. */
  readonly iterations: number;
  /** Whether the derivatives came below the tolerance. */
  readonly converged: boolean;
}

const SUFFICIENT_DECREASE = 1e-4, CURVATURE = 0.9;
const LINE_STEPS = 40;

/**
 * Minimises a smooth function of a few parameters by the quasi-Newton method of Broyden, Fletcher,
 * Goldfarb and Shanno.
 *
 * The line search bisects until the Wolfe conditions hold. A value of NaN or +∞ counts as too far, so
 * the function may refuse parameters by returning either.
 *
 * Source: Nocedal and Wright, "Numerical Optimization" (2006), algorithm 6.1; Lewis and Overton
 * (2013), "Nonsmooth optimization via quasi-Newton methods", algorithm 2.6 (the line search).
 *
 * @returns The best parameters, their value, and whether the search converged.
 * @throws {RangeError} If the value at the start is not a finite number.
 */
export function bfgs(
  f: Differentiable,
  start: ArrayLike<number>,
  options: BfgsOptions = {},
): BfgsResult {
  const { maxIterations = 200, gradientTolerance = 1e-6 } = options;
  const n = start.length;
  let x = Float64Array.from(start);
  let gradient = new Float64Array(n);
  let value = f(x, gradient);
  if (!Number.isFinite(value)) {
    throw new RangeError(`Minimising by BFGS: the value at the start is ${value}.`);
  }
  let inverse = identity(n, 1 / Math.max(1, norm(gradient)));
  let iterations = 0;
  const flat = () => gradient.every((slope) => Math.abs(slope) <= gradientTolerance);
  for (; iterations < maxIterations && !flat(); iterations++) {
    const direction = times(inverse, gradient).map((slope) => -slope);
    const step = lineSearch(f, x, value, gradient, direction);
    if (step === undefined) break; // Rounding is all that is left, or the edge was reached.
    const moved = step.x.map((to, i) => to - x[i]);
    const bent = step.gradient.map((slope, i) => slope - gradient[i]);
    const curvature = dot(moved, bent);
    if (curvature > 1e-10 * norm(moved) * norm(bent)) {
      if (iterations === 0) inverse = identity(n, curvature / dot(bent, bent));
      update(inverse, moved, bent, curvature);
    }
    ({ x, value, gradient } = step);
  }
  return { x, value, iterations, converged: flat() };
}

/** Walks along a direction until it goes down enough and is no longer as steep. */
function lineSearch(
  f: Differentiable,
  x: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
) {
  const slope = dot(gradient, direction);
  if (!(slope < 0)) return undefined;
  let low = 0, high = Infinity, size = 1;
  let best:
    | { x: Float64Array<ArrayBuffer>; value: number; gradient: Float64Array<ArrayBuffer> }
    | undefined;
  for (let i = 0; i < LINE_STEPS; i++) {
    const there = x.map((from, j) => from + size * direction[j]);
    const thereGradient = new Float64Array(x.length);
    const thereValue = f(there, thereGradient);
    if (!(thereValue <= value + SUFFICIENT_DECREASE * size * slope)) high = size;
    else {
      best = { x: there, value: thereValue, gradient: thereGradient };
      if (dot(thereGradient, direction) >= CURVATURE * slope) return best;
      low = size;
    }
    size = high < Infinity ? (low + high) / 2 : 2 * low;
  }
  return best;
}

/** The BFGS update of the inverse Hessian, in place: equation 6.17. */
function update(inverse: Float64Array[], s: Float64Array, y: Float64Array, curvature: number) {
  const Hy = times(inverse, y);
  const scale = (1 + dot(y, Hy) / curvature) / curvature;
  for (let i = 0; i < s.length; i++) {
    for (let j = 0; j < s.length; j++) {
      inverse[i][j] += scale * s[i] * s[j] - (Hy[i] * s[j] + s[i] * Hy[j]) / curvature;
    }
  }
}

function identity(n: number, scale: number): Float64Array[] {
  return Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = scale;
    return row;
  });
}

function times(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => dot(row, vector));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
