import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import { memoize } from "../../numeric/memoize.ts";
import {
  fitPurchaseModel,
  type FittedPurchases,
  type PurchaseModelFamily,
} from "./fitting/fit_purchase_model.ts";
import { hyp2f1 } from "./fitting/hyp2f1.ts";
import { nbdProbability } from "./nbd.ts";
import type { PurchaseTimes } from "./fitting/purchase_times.ts";

/** The BG/NBD and the MBG/NBD model: customers may leave after a purchase. */
export interface GeometricDropoutParameters {
  /** In the BG/NBD model nobody leaves before a repeat purchase; in the MBG/NBD one may. */
  readonly kind: "beta_geo_nbd" | "modified_beta_geo_nbd";
  /** Shape of the purchase rates' gamma distribution. */
  readonly r: number;
  /** Rate of the purchase rates' gamma distribution, in units of time. */
  readonly alpha: number;
  /** First shape of the dropout probabilities' beta distribution. */
  readonly a: number;
  /** Second shape of the dropout probabilities' beta distribution. */
  readonly b: number;
}

/** The parameters of the BG/NBD model. */
export type BetaGeoNbdParameters = GeometricDropoutParameters & { readonly kind: "beta_geo_nbd" };

/** A fitted BG/NBD model. */
export type BetaGeoNbdModel = FittedPurchases<BetaGeoNbdParameters>;

/**
 * The log-likelihood of purchase histories under the BG/NBD or the MBG/NBD model.
 *
 * Customers buy at individual gamma-distributed rates, and after every repeat purchase (MBG/NBD:
 * after every purchase, the first one too) leave for good with individual beta-distributed
 * probabilities. The two ways to a history (still a customer, or left after the last purchase) are
 * added as logarithms, so that nothing overflows.
 *
 * Source: Fader, Hardie, Lee (2005), "Counting your customers the easy way", equation 6; Batislam,
 * Denizel, Filiztekin (2007), "Empirical validation and comparison of models for customer base
 * analysis", equation 2.
 *
 * @param times Purchase histories in the unit of `alpha`.
 * @param gradient Where the derivatives by `r, alpha, a, b` are written, if wanted.
 * @returns The sum over customers of the logarithm of the likelihood.
 */
export function geometricDropoutLogLikelihood(
  { kind, r, alpha, a, b }: GeometricDropoutParameters,
  { repeatFrequency, lastPurchaseAge, age, customers }: PurchaseTimes,
  gradient?: Float64Array,
): number {
  // Chances to leave that were survived: one per repeat purchase but the last, which may have been
  // the end; in the MBG/NBD model the first purchase is one chance more.
  const more = chancesAtFirst(kind);
  const constant = r * Math.log(alpha) - gammaln(r) + gammaln(a + b) - gammaln(b);
  const byFrequency = memoize((x: number) =>
    constant + gammaln(r + x) + gammaln(b + more + x) - gammaln(a + b + more + x)
  );
  // Left after the last purchase: survived one chance less, and took the next.
  const oddsOf = memoize((x: number) => Math.log(a / (b + more + x - 1)));
  const rSlope = memoize((x: number) => Math.log(alpha) - digamma(r) + digamma(r + x));
  const aSlope = memoize((x: number) => digamma(a + b) - digamma(a + b + more + x));
  const bSlope = memoize((x: number) => aSlope(x) - digamma(b) + digamma(b + more + x));
  let sum = 0, byR = 0, byAlpha = 0, byA = 0, byB = 0;
  // What depends on the frequency alone is looked up where that changes: seldom, if it is in order.
  let x = -1, base = 0, logOdds = 0, rBase = 0, aBase = 0, bBase = 0;
  for (let i = 0; i < age.length; i++) {
    const weight = customers === undefined ? 1 : customers[i];
    if (repeatFrequency[i] !== x) {
      x = repeatFrequency[i];
      base = byFrequency(x);
      logOdds = oddsOf(x);
      if (gradient) [rBase, aBase, bBase] = [rSlope(x), aSlope(x), bSlope(x)];
    }
    const now = alpha + age[i], logNow = Math.log(now);
    if (x + more === 0) { // sure to be a customer still
      sum += weight * (base - r * logNow);
      if (gradient) {
        byR += weight * (rBase - logNow);
        byAlpha += weight * (r / alpha - r / now);
        byA += weight * aBase;
        byB += weight * bBase;
      }
      continue;
    }
    const then = alpha + lastPurchaseAge[i], logThen = Math.log(then);
    // The odds of being gone, as a logarithm: the larger of the two ways is taken out of the sum.
    const odds = logOdds + (r + x) * (logNow - logThen);
    const smaller = Math.exp(odds > 0 ? -odds : odds);
    const both = 1 + smaller;
    sum += weight * (base - (r + x) * logNow + (odds > 0 ? odds : 0) + Math.log(both));
    if (gradient) {
      const gone = (odds > 0 ? 1 : smaller) / both, alive = 1 - gone;
      byR += weight * (rBase - alive * logNow - gone * logThen);
      byAlpha += weight * (r / alpha - (r + x) * (alive / now + gone / then));
      byA += weight * (aBase + gone / a);
      byB += weight * (bBase - gone / (b + more + x - 1));
    }
  }
  gradient?.set([byR, byAlpha, byA, byB]);
  return sum;
}

/** 1 where the first purchase is a chance to leave, as in the MBG/NBD model. */
function chancesAtFirst(kind: GeometricDropoutParameters["kind"]): 0 | 1 {
  return kind === "beta_geo_nbd" ? 0 : 1;
}

/**
 * Fits the BG/NBD model of repeat purchases by maximum likelihood.
 *
 * Customers may leave after any repeat purchase, so that whoever bought once is surely still one.
 * Whether the dropout explains anything, `choosePurchaseModel` tells.
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
 * import { fitBetaGeoNbd } from "./beta_geo_nbd.ts";
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
  return fitPurchaseModel(BETA_GEO_NBD, { repeatFrequency, lastPurchaseAge, age });
}

/** Common part of the BG/NBD and MBG/NBD models: all but name and fit. */
export const GEOMETRIC_DROPOUT: Omit<
  PurchaseModelFamily<GeometricDropoutParameters>,
  "kind" | "name" | "fit"
> = {
  parameters: ["r", "alpha", "a", "b"],
  times: ["alpha"],
  logLikelihood: geometricDropoutLogLikelihood,
  probabilityAlive({ kind, r, alpha, a, b }, x, last, age) {
    const more = chancesAtFirst(kind);
    if (x + more === 0) return 1;
    return 1 / (1 + a / (b + more + x - 1) * ((alpha + age) / (alpha + last)) ** (r + x));
  },
  purchasesIfAlive: purchasesUntilDropout,
  countProbability(parameters, time, count) {
    const { kind, a, b } = parameters;
    const chances = count + chancesAtFirst(kind);
    const staying = Math.exp(logBeta(a, b + chances) - logBeta(a, b)) *
      nbdProbability(parameters, time, count);
    if (chances === 0) return staying;
    let fewer = 0;
    for (let n = 0; n < count; n++) fewer += nbdProbability(parameters, time, n);
    return staying + Math.exp(logBeta(a + 1, b + chances - 1) - logBeta(a, b)) * (1 - fewer);
  },
  drawLeaving: ({ kind, a, b }, x, _age, horizon, random) => ({
    dropout: random.beta(a, b + x + chancesAtFirst(kind)),
    end: horizon,
  }),
};

/** The BG/NBD model among the purchase models. */
export const BETA_GEO_NBD: PurchaseModelFamily<BetaGeoNbdParameters> = {
  kind: "beta_geo_nbd",
  name: "BG/NBD",
  fit: fitBetaGeoNbd,
  ...GEOMETRIC_DROPOUT,
};

/** Around a = 1 the formula is 0 / 0: there it is interpolated between the two ends of this width. */
const NEAR_ONE = 2e-5;

/** Expected purchases of a customer known to be alive at `age`. */
function purchasesUntilDropout(
  { kind, r, alpha, a, b }: GeometricDropoutParameters,
  x: number,
  age: number,
  horizon: number,
): number {
  if (Math.abs(a - 1) < NEAR_ONE / 2) {
    const [below, above] = [1 - NEAR_ONE, 1 + NEAR_ONE]
      .map((a) => purchasesUntilDropout({ kind, r, alpha, a, b }, x, age, horizon));
    return (below + above) / 2 + (a - 1) / (2 * NEAR_ONE) * (above - below);
  }
  const z = horizon / (alpha + age + horizon);
  const survived = b + chancesAtFirst(kind) + x;
  const c = a + survived - 1 || Number.EPSILON; // c F(…; c; z) has a limit at c = 0
  // All terms of this series are positive, so nothing cancels; the factor keeps it from overflowing.
  const notBuying = hyp2f1(r + x, survived, c, z, (r + x) * Math.log1p(-z));
  return c / (a - 1) * (1 - notBuying);
}

function logBeta(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}
