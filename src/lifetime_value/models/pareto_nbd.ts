import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import { gaussLegendre } from "../../numeric/gauss_legendre.ts";
import { memoize } from "../../numeric/memoize.ts";
import { sum } from "../../numeric/sums.ts";
import {
  fitPurchaseModel,
  type FittedPurchases,
  type PurchaseModelFamily,
} from "./fitting/fit_purchase_model.ts";
import type { PurchaseTimes } from "./fitting/purchase_times.ts";

/** The Pareto/NBD model: customers may leave at any time. */
export interface ParetoNbdParameters {
  readonly kind: "pareto_nbd";
  /** Shape of the purchase rates' gamma distribution. */
  readonly r: number;
  /** Rate of the purchase rates' gamma distribution, in units of time. */
  readonly alpha: number;
  /** Shape of the dropout rates' gamma distribution. */
  readonly s: number;
  /** Rate of the dropout rates' gamma distribution, in units of time. */
  readonly beta: number;
}

/** A fitted Pareto/NBD model. */
export type ParetoNbdModel = FittedPurchases<ParetoNbdParameters>;

/**
 * The log-likelihood of purchase histories under the Pareto/NBD model.
 *
 * Customers buy at individual gamma-distributed rates, and leave for good after individual times
 * whose rates are gamma-distributed as well.
 *
 * Source: Schmittlein, Morrison, Colombo (1987), "Counting your customers"; Fader, Hardie (2005), "A
 * note on deriving the Pareto/NBD model and related expressions", section 3.
 *
 * @param times Purchase histories in the unit of `alpha` and `beta`.
 * @param gradient Where given, the derivatives by r, alpha, s and beta are written here.
 * @returns The sum over customers of the logarithm of the likelihood.
 */
export function paretoNbdLogLikelihood(
  parameters: Omit<ParetoNbdParameters, "kind">,
  { repeatFrequency, lastPurchaseAge, age, customers }: PurchaseTimes,
  gradient?: Float64Array,
): number {
  const { r, alpha, s, beta } = parameters;
  const constant = r * Math.log(alpha) + s * Math.log(beta) - gammaln(r);
  const byFrequency = memoize((x: number) => constant + gammaln(r + x));
  const digammaOf = memoize((x: number) => digamma(r + x));
  const slopes = gradient && new Float64Array(4);
  gradient?.fill(0);
  let total = 0;
  for (let i = 0; i < age.length; i++) {
    const x = repeatFrequency[i], T = age[i], count = customers?.[i] ?? 1;
    const logAlpha = Math.log(alpha + T), logBeta = Math.log(beta + T);
    const odds = goneOdds(parameters, x, lastPurchaseAge[i], T, slopes);
    total += count * (byFrequency(x) - (r + x) * logAlpha - s * logBeta + log1pExp(odds));
    if (gradient && slopes) {
      const gone = 1 / (1 + Math.exp(-odds));
      gradient[0] += count * (digammaOf(x) - logAlpha + gone * slopes[0]);
      gradient[1] += count * (gone * slopes[1] - (r + x) / (alpha + T));
      gradient[2] += count * (gone * slopes[2] - logBeta);
      gradient[3] += count * (gone * slopes[3] - s / (beta + T));
    }
  }
  if (gradient) {
    const all = customers ? sum(customers) : age.length;
    gradient[0] += all * (Math.log(alpha) - digammaOf(0));
    gradient[1] += all * r / alpha;
    gradient[2] += all * Math.log(beta);
    gradient[3] += all * s / beta;
  }
  return total;
}

/** Places per panel, and the largest exponent that a panel spans: exact to the last digits but two. */
const { places: PLACES, weights: WEIGHTS } = gaussLegendre(16);
const PANEL = 8;
/** Beyond e^−45 of the largest there is nothing to add. */
const NEGLIGIBLE = 45;

/**
 * The logarithm of the odds that a customer has left, given the history, under the Pareto/NBD model.
 *
 * The customer left at some time between the last purchase and now. Relative to being alive now, that
 * is an integral of powers of α + t and β + t, which is done by Gauss–Legendre quadrature over the
 * logarithm of the smaller of the two, in as many panels as its steepness asks for. Nothing overflows,
 * whatever the number of purchases, nothing slows down where a parameter runs away (the hypergeometric
 * series does both), and the derivatives come from the same places.
 *
 * Source: Fader, Hardie (2005), "A note on deriving the Pareto/NBD model", equations 13–16.
 *
 * @param slopes Where given, the derivatives by r, alpha, s and beta are written here.
 * @returns ln((1 − p) / p) where p is the probability of being alive; −Infinity where it is 1.
 */
function goneOdds(
  { r, alpha, s, beta }: Omit<ParetoNbdParameters, "kind">,
  x: number,
  last: number,
  age: number,
  slopes?: Float64Array,
): number {
  slopes?.fill(0);
  if (!(age > last)) return -Infinity;
  const small = Math.min(alpha, beta);
  const ratio = (from: number) => Math.log1p((last - age) / (from + age));
  // Both powers fall: where either has fallen far enough, the rest is left out.
  const end = Math.min(
    age,
    (alpha + last) * Math.exp(NEGLIGIBLE / (r + x)) - alpha,
    (beta + last) * Math.exp(NEGLIGIBLE / (s + 1)) - beta,
  );
  const steepest = 1 + (small + end) * ((r + x) / (alpha + end) + (s + 1) / (beta + end));
  const span = Math.log1p((end - last) / (small + last));
  const panels = Math.ceil(steepest * span / PANEL);
  const width = span / panels;
  const start = -(r + x) * ratio(alpha) - s * ratio(beta);
  const [alphaNow, betaNow] = [alpha + age, beta + age];
  let sum = 0, byR = 0, byAlpha = 0, byS = 0, byBeta = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (let place = 0; place < PLACES.length; place++) {
      const grown = (small + last) * Math.exp((panel + PLACES[place]) * width); // small + t
      const t = grown - small;
      const logAlpha = Math.log((alpha + t) / alphaNow), logBeta = Math.log((beta + t) / betaNow);
      const weight = WEIGHTS[place] * grown / (beta + t) *
        Math.exp(-(r + x) * logAlpha - s * logBeta - start);
      sum += weight;
      if (slopes === undefined) continue;
      byR -= weight * logAlpha;
      byAlpha += weight * (t - age) / (alpha + t);
      byS -= weight * logBeta;
      byBeta += weight * (s / betaNow - (s + 1) / (beta + t));
    }
  }
  if (slopes) {
    slopes[0] = byR / sum;
    slopes[1] = (r + x) / alphaNow * byAlpha / sum;
    slopes[2] = 1 / s + byS / sum;
    slopes[3] = byBeta / sum;
  }
  return Math.log(s) + start + Math.log(width * sum);
}

function log1pExp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/**
 * Fits the Pareto/NBD model of repeat purchases by maximum likelihood.
 *
 * Customers may leave at any time, whether they have just bought or not.
 *
 * Source: Schmittlein, Morrison, Colombo (1987), "Counting your customers: who are they and what will
 * they do next?", Management Science 33(1).
 *
 * @param repeatFrequency Number of repeat purchases per customer, x.
 * @param lastPurchaseAge First to last purchase, t_x, in any one unit of time.
 * @param age First purchase to the end of observation, T, in the same unit.
 * @returns The fitted model, `alpha` and `beta` in that unit of time.
 * @throws {TypeError} If the arrays differ in length.
 * @throws {RangeError} If a history is impossible.
 * @throws {NotEnoughDataError} If nobody bought again.
 *
 * @example
 * ```ts
 * import { fitParetoNbd } from "./pareto_nbd.ts";
 * import { assert } from "@std/assert";
 *
 * const model = fitParetoNbd(
 *   Float64Array.of(0, 1, 0, 5, 2, 0),
 *   Float64Array.of(0, 3, 0, 30, 20, 0),
 *   Float64Array.of(39, 39, 38, 36, 35, 30),
 * );
 * assert(model.s > 0 && model.logLikelihood < 0);
 * ```
 */
export function fitParetoNbd(
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
): ParetoNbdModel {
  return fitPurchaseModel(PARETO_NBD, { repeatFrequency, lastPurchaseAge, age });
}

/** The Pareto/NBD model among the purchase models. */
export const PARETO_NBD: PurchaseModelFamily<ParetoNbdParameters> = {
  kind: "pareto_nbd",
  name: "Pareto/NBD",
  parameters: ["r", "alpha", "s", "beta"],
  times: ["alpha", "beta"],
  logLikelihood: paretoNbdLogLikelihood,
  fit: fitParetoNbd,
  probabilityAlive: (parameters, x, last, age) =>
    1 / (1 + Math.exp(goneOdds(parameters, x, last, age))),
  purchasesIfAlive: (parameters, x, age, horizon) =>
    (parameters.r + x) / (parameters.alpha + age) * timeAsCustomer(parameters, age, horizon),
  drawLeaving({ s, beta }, _x, age, horizon, random) {
    const rate = random.gamma(s) / (beta + age);
    return { dropout: 0, end: rate === 0 ? horizon : Math.min(horizon, random.exponential(rate)) };
  },
};

/** How much of the horizon a customer known to be alive at `age` is expected to stay. */
function timeAsCustomer({ s, beta }: ParetoNbdParameters, age: number, horizon: number): number {
  const decline = -Math.log1p(horizon / (beta + age));
  const share = s === 1 ? -decline : -Math.expm1((s - 1) * decline) / (s - 1);
  return (beta + age) * share;
}
