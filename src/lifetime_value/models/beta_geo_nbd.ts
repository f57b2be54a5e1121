import gammaln from "@stdlib/math-base-special-gammaln";
import { digamma } from "../../numeric/digamma.ts";
import { onceEach } from "../spend/once_each.ts";
import type { GeometricDropoutParameters } from "./purchase_model.ts";
import type { PurchaseTimes } from "./purchase_times.ts";

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
 * @param parameters The model's parameters, all positive.
 * @param times Purchase histories in the unit of `alpha`.
 * @param gradient Where the derivatives by `r, alpha, a, b` are written, if wanted.
 * @returns The sum over customers of the logarithm of the likelihood.
 *
 * @example
 * ```ts
 * import { geometricDropoutLogLikelihood } from "./beta_geo_nbd.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * // Without a repeat purchase the BG/NBD likelihood is (alpha / (alpha + T))^r.
 * const model = { kind: "beta_geo_nbd", r: 2, alpha: 1, a: 1, b: 1 } as const;
 * const logLikelihood = geometricDropoutLogLikelihood(model, {
 *   repeatFrequency: Float64Array.of(0), lastPurchaseAge: Float64Array.of(0), age: Float64Array.of(3),
 * });
 * assertAlmostEquals(logLikelihood, 2 * Math.log(1 / 4), 1e-12);
 * ```
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
  const byFrequency = onceEach((x) =>
    constant + gammaln(r + x) + gammaln(b + more + x) - gammaln(a + b + more + x)
  );
  // Left after the last purchase: survived one chance less, and took the next.
  const oddsOf = onceEach((x) => Math.log(a / (b + more + x - 1)));
  const rSlope = onceEach((x) => Math.log(alpha) - digamma(r) + digamma(r + x));
  const aSlope = onceEach((x) => digamma(a + b) - digamma(a + b + more + x));
  const bSlope = onceEach((x) => aSlope(x) - digamma(b) + digamma(b + more + x));
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

/**
 * Whether the first purchase is a chance to leave.
 *
 * @param kind Which of the two models.
 * @returns 1 in the MBG/NBD model, 0 in the BG/NBD model.
 *
 * @example
 * ```ts
 * import { chancesAtFirst } from "./beta_geo_nbd.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([chancesAtFirst("beta_geo_nbd"), chancesAtFirst("modified_beta_geo_nbd")], [0, 1]);
 * ```
 */
export function chancesAtFirst(kind: GeometricDropoutParameters["kind"]): 0 | 1 {
  return kind === "beta_geo_nbd" ? 0 : 1;
}
