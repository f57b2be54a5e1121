import { familyOf, type PurchaseParameters } from "./purchase_model.ts";

/**
 * The probability that each customer is still one, under any of the purchase models.
 *
 * In the NBD model it is 1 for everyone; in the BG/NBD model, where a customer can leave only after a
 * repeat purchase, for everyone without one.
 *
 * Source: Fader, Hardie, Lee (2008), "Computing P(alive) using the BG/NBD model"; Batislam, Denizel,
 * Filiztekin (2007), equation 5; Fader, Hardie (2005), "A note on deriving the Pareto/NBD model",
 * section 4.
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
 * const model = { kind: "beta_geo_nbd", r: 1, alpha: 1, a: 1, b: 1 } as const;
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
  model: PurchaseParameters,
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
): Float64Array {
  const family = familyOf(model);
  return repeatFrequency.map((x, i) =>
    family.probabilityAlive(model, x, lastPurchaseAge[i], age[i])
  );
}
