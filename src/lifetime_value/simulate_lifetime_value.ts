import type { Random } from "../numeric/random.ts";
import type { BetaGeoNbdParameters } from "./beta_geo_nbd.ts";
import type { GammaGammaParameters } from "./fit_gamma_gamma.ts";

/** What is known of one customer. */
export interface CustomerHistory {
  /** Number of repeat purchases, x. */
  readonly repeatFrequency: number;
  /** First purchase to now, T, in the unit of `alpha`. */
  readonly age: number;
  /** Probability of still being a customer. */
  readonly probabilityAlive: number;
  /** Mean spend of the repeat purchases; any number where there are none. */
  readonly meanRepeatSpend: number;
}

/** The time to look ahead. */
export interface Horizon {
  /** Its length, in the unit of `alpha`. */
  readonly length: number;
  /** Continuous discount rate per unit of time: money at time t counts e^(−rate·t). */
  readonly discountRate: number;
}

/**
 * Draws one possible future of a customer and adds up its discounted spend.
 *
 * The posterior of the BG/NBD model is a mixture of two: gone, and no more purchases; or alive, with a
 * purchase rate ~ Gamma(r + x, α + T) and a dropout probability ~ Beta(a, b + x). The spend rate's
 * posterior is Gamma(q + p·x, γ + x·m̄), and each purchase's spend is Gamma(p) at that rate. Drawing
 * these and then the purchases themselves gives the exact posterior predictive distribution.
 *
 * Source: Fader, Hardie, Lee (2005), section 3; Fader, Hardie (2013), equation 3.
 *
 * @param purchases Parameters of the BG/NBD model.
 * @param spend Parameters of the Gamma-Gamma model.
 * @param customer What is known of the customer.
 * @param horizon How far to look ahead.
 * @param random The source of chance.
 * @returns Discounted spend within the horizon, in the money of `gamma`.
 *
 * @example
 * ```ts
 * import { createRandom } from "../numeric/random.ts";
 * import { simulateLifetimeValue } from "./simulate_lifetime_value.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const gone = { repeatFrequency: 2, age: 300, probabilityAlive: 0, meanRepeatSpend: 20 };
 * const value = simulateLifetimeValue(
 *   { r: 1, alpha: 50, a: 1, b: 3 },
 *   { p: 6, q: 4, gamma: 15 },
 *   gone,
 *   { length: 365, discountRate: 0 },
 *   createRandom(42),
 * );
 * assertEquals(value, 0);
 * ```
 */
export function simulateLifetimeValue(
  { r, alpha, a, b }: BetaGeoNbdParameters,
  { p, q, gamma }: GammaGammaParameters,
  { repeatFrequency: x, age, probabilityAlive, meanRepeatSpend }: CustomerHistory,
  { length, discountRate }: Horizon,
  random: Random,
): number {
  if (random.next() >= probabilityAlive) return 0;
  const rate = random.gamma(r + x) / (alpha + age);
  if (rate === 0) return 0; // A gamma number of tiny shape can be too small for a double.
  const dropout = random.beta(a, b + x);
  const spendRate = random.gamma(q + p * x) / (gamma + (x === 0 ? 0 : x * meanRepeatSpend));
  let value = 0;
  for (let t = random.exponential(rate); t <= length; t += random.exponential(rate)) {
    value += random.gamma(p) / spendRate * Math.exp(-discountRate * t);
    if (random.next() < dropout) break;
  }
  return value;
}
