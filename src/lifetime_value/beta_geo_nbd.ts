import gammaln from "@stdlib/math-base-special-gammaln";
import { digamma } from "../numeric/digamma.ts";
import { onceEach } from "./once_each.ts";
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
  const rSlope = onceEach((x) => Math.log(alpha) - digamma(r) + digamma(r + x));
  const aSlope = onceEach((x) => digamma(a + b) - digamma(a + b + more + x));
  const bSlope = onceEach((x) => aSlope(x) - digamma(b) + digamma(b + more + x));
  const logA = Math.log(a);
  gradient?.fill(0);
  let sum = 0;
  for (let i = 0; i < age.length; i++) {
    const x = repeatFrequency[i], weight = customers?.[i] ?? 1;
    const survived = b + more + x - 1; // chances survived by who left after the last purchase
    const mayBeGone = x + more > 0;
    const logAge = Math.log(alpha + age[i]);
    const logLast = mayBeGone ? Math.log(alpha + lastPurchaseAge[i]) : 0;
    const alive = -(r + x) * logAge;
    const gone = mayBeGone ? logA - Math.log(survived) - (r + x) * logLast : -Infinity;
    const larger = alive > gone ? alive : gone;
    const smaller = Math.exp((alive > gone ? gone : alive) - larger);
    sum += weight * (byFrequency(x) + larger + Math.log1p(smaller));
    if (gradient) {
      const share = (alive > gone ? 1 : smaller) / (1 + smaller); // of the likelihood: still alive
      const left = 1 - share;
      gradient[0] += weight * (rSlope(x) - share * logAge - left * logLast);
      gradient[1] += weight *
        (r / alpha - (r + x) * (share / (alpha + age[i]) + left / (alpha + lastPurchaseAge[i])));
      gradient[2] += weight * (aSlope(x) + left / a);
      gradient[3] += weight * (bSlope(x) - (left === 0 ? 0 : left / survived));
    }
  }
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
