import type { GeometricDropoutParameters } from "./beta_geo_nbd.ts";
import { probabilityAlive } from "./probability_alive.ts";

/**
 * The probability that a customer buys nothing in the time to come, under BG/NBD or MBG/NBD.
 *
 * Who is alive buys at a rate λ, Gamma(r + x, α + T) after x repeat purchases in the age T, so
 * P(no purchase in t) = 1 − P(alive) · (1 − ((α + T) ÷ (α + T + t))^(r + x)).
 * Source: Fader, Hardie, Lee (2005), "Counting your customers the easy way".
 *
 * @param lastPurchaseAge Time from first to last purchase of each customer.
 * @param time Length of the time to come, in the unit of the ages.
 */
export function noPurchaseProbability(
  model: GeometricDropoutParameters,
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
  time: number,
): Float64Array {
  const { r, alpha } = model;
  return probabilityAlive(model, repeatFrequency, lastPurchaseAge, age).map((alive, i) => {
    const rate = (alpha + age[i]) / (alpha + age[i] + time);
    return 1 - alive * (1 - rate ** (r + repeatFrequency[i]));
  });
}
