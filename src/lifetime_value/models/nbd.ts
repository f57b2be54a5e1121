import gammaln from "@stdlib/math-base-special-gammaln";
import { digamma } from "../../numeric/digamma.ts";
import { onceEach } from "../spend/once_each.ts";
import type { NbdParameters } from "./purchase_model.ts";
import type { PurchaseTimes } from "./purchase_times.ts";

/**
 * The log-likelihood of purchase histories under the NBD model, in which nobody ever leaves.
 *
 * Source: Ehrenberg (1959), "The pattern of consumer purchases".
 *
 * @param parameters Shape `r` and rate `alpha` of the purchase rates, both positive.
 * @param times Purchase histories in the unit of `alpha`; only number and age matter.
 * @param gradient Where the derivatives by `r` and `alpha` are written, if wanted.
 * @returns The sum over customers of the logarithm of the likelihood.
 *
 * @example
 * ```ts
 * import { nbdLogLikelihood } from "./nbd.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const logLikelihood = nbdLogLikelihood({ r: 2, alpha: 1 }, {
 *   repeatFrequency: Float64Array.of(0), lastPurchaseAge: Float64Array.of(0), age: Float64Array.of(3),
 * });
 * assertAlmostEquals(logLikelihood, 2 * Math.log(1 / 4), 1e-12);
 * ```
 */
export function nbdLogLikelihood(
  { r, alpha }: Omit<NbdParameters, "kind">,
  { repeatFrequency, age, customers }: PurchaseTimes,
  gradient?: Float64Array,
): number {
  const constant = r * Math.log(alpha) - gammaln(r);
  const byFrequency = onceEach((x) => constant + gammaln(r + x));
  const slopes = onceEach((x) => digamma(r + x));
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
