/** Options of {@linkcode nelderMead}. */
export interface NelderMeadOptions {
  /** Iterations at most; default 400 per parameter. */
  readonly maxIterations?: number;
  /** Stops when every vertex is this near to the best one, in each parameter; default 1e-8. */
  readonly xTolerance?: number;
  /** … and every vertex's value this near to the best value; default 1e-8. */
  readonly valueTolerance?: number;
  /** First step per parameter, relative to its start (absolute where the start is 0); default .05. */
  readonly initialStep?: number;
}

/** What {@linkcode nelderMead} found. */
export interface NelderMeadResult {
  /** The best parameters seen. */
  readonly x: number[];
  /** The function's value there. */
  readonly value: number;
  /** Iterations used. */
  readonly iterations: number;
  /** Whether the tolerances were met within `maxIterations`. */
  readonly converged: boolean;
}

interface Vertex {
  readonly x: number[];
  readonly value: number;
}

/**
 * Minimises a function of a few parameters without derivatives, by the downhill simplex of Nelder
 * and Mead (1965) with the usual coefficients (reflection 1, expansion 2, contraction and
 * shrinkage ½).
 *
 * A value of NaN counts as +∞, so the function may refuse parameters by returning either.
 *
 * @param f The function to minimise.
 * @param start Parameters to start from.
 * @param options When to stop, and how large the first step is.
 * @returns The best parameters, their value, and whether the search converged.
 * @throws {RangeError} If there is no parameter, or the value at the start is not a finite number.
 *
 * @example
 * ```ts
 * import { nelderMead } from "./nelder_mead.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { x } = nelderMead(([a, b]) => (a - 3) ** 2 + (b + 1) ** 2, [0, 0]);
 * assertAlmostEquals(x[0], 3, 1e-6);
 * assertAlmostEquals(x[1], -1, 1e-6);
 * ```
 */
export function nelderMead(
  f: (x: number[]) => number,
  start: readonly number[],
  options: NelderMeadOptions = {},
): NelderMeadResult {
  const n = start.length;
  const { maxIterations = 400 * n, xTolerance = 1e-8, valueTolerance = 1e-8, initialStep = 0.05 } =
    options;
  if (n === 0) throw new RangeError("Minimising by Nelder–Mead: the start has no parameters.");

  const evaluate = (x: number[]): Vertex => {
    const value = f(x.slice());
    return { x, value: Number.isNaN(value) ? Infinity : value };
  };
  let simplex = firstSimplex(start, initialStep).map(evaluate);
  if (!Number.isFinite(simplex[0].value)) {
    throw new RangeError(
      `Minimising by Nelder–Mead: the value at the start is ${
        simplex[0].value
      }, not a finite number.`,
    );
  }

  let iterations = 0;
  let converged = false;
  while (true) {
    simplex.sort((a, b) => a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
    converged = isSmall(simplex, xTolerance, valueTolerance);
    if (converged || iterations >= maxIterations) break;
    iterations++;

    const best = simplex[0];
    const worst = simplex[n];
    const centre = centroidOfAllButLast(simplex);
    const reflected = evaluate(along(centre, worst.x, -1));
    if (reflected.value < best.value) {
      const expanded = evaluate(along(centre, worst.x, -2));
      simplex[n] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < simplex[n - 1].value) {
      simplex[n] = reflected;
    } else {
      const outside = reflected.value < worst.value;
      const contracted = evaluate(along(centre, worst.x, outside ? -0.5 : 0.5));
      if (contracted.value < Math.min(reflected.value, worst.value)) simplex[n] = contracted;
      else {
        simplex = simplex.map((vertex, i) =>
          i === 0 ? vertex : evaluate(along(best.x, vertex.x, 0.5))
        );
      }
    }
  }
  return { x: simplex[0].x, value: simplex[0].value, iterations, converged };
}

/** The start, and one vertex a step away along each parameter. */
function firstSimplex(start: readonly number[], step: number): number[][] {
  return [
    [...start],
    ...start.map((_, i) => start.map((x, j) => i !== j ? x : x === 0 ? step : x * (1 + step))),
  ];
}

function isSmall(simplex: Vertex[], xTolerance: number, valueTolerance: number): boolean {
  const best = simplex[0];
  return simplex.every((vertex) =>
    Math.abs(vertex.value - best.value) <= valueTolerance &&
    vertex.x.every((x, i) => Math.abs(x - best.x[i]) <= xTolerance)
  );
}

function centroidOfAllButLast(simplex: Vertex[]): number[] {
  const n = simplex.length - 1;
  return simplex[0].x.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += simplex[j].x[i];
    return sum / n;
  });
}

/** The point at `share` of the way from `from` (0) to `to` (1); negative is the opposite side. */
function along(from: number[], to: number[], share: number): number[] {
  return from.map((x, i) => x + share * (to[i] - x));
}
