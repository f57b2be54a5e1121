import { probabilityAlive } from "./probability_alive.ts";
import { familyOf, type PurchaseParameters } from "./purchase_model.ts";

/**
 * The expected number of purchases of each customer in the time to come, given their history, under
 * any of the purchase models.
 *
 * A customer of whom nothing is known yet has x = t_x = T = 0, which gives the expectation of a new
 * customer.
 *
 * Source: Fader, Hardie, Lee (2005), "Counting your customers the easy way", equations 9 and 10;
 * Batislam, Denizel, Filiztekin (2007), equation 6; Fader, Hardie (2005), "A note on deriving the
 * Pareto/NBD model", equation 41.
 *
 * @param model Parameters of the model.
 * @param repeatFrequency Number of repeat purchases per customer, x.
 * @param lastPurchaseAge First to last purchase, t_x, in the unit of `alpha`.
 * @param age First purchase to now, T, in the same unit.
 * @param horizon Length of the time to come, in the same unit.
 * @returns One expected number per customer.
 * @throws {RangeError} If the horizon is negative or not finite.
 *
 * @example
 * ```ts
 * import { expectedPurchases } from "./expected_purchases.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * // Fader, Hardie, Lee (2005), section 4: a customer with x = 2, t_x = 30.43, T = 38.86.
 * const model = { kind: "beta_geo_nbd", r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const;
 * const [expected] = expectedPurchases(
 *   model,
 *   Float64Array.of(2),
 *   Float64Array.of(30.43),
 *   Float64Array.of(38.86),
 *   39,
 * );
 * assertAlmostEquals(expected, 1.226, 5e-4);
 * ```
 */
export function expectedPurchases(
  model: PurchaseParameters,
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
  horizon: number,
): Float64Array {
  if (!(horizon >= 0 && horizon < Infinity)) {
    throw new RangeError(
      `Expecting purchases: the horizon must be finite and ≥ 0, got ${horizon}.`,
    );
  }
  const alive = probabilityAlive(model, repeatFrequency, lastPurchaseAge, age);
  const family = familyOf(model);
  return alive.map((p, i) =>
    p * family.purchasesIfAlive(model, repeatFrequency[i], age[i], horizon)
  );
}
