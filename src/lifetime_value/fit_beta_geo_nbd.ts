import { NotEnoughDataError } from "../customers/not_enough_data_error.ts";
import {
  betaGeoNbdLogLikelihood,
  type BetaGeoNbdParameters,
  nbdLogLikelihood,
  type PurchaseTimes,
} from "./beta_geo_nbd.ts";
import { maximise, undetermined } from "./maximise.ts";
import { probabilityAlive } from "./probability_alive.ts";

/** A fitted BG/NBD model: a plain object that can be written as JSON. */
export interface BetaGeoNbdModel extends BetaGeoNbdParameters {
  readonly kind: "beta_geo_nbd";
  /** At the fitted parameters. */
  readonly logLikelihood: number;
  /** Number of customers fitted on. */
  readonly customers: number;
  /** Whether the search ended at its tolerance. */
  readonly converged: boolean;
  /** Sentences on what the model cannot tell; none for a sound fit. */
  readonly warnings: readonly string[];
}

/** Twice the gain in log-likelihood that two useless parameters reach in 1 of 20 cases (χ², 2 df). */
const CHI_SQUARED_95 = 5.991;

/**
 * Fits the BG/NBD model of repeat purchases by maximum likelihood.
 *
 * The fit is compared with the NBD model, in which nobody leaves: where the dropout explains nothing,
 * the model says so in `warnings`, since its probabilities of being alive are then about 1 for
 * everyone.
 *
 * Source: Fader, Hardie, Lee (2005), "Counting your customers the easy way", Marketing Science 24(2).
 *
 * @param repeatFrequency Number of repeat purchases per customer, x.
 * @param lastPurchaseAge First to last purchase, t_x, in any one unit of time.
 * @param age First purchase to the end of observation, T, in the same unit.
 * @returns The fitted model, `alpha` in that unit of time.
 * @throws {TypeError} If the arrays differ in length.
 * @throws {RangeError} If a history is impossible.
 * @throws {NotEnoughDataError} If nobody bought again.
 *
 * @example
 * ```ts
 * import { fitBetaGeoNbd } from "./fit_beta_geo_nbd.ts";
 * import { assert } from "@std/assert";
 *
 * const model = fitBetaGeoNbd(
 *   Float64Array.of(0, 1, 0, 5, 2, 0),
 *   Float64Array.of(0, 3, 0, 30, 20, 0),
 *   Float64Array.of(39, 39, 38, 36, 35, 30),
 * );
 * assert(model.r > 0 && model.logLikelihood < 0);
 * ```
 */
export function fitBetaGeoNbd(
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
): BetaGeoNbdModel {
  const times = { repeatFrequency, lastPurchaseAge, age };
  checkTimes(times);
  // Times of about 1 keep the parameters near the start of the search.
  const unit = age.reduce((sum, t) => sum + t, 0) / age.length;
  const scaled = {
    repeatFrequency,
    lastPurchaseAge: lastPurchaseAge.map((t) => t / unit),
    age: age.map((t) => t / unit),
  };
  const { parameters, converged, atEdge } = maximise(
    ([r, alpha, a, b]) => betaGeoNbdLogLikelihood({ r, alpha, a, b }, scaled),
    4,
  );
  const [r, alpha, a, b] = parameters;
  const fitted = { r, alpha: alpha * unit, a, b };
  const nbd = maximise(([r, alpha]) => nbdLogLikelihood({ r, alpha }, scaled), 2).parameters;
  const logLikelihood = betaGeoNbdLogLikelihood(fitted, times);
  const gain = logLikelihood - nbdLogLikelihood({ r: nbd[0], alpha: nbd[1] * unit }, times);
  return {
    kind: "beta_geo_nbd",
    ...fitted,
    logLikelihood,
    customers: age.length,
    converged,
    warnings: [
      ...degenerate(fitted, times, gain),
      ...undetermined("BG/NBD", ["r", "alpha", "a", "b"], atEdge),
      ...(converged ? [] : [NOT_CONVERGED]),
    ],
  };
}

const NOT_CONVERGED = "The search for the BG/NBD parameters stopped before it converged.";

/** The dropout is degenerate where it explains nothing, or next to nobody has left. */
function degenerate(model: BetaGeoNbdParameters, times: PurchaseTimes, gain: number): string[] {
  const alive = probabilityAlive(
    model,
    times.repeatFrequency,
    times.lastPurchaseAge,
    times.age,
  );
  const share = alive.reduce((sum, p) => sum + p, 0) / alive.length;
  if (2 * gain >= CHI_SQUARED_95 && share < 0.99) return [];
  return [
    `The BG/NBD dropout is degenerate: against a model in which nobody leaves it gains ` +
    `${gain.toFixed(2)} in log-likelihood, and the mean probability of being alive is ` +
    `${share.toFixed(3)}, so it does not tell who has left.`,
  ];
}

/** Weeks are sevenths of days, so that equal times may differ in the last digit. */
const ROUNDING = 1e-12;

function checkTimes({ repeatFrequency, lastPurchaseAge, age }: PurchaseTimes): void {
  const n = age.length;
  if (repeatFrequency.length !== n || lastPurchaseAge.length !== n) {
    throw new TypeError(
      `Fitting BG/NBD: got ${repeatFrequency.length} frequencies, ${lastPurchaseAge.length} ` +
        `last purchases and ${n} ages.`,
    );
  }
  for (let i = 0; i < n; i++) {
    const x = repeatFrequency[i], t = lastPurchaseAge[i], end = age[i];
    const possible = Number.isInteger(x) && x >= 0 && end >= 0 && end < Infinity &&
      (x === 0 ? t === 0 : t > 0 && t <= end * (1 + ROUNDING));
    if (!possible) {
      throw new RangeError(
        `Fitting BG/NBD: customer ${i} cannot have x = ${x}, t_x = ${t}, T = ${end}.`,
      );
    }
  }
  if (repeatFrequency.every((x) => x === 0)) {
    throw new NotEnoughDataError("Fitting BG/NBD: not enough data, nobody bought on a second day.");
  }
}
