import { nelderMead } from "../numeric/nelder_mead.ts";

const RESTARTS = 8;
/** A gamma or beta distribution of shape e^9 is as good as a point: beyond it only rounding grows. */
const LARGEST_LOGARITHM = 9;
/** How near to the edge counts as on it. */
const EDGE = 0.01;

/** Where {@linkcode maximise} ended. */
export interface Maximum {
  /** The best parameters, all positive. */
  readonly parameters: number[];
  /** Whether a restart of the search found nothing better. */
  readonly converged: boolean;
  /** For each parameter, whether it ran to the edge of the search: the data do not determine it. */
  readonly atEdge: boolean[];
}

/**
 * Maximises a log-likelihood over positive parameters.
 *
 * The search runs over the logarithms of the parameters and starts where all are 1, so data should be
 * scaled to a mean of about 1. A simplex can collapse before the top: the search is restarted from
 * where it ended until that gains nothing. Parameters are kept between e^−9 and e^9.
 *
 * @param logLikelihood The function to maximise.
 * @param count Number of parameters.
 * @returns The best parameters and whether the search converged.
 *
 * @example
 * ```ts
 * import { maximise } from "./maximise.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { parameters } = maximise(([x]) => -((x - 3) ** 2), 1);
 * assertAlmostEquals(parameters[0], 3, 1e-6);
 * ```
 */
export function maximise(logLikelihood: (parameters: number[]) => number, count: number): Maximum {
  const f = (logs: number[]) =>
    logs.some((log) => Math.abs(log) > LARGEST_LOGARITHM)
      ? Infinity
      : -logLikelihood(logs.map(Math.exp));
  let best = nelderMead(f, new Array(count).fill(0), { initialStep: 0.5 });
  let converged = false;
  for (let restart = 0; restart < RESTARTS && !converged; restart++) {
    const again = nelderMead(f, best.x, { initialStep: 0.1 });
    const gain = best.value - again.value;
    if (gain > 0) best = again;
    converged = again.converged && gain <= 1e-8;
  }
  return {
    parameters: best.x.map(Math.exp),
    converged,
    atEdge: best.x.map((log) => Math.abs(log) > LARGEST_LOGARITHM - EDGE),
  };
}

/**
 * Says which parameters ran to the edge of the search.
 *
 * @param model The model's name.
 * @param names The parameters' names.
 * @param atEdge See {@linkcode Maximum}.
 * @returns One sentence, or none.
 *
 * @example
 * ```ts
 * import { undetermined } from "./maximise.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(undetermined("NBD", ["r", "alpha"], [true, false]), [
 *   "The NBD parameter r ran to the edge of the search: the data do not determine it.",
 * ]);
 * ```
 */
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
  return [
    `The ${model} ${them} ran to the edge of the search: the data do not determine ${it}.`,
  ];
}
