import type { BetaGeoNbdParameters } from "./beta_geo_nbd.ts";

/**
 * The probability that each customer is still one, under the BG/NBD model.
 *
 * In this model a customer can leave only after a repeat purchase: without one it is 1.
 *
 * Source: Fader, Hardie, Lee (2008), "Computing P(alive) using the BG/NBD model".
 *
 * @param model Parameters of the model.
 * @param repeatFrequency Number of repeat purchases per customer, x.
 * @param lastPurchaseAge First to last purchase, t_x, in the unit of `alpha`.
 * @param age First purchase to now, T, in the same unit.
 * @returns One probability per customer.
 *
 * @example
 * ```ts
 * import { probabilityAlive } from "./probability_alive.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = { r: 1, alpha: 1, a: 1, b: 1 };
 * const alive = probabilityAlive(
 *   model,
 *   Float64Array.of(0, 1),
 *   Float64Array.of(0, 1),
 *   Float64Array.of(3, 3),
 * );
 * assertEquals([...alive], [1, 1 / (1 + 1 / 1 * (4 / 2) ** 2)]);
 * ```
 */
export function probabilityAlive(
  { r, alpha, a, b }: BetaGeoNbdParameters,
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
): Float64Array {
  return repeatFrequency.map((x, i) =>
    x === 0
      ? 1
      : 1 / (1 + a / (b + x - 1) * ((alpha + age[i]) / (alpha + lastPurchaseAge[i])) ** (r + x))
  );
}
