import { bfgs, type Differentiable } from "../../../numeric/bfgs.ts";
import { choleskyFactor } from "../../../numeric/cholesky.ts";
import { matrixFromRows } from "../../../numeric/matrix.ts";

/** A gamma or beta distribution of shape e^9 is as good as a point: beyond it only rounding grows. */
const LARGEST_LOGARITHM = 9;
/** How near to the edge counts as on it. */
const EDGE = 0.01;
/** Rounds along the edge, in each of which a parameter may come to it or leave it. */
const EDGE_ROUNDS = 20;
/** A round that gains less in log-likelihood is the last. */
const NOTHING_MORE = 1e-7;
/** Step for second derivatives, relative to the parameter. */
const STEP = 1e-3;
const NEWTON_STEPS = 12;
/** A Newton step that promises less than this gains nothing that can be seen. */
const NOTHING = 1e-14;
/** A step that gains so little leaves the curvature as it is, to six digits or so. */
const NEAR = 1e-6;

/** A log-likelihood of positive parameters that also writes its derivatives where it is asked to. */
export type LogLikelihood = Differentiable;

/** Options of {@linkcode maximise}. */
export interface MaximiseOptions {
  /** Whether the other parameters are searched on where one has run to the edge; default false. */
  readonly followEdge?: boolean;
  /** How many customers the log-likelihood is a sum over; default 1. */
  readonly customers?: number;
  /**
   * Parameters near the top, such as those of a sample, and the covariance of their logarithms:
   * Newton's method alone may do from there.
   */
  readonly start?: Pick<Maximum, "parameters"> & {
    readonly covariance: readonly (readonly number[])[];
  };
}

/** Maximum that {@linkcode maximise} found. */
export interface Maximum {
  /** The best parameters, all positive. */
  readonly parameters: number[];
  /** Of each parameter, from the curvature at the top; null where there is none. */
  readonly standardErrors: (number | null)[];
  /** Of the parameters' logarithms; null where there is none. */
  readonly covariance: number[][] | null;
  /** Whether nothing better is near. */
  readonly converged: boolean;
  /** For each parameter, whether it ran to the edge of the search: the data do not determine it. */
  readonly atEdge: boolean[];
}

/**
 * Maximises a log-likelihood over positive parameters.
 *
 * The search runs over the logarithms of the parameters and starts where all are 1, so data should be
 * scaled to a mean of about 1. BFGS comes first, then Newton's method at the top, whose curvature
 * gives the standard errors (inverse Fisher information, delta method). Parameters are kept between
 * e^−9 and e^9.
 *
 * @returns The best parameters with standard errors, and whether the search converged.
 */
export function maximise(
  logLikelihood: LogLikelihood,
  count: number,
  { followEdge = false, customers = 1, start }: MaximiseOptions = {},
): Maximum {
  const f = overLogarithms(logLikelihood);
  const x: Float64Array = start
    ? Float64Array.from(start.parameters, Math.log)
    : new Float64Array(count);
  if (start) {
    const near = newton(f, x, start.covariance.map((row) => [...row]));
    if (near.converged && near.covariance !== undefined) return maximum(near);
  }
  // Of many customers the sum's rounding is larger than any slope that a search could ask for.
  const perCustomer: Differentiable = (logs, gradient) => {
    const value = f(logs, gradient) / customers;
    gradient?.forEach((slope, i) => gradient[i] = slope / customers);
    return value;
  };
  const gradientTolerance = Math.max(1e-6, 1e-5 / customers);
  const found = bfgs(perCustomer, x, { gradientTolerance });
  const stopped = followEdge && !found.converged && onEdge(found.x);
  return maximum(newton(f, stopped ? alongEdge(perCustomer, found.x, gradientTolerance) : found.x));
}

function maximum({ top, covariance, converged }: ReturnType<typeof newton>): Maximum {
  const parameters = Array.from(top, Math.exp);
  const atEdge = Array.from(top, (log) => Math.abs(log) > LARGEST_LOGARITHM - EDGE);
  return {
    parameters,
    standardErrors: parameters.map((value, i) =>
      covariance === undefined || atEdge.includes(true) ? null : value * Math.sqrt(covariance[i][i])
    ),
    covariance: covariance ?? null,
    converged,
    atEdge,
  };
}

/** The negative log-likelihood of the parameters' logarithms, infinite beyond the edge. */
function overLogarithms(logLikelihood: LogLikelihood): Differentiable {
  return (logs, gradient) => {
    if (logs.some((log) => !(Math.abs(log) <= LARGEST_LOGARITHM))) return Infinity;
    const parameters = logs.map(Math.exp);
    const value = -logLikelihood(parameters, gradient);
    gradient?.forEach((slope, i) => gradient[i] = -slope * parameters[i]);
    return value;
  };
}

/** Goes on with BFGS; a parameter at the edge stays there as long as it pulls beyond. */
function alongEdge(f: Differentiable, start: Float64Array, gradientTolerance: number) {
  const x = start.slice(), slopes = new Float64Array(x.length);
  let value = f(x, slopes), gain = Infinity;
  for (let round = 0; round < EDGE_ROUNDS && gain > NOTHING_MORE; round++) {
    const free = [...x.keys()].filter((i) =>
      !onEdge(x.subarray(i, i + 1)) || Math.sign(slopes[i]) === Math.sign(x[i])
    );
    const overFree: Differentiable = (logs, gradient) => {
      free.forEach((i, k) => x[i] = logs[k]);
      const there = f(x, gradient && slopes);
      if (gradient) free.forEach((i, k) => gradient[k] = slopes[i]);
      return there;
    };
    const best = bfgs(overFree, Float64Array.from(free, (i) => x[i]), {
      gradientTolerance,
      maxIterations: 30,
    });
    free.forEach((i, k) => x[i] = best.x[k]);
    gain = value - f(x, slopes);
    value -= gain;
  }
  return x;
}

/**
 * Newton's method at the top. A guess of the curvature saves measuring it until steps are short; the
 * one that is returned is always measured there.
 */
function newton(f: Differentiable, start: Float64Array, guess?: number[][]) {
  let top = start;
  const gradient = new Float64Array(top.length);
  let value = f(top, gradient);
  let measured = guess === undefined;
  let inverse = guess ?? inverted(hessian(f, top));
  let before = Infinity;
  for (let step = 0;;) {
    // On the edge there is no curvature to be had; what the search found stands.
    if (inverse === undefined) {
      return { top, covariance: undefined, converged: step > 0 || onEdge(top) };
    }
    const move = inverse.map((row) => row.reduce((sum, v, i) => sum + v * gradient[i], 0));
    const promised = move.reduce((sum, v, i) => sum + v * gradient[i], 0) / 2;
    if (measured && promised <= NOTHING) return { top, covariance: inverse, converged: true };
    const there = top.map((log, i) => log - move[i]);
    const thereGradient = new Float64Array(top.length);
    const near = promised <= NEAR;
    const thereValue = measured || !near ? f(there, thereGradient) : Infinity;
    if (step === NEWTON_STEPS || !(thereValue <= value)) {
      // Rounding of a large sum hides what little is left to gain.
      if (measured) return { top, covariance: inverse, converged: promised <= 1e-6 };
      inverse = inverted(hessian(f, top));
      [measured, before] = [true, Infinity];
      continue;
    }
    // Near the top the curvature stays as it is: it is measured anew only where steps stay long.
    if (!near && promised > before / 100) {
      inverse = inverted(hessian(f, there));
      measured = true;
    }
    before = promised;
    top = there;
    value = thereValue;
    gradient.set(thereGradient);
    step++;
  }
}

function onEdge(logs: Float64Array): boolean {
  return logs.some((log) => Math.abs(log) > LARGEST_LOGARITHM - EDGE);
}

/** Central differences of the derivatives. */
function hessian(f: Differentiable, at: Float64Array): number[][] {
  const slopes = (i: number, step: number) => {
    const there = at.slice();
    there[i] += step;
    const gradient = new Float64Array(at.length).fill(NaN);
    f(there, gradient);
    return gradient;
  };
  const rows = Array.from(at, (_, i) => {
    const above = slopes(i, STEP), below = slopes(i, -STEP);
    return Array.from(above, (slope, j) => (slope - below[j]) / (2 * STEP));
  });
  return rows.map((row, i) => row.map((value, j) => (value + rows[j][i]) / 2));
}

/** The inverse of a positive definite matrix; undefined for any other. */
function inverted(rows: number[][]): number[][] | undefined {
  if (rows.flat().some((value) => !Number.isFinite(value))) return undefined;
  const factor = choleskyFactor(matrixFromRows(rows));
  if (factor === undefined) return undefined;
  const n = rows.length, L = factor.values;
  // The columns of the lower triangle's inverse, of which the inverse is the product.
  const columns = rows.map((_, j) => {
    const column = new Float64Array(n);
    for (let i = j; i < n; i++) {
      let rest = i === j ? 1 : 0;
      for (let k = j; k < i; k++) rest -= L[i * n + k] * column[k];
      column[i] = rest / L[i * n + i];
    }
    return column;
  });
  return columns.map((a) => columns.map((b) => a.reduce((sum, v, k) => sum + v * b[k], 0)));
}

/** Says which parameters ran to the edge of the search. */
export function undetermined(
  model: string,
  names: readonly string[],
  atEdge: readonly boolean[],
): string[] {
  const which = names.filter((_, i) => atEdge[i]);
  if (which.length === 0) return [];
  const [them, it] = which.length === 1
    ? [`parameter ${which[0]}`, "it"]
    : [`parameters ${which.join(", ")}`, "them"];
  return [`The ${model} ${them} ran to the edge of the search: the data do not determine ${it}.`];
}
