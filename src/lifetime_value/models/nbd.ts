import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import { memoize } from "../../numeric/memoize.ts";
import {
  fitPurchaseModel,
  type FittedPurchases,
  type PurchaseModelFamily,
} from "./fitting/fit_purchase_model.ts";
import type { PurchaseTimes } from "./fitting/purchase_times.ts";

/** The NBD model: gamma-distributed purchase rates, and nobody ever leaves. */
export interface NbdParameters {
  readonly kind: "nbd";
  /** Shape of the purchase rates' gamma distribution. */
  readonly r: number;
  /** Rate of the purchase rates' gamma distribution, in units of time. */
  readonly alpha: number;
}

/** A fitted NBD model. */
export type NbdModel = FittedPurchases<NbdParameters>;

/**
 * The log-likelihood of purchase histories under the NBD model, in which nobody ever leaves.
 *
 * Source: Ehrenberg (1959), "The pattern of consumer purchases".
 *
 * @param parameters Shape `r` and rate `alpha` of the purchase rates, both positive.
 * @param times Purchase histories in the unit of `alpha`; only number and age matter.
 * @param gradient Where the derivatives by `r` and `alpha` are written, if wanted.
 * @returns The sum over customers of the logarithm of the likelihood.
 */
export function nbdLogLikelihood(
  { r, alpha }: Omit<NbdParameters, "kind">,
  { repeatFrequency, age, customers }: PurchaseTimes,
  gradient?: Float64Array,
): number {
  const constant = r * Math.log(alpha) - gammaln(r);
  const byFrequency = memoize((x: number) => constant + gammaln(r + x));
  const slopes = memoize((x: number) => digamma(r + x));
  const slope = Math.log(alpha) - digamma(r);
  gradient?.fill(0);
  let sum = 0;
  for (let i = 0; i < age.length; i++) {
    const x = repeatFrequency[i], weight = customers?.[i] ?? 1;
    const logTime = Math.log(alpha + age[i]);
    sum += weight * (byFrequency(x) - (r + x) * logTime);
    if (gradient) {
      gradient[0] += weight * (slope + slopes(x) - logTime);
      gradient[1] += weight * (r / alpha - (r + x) / (alpha + age[i]));
    }
  }
  return sum;
}

/**
 * Fits the NBD model of repeat purchases by maximum likelihood: everybody stays a customer for ever.
 *
 * It is the yardstick of the models with dropout: where they do not beat it, the file does not tell
 * who has left.
 *
 * Source: Ehrenberg (1959), "The pattern of consumer purchases", Applied Statistics 8(1).
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
 * import { fitNbd } from "./nbd.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = fitNbd(
 *   Float64Array.of(0, 1, 0, 5, 2, 0),
 *   Float64Array.of(0, 3, 0, 30, 20, 0),
 *   Float64Array.of(39, 39, 38, 36, 35, 30),
 * );
 * assertEquals([model.kind, model.customers], ["nbd", 6]);
 * ```
 */
export function fitNbd(
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
): NbdModel {
  return fitPurchaseModel(NBD, { repeatFrequency, lastPurchaseAge, age });
}

/**
 * The probability that a new customer makes so many purchases in a time under the NBD model.
 *
 * @param parameters Shape `r` and rate `alpha` of the purchase rates, both positive.
 * @param time Length of the time, in the unit of `alpha`.
 */
export function nbdProbability(
  { r, alpha }: Omit<NbdParameters, "kind">,
  time: number,
  count: number,
): number {
  if (time === 0) return count === 0 ? 1 : 0;
  // As logarithms, so that nothing overflows where r is large.
  return Math.exp(
    gammaln(r + count) - gammaln(r) - gammaln(count + 1) +
      r * Math.log(alpha / (alpha + time)) + count * Math.log(time / (alpha + time)),
  );
}

/** The NBD model among the purchase models. */
export const NBD: PurchaseModelFamily<NbdParameters> = {
  kind: "nbd",
  name: "NBD",
  parameters: ["r", "alpha"],
  times: ["alpha"],
  logLikelihood: nbdLogLikelihood,
  fit: fitNbd,
  probabilityAlive: () => 1,
  purchasesIfAlive: ({ r, alpha }, x, age, horizon) => (r + x) / (alpha + age) * horizon,
  countProbability: nbdProbability,
  drawLeaving: (_parameters, _x, _age, horizon) => ({ dropout: 0, end: horizon }),
};
