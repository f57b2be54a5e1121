import type { Random } from "../numeric/random/random.ts";
import type { GammaGammaParameters } from "./models/gamma_gamma.ts";
import { familyOf, type PurchaseParameters } from "./models/purchase_model.ts";

/** Purchase history of one customer. */
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
 * The posterior of a purchase model is a mixture of two: gone, and no more purchases; or alive, with a
 * purchase rate ~ Gamma(r + x, α + T) and, where customers leave, a dropout probability
 * ~ Beta(a, b + x) (MBG/NBD: b + x + 1) or a dropout rate ~ Gamma(s, β + T). The spend rate's
 * posterior is Gamma(q + p·x, γ + x·m̄), and each purchase's spend is Gamma(p) at that rate. Drawing
 * these and then the purchases themselves gives the exact posterior predictive distribution.
 *
 * Source: Fader, Hardie, Lee (2005), section 3; Batislam, Denizel, Filiztekin (2007), section 2;
 * Fader, Hardie (2005), "A note on deriving the Pareto/NBD model"; Fader, Hardie (2013), equation 3.
 *
 * @returns Discounted spend within the horizon, in the money of `gamma`.
 */
export function simulateLifetimeValue(
  purchases: PurchaseParameters,
  { p, q, gamma }: GammaGammaParameters,
  { repeatFrequency: x, age, probabilityAlive, meanRepeatSpend }: CustomerHistory,
  { length, discountRate }: Horizon,
  random: Random,
): number {
  if (random.next() >= probabilityAlive) return 0;
  const rate = random.gamma(purchases.r + x) / (purchases.alpha + age);
  if (rate === 0) return 0; // A gamma number of tiny shape can be too small for a double.
  const { dropout, end } = familyOf(purchases).drawLeaving(
    purchases,
    x,
    age,
    length,
    random,
  );
  const spendRate = random.gamma(q + p * x) / (gamma + (x === 0 ? 0 : x * meanRepeatSpend));
  let value = 0;
  for (let t = random.exponential(rate); t <= end; t += random.exponential(rate)) {
    value += random.gamma(p) / spendRate * Math.exp(-discountRate * t);
    if (dropout > 0 && random.next() < dropout) break;
  }
  return value;
}
