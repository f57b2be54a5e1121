import gammaln from "@stdlib/math-base-special-gammaln";
import { onceEach } from "./once_each.ts";
import type { ParetoNbdParameters } from "./purchase_model.ts";
import type { PurchaseTimes } from "./purchase_times.ts";

/**
 * The log-likelihood of purchase histories under the Pareto/NBD model.
 *
 * Customers buy at individual gamma-distributed rates, and leave for good after individual times
 * whose rates are gamma-distributed as well.
 *
 * Source: Schmittlein, Morrison, Colombo (1987), "Counting your customers"; Fader, Hardie (2005), "A
 * note on deriving the Pareto/NBD model and related expressions", section 3.
 *
 * @param parameters The model's parameters, all positive.
 * @param times Purchase histories in the unit of `alpha` and `beta`.
 * @returns The sum over customers of the logarithm of the likelihood.
 *
 * @example
 * ```ts
 * import { paretoNbdLogLikelihood } from "./pareto_nbd.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * // r = alpha = s = beta = 1, no repeat purchase in T = 1: 1/4 alive and silent, 3/8 left before.
 * const logLikelihood = paretoNbdLogLikelihood({ r: 1, alpha: 1, s: 1, beta: 1 }, {
 *   repeatFrequency: Float64Array.of(0), lastPurchaseAge: Float64Array.of(0), age: Float64Array.of(1),
 * });
 * assertAlmostEquals(logLikelihood, Math.log(1 / 4 + 3 / 8), 1e-12);
 * ```
 */
export function paretoNbdLogLikelihood(
  parameters: Omit<ParetoNbdParameters, "kind">,
  { repeatFrequency, lastPurchaseAge, age, customers }: PurchaseTimes,
): number {
  const { r, alpha, s, beta } = parameters;
  const constant = r * Math.log(alpha) + s * Math.log(beta) - gammaln(r);
  const byFrequency = onceEach((x) => constant + gammaln(r + x));
  let sum = 0;
  for (let i = 0; i < age.length; i++) {
    const x = repeatFrequency[i];
    const alive = -(r + x) * Math.log(alpha + age[i]) - s * Math.log(beta + age[i]);
    const odds = goneOdds(parameters, x, lastPurchaseAge[i], age[i]);
    sum += (customers?.[i] ?? 1) * (byFrequency(x) + alive + log1pExp(odds));
  }
  return sum;
}

/**
 * The logarithm of the odds that a customer has left, given the history, under the Pareto/NBD model.
 *
 * With a = r + s + x and z from 0 to 1 the published terms F(a, ·; a + 1; z) / (…)^a become, by
 * Euler's transformation, F(1, ·; a + 1; z) over powers that can be taken as logarithms: nothing
 * overflows, whatever the number of purchases.
 *
 * Source: Fader, Hardie (2005), "A note on deriving the Pareto/NBD model", equations 17–22; DLMF
 * 15.8.1.
 *
 * @param parameters The model's parameters, all positive.
 * @param x Number of repeat purchases.
 * @param last First to last purchase, t_x.
 * @param age First purchase to now, T.
 * @returns ln((1 − p) / p) where p is the probability of being alive; −Infinity where it is 1.
 *
 * @example
 * ```ts
 * import { goneOdds } from "./pareto_nbd.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const odds = goneOdds({ r: 1, alpha: 1, s: 1, beta: 1 }, 0, 0, 1);
 * assertAlmostEquals(Math.exp(odds), (3 / 8) / (1 / 4), 1e-12);
 * ```
 */
export function goneOdds(
  { r, alpha, s, beta }: Omit<ParetoNbdParameters, "kind">,
  x: number,
  last: number,
  age: number,
): number {
  const a = r + s + x;
  const flip = alpha < beta;
  const [large, small] = flip ? [beta, alpha] : [alpha, beta];
  const upper = flip ? s + 1 : r + x;
  // What is integrated from the last purchase to now: the time at which the customer left. Each end
  // relative to the customer being alive now.
  const power = flip ? [r + x - 1, s + 1] : [r + x, s];
  const at = (t: number) =>
    Math.log(fraction(upper, a + 1, (large - small) / (large + t))) -
    power[0] * Math.log((alpha + t) / (alpha + age)) -
    power[1] * Math.log((beta + t) / (beta + age));
  const scale = flip ? Math.log((alpha + age) / (beta + age)) : 0;
  const from = at(last), to = at(age);
  if (!(from > to)) return -Infinity;
  return Math.log(s / a) + scale + from + Math.log(-Math.expm1(to - from));
}

const TERMS = 5_000;

/**
 * F(1, b; c; z) for 0 < b < c and 0 ≤ z < 1, by Gauss's continued fraction, evaluated forwards by
 * Steed's method. Near z = 1 it needs tens of terms where the series needs thousands.
 *
 * Source: Lorentzen and Waadeland, "Continued Fractions with Applications" (1992), VI.1.1.
 */
function fraction(b: number, c: number, z: number): number {
  let denominator = 1, step = 1, value = 1;
  for (let n = 1; n <= TERMS; n++) {
    const m = n >> 1;
    const u = n % 2 === 1
      ? (b + m) * (c - 1 + m) / ((c + n - 2) * (c + n - 1))
      : m * (c - b + m - 1) / ((c + n - 2) * (c + n - 1));
    denominator = 1 / (1 - u * z * denominator);
    step *= denominator - 1;
    value += step;
    if (Math.abs(step) <= 1e-15 * value) return value;
  }
  return value;
}

function log1pExp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
