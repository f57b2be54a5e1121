import { familyOf, type PurchaseParameters } from "./purchase_model.ts";

/**
 * The probability that a new customer makes a number of repeat purchases in a time, under the NBD,
 * BG/NBD or MBG/NBD model.
 *
 * Source: Fader, Hardie, Lee (2005), "Counting your customers the easy way", equation 8.
 *
 * @param model Parameters of the model.
 * @param time Length of the time since the first purchase, in the unit of `alpha`.
 * @param count Number of repeat purchases, a whole number.
 * @returns A probability.
 * @throws {RangeError} If the time is negative, the count is not a whole number, or the model is the
 * Pareto/NBD.
 *
 * @example
 * ```ts
 * import { purchaseCountProbability } from "./purchase_count_probability.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const model = { kind: "beta_geo_nbd", r: 2, alpha: 1, a: 1, b: 1 } as const;
 * assertAlmostEquals(purchaseCountProbability(model, 3, 0), (1 / 4) ** 2, 1e-12);
 * ```
 */
export function purchaseCountProbability(
  model: PurchaseParameters,
  time: number,
  count: number,
): number {
  if (!(time >= 0)) {
    throw new RangeError(
      `Computing a purchase count's probability: time must be ≥ 0, got ${time}.`,
    );
  }
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(
      `Computing a purchase count's probability: count must be a whole number, got ${count}.`,
    );
  }
  const family = familyOf(model);
  if (family.countProbability === undefined) {
    throw new RangeError(
      `Computing a purchase count's probability: not available for ${family.name}.`,
    );
  }
  return family.countProbability(model, time, count);
}
