import gammaln from "@stdlib/math-base-special-gammaln";

/** The four parameters of the BG/NBD model. */
export interface BetaGeoNbdParameters {
  /** Shape of the purchase rates' gamma distribution. */
  readonly r: number;
  /** Rate of the purchase rates' gamma distribution, in units of time. */
  readonly alpha: number;
  /** First shape of the dropout probabilities' beta distribution. */
  readonly a: number;
  /** Second shape of the dropout probabilities' beta distribution. */
  readonly b: number;
}

/** The purchase histories of customers, one element each, times in one unit. */
export interface PurchaseTimes {
  /** Number of repeat purchases, x. */
  readonly repeatFrequency: Float64Array;
  /** First to last purchase, t_x; 0 without repeat purchases. */
  readonly lastPurchaseAge: Float64Array;
  /** First purchase to the end of observation, T. */
  readonly age: Float64Array;
}

/**
 * The log-likelihood of purchase histories under the BG/NBD model.
 *
 * Customers buy at individual gamma-distributed rates, and after every repeat purchase leave for
 * good with individual beta-distributed probabilities. The two ways to a history (still a customer,
 * or left after the last purchase) are added as logarithms, so that nothing overflows.
 *
 * Source: Fader, Hardie, Lee (2005), "Counting your customers the easy way", equation 6.
 *
 * @param parameters The model's parameters, all positive.
 * @param times Purchase histories in the unit of `alpha`.
 * @returns The sum over customers of the logarithm of the likelihood.
 *
 * @example
 * ```ts
 * import { betaGeoNbdLogLikelihood } from "./beta_geo_nbd.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * // Without a repeat purchase the likelihood is (alpha / (alpha + T))^r.
 * const logLikelihood = betaGeoNbdLogLikelihood({ r: 2, alpha: 1, a: 1, b: 1 }, {
 *   repeatFrequency: Float64Array.of(0), lastPurchaseAge: Float64Array.of(0), age: Float64Array.of(3),
 * });
 * assertAlmostEquals(logLikelihood, 2 * Math.log(1 / 4), 1e-12);
 * ```
 */
export function betaGeoNbdLogLikelihood(
  { r, alpha, a, b }: BetaGeoNbdParameters,
  { repeatFrequency, lastPurchaseAge, age }: PurchaseTimes,
): number {
  const constant = r * Math.log(alpha) - gammaln(r) + gammaln(a + b) - gammaln(b);
  const byFrequency = remember((x) => gammaln(r + x) + gammaln(b + x) - gammaln(a + b + x));
  let sum = 0;
  for (let i = 0; i < age.length; i++) {
    const x = repeatFrequency[i];
    const alive = -(r + x) * Math.log(alpha + age[i]);
    sum += constant + byFrequency(x) + (x === 0 ? alive : logAddExp(
      alive,
      Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + lastPurchaseAge[i]),
    ));
  }
  return sum;
}

/**
 * The log-likelihood of purchase histories under the NBD model: the BG/NBD model in which nobody
 * ever leaves.
 *
 * Source: Ehrenberg (1959), "The pattern of consumer purchases".
 *
 * @param parameters Shape `r` and rate `alpha` of the purchase rates, both positive.
 * @param times Purchase histories in the unit of `alpha`; only number and age matter.
 * @returns The sum over customers of the logarithm of the likelihood.
 *
 * @example
 * ```ts
 * import { nbdLogLikelihood } from "./beta_geo_nbd.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const logLikelihood = nbdLogLikelihood({ r: 2, alpha: 1 }, {
 *   repeatFrequency: Float64Array.of(0), lastPurchaseAge: Float64Array.of(0), age: Float64Array.of(3),
 * });
 * assertAlmostEquals(logLikelihood, 2 * Math.log(1 / 4), 1e-12);
 * ```
 */
export function nbdLogLikelihood(
  { r, alpha }: Pick<BetaGeoNbdParameters, "r" | "alpha">,
  { repeatFrequency, age }: PurchaseTimes,
): number {
  const constant = r * Math.log(alpha) - gammaln(r);
  const byFrequency = remember((x) => gammaln(r + x));
  let sum = 0;
  for (let i = 0; i < age.length; i++) {
    const x = repeatFrequency[i];
    sum += constant + byFrequency(x) - (r + x) * Math.log(alpha + age[i]);
  }
  return sum;
}

/** Few customers buy very often, so a function of the count is worth computing once per count. */
function remember(f: (x: number) => number): (x: number) => number {
  const known: number[] = [];
  return (x) => known[x] ??= f(x);
}

function logAddExp(p: number, q: number): number {
  const larger = Math.max(p, q);
  return larger + Math.log1p(Math.exp(Math.min(p, q) - larger));
}
