import type { DataFrame } from "nodejs-polars";
import { numberColumn } from "../frames/columns.ts";
import { median } from "../numeric/quantile.ts";
import { expectedPurchases } from "./models/expected_purchases.ts";
import { probabilityAlive } from "./models/probability_alive.ts";
import type { PurchaseParameters } from "./models/purchase_model.ts";

/** Predictions for customers with one history. */
export interface PurchaseMatrixCell {
  /** Purchases after the first one. */
  readonly repeat_frequency: number;
  /** Days since the last purchase. */
  readonly days_since_last: number;
  /** Probability of still being a customer. */
  readonly probability_alive: number;
  /** Purchases expected in the horizon. */
  readonly expected_purchases: number;
}

/** Options of {@linkcode purchaseMatrix}. */
export interface PurchaseMatrixOptions {
  /** Days since the first purchase, of all cells. */
  readonly age: number;
  /** Days of the horizon. */
  readonly horizonDays: number;
  /** Most repeat purchases; default 10. */
  readonly mostFrequency?: number;
  /** Steps along the days, where there are as many; default 12. */
  readonly steps?: number;
}

/**
 * Asks a purchase model about every pair of repeat purchases and days since the last one, for customers
 * who all came first on one day. Cells that cannot be are left out: whoever bought once did so at the
 * beginning, and whoever bought again cannot have done so for the last time on that first day.
 *
 * Source: Fader, Hardie, Lee (2005), "RFM and CLV: using iso-value curves for customer base analysis",
 * figure 3.
 *
 * @param model Fitted in days.
 * @param options See {@linkcode PurchaseMatrixOptions}.
 * @returns One row per cell, by frequency and then by days.
 * @throws {RangeError} If the age or the horizon is not positive.
 *
 * @example
 * ```ts
 * import { purchaseMatrix } from "./purchase_matrix.ts";
 * import { assert } from "@std/assert";
 *
 * const cdnow = { kind: "beta_geo_nbd", r: 0.243, alpha: 4.414 * 7, a: 0.793, b: 2.426 } as const;
 * const cells = purchaseMatrix(cdnow, { age: 270, horizonDays: 91, mostFrequency: 2, steps: 3 });
 * const [, lately, , longAgo] = cells; // bought again once: 0, 90 and 180 days ago
 * assert(lately.probability_alive > longAgo.probability_alive);
 * ```
 */
export function purchaseMatrix(
  model: PurchaseParameters,
  { age, horizonDays, mostFrequency = 10, steps = 12 }: PurchaseMatrixOptions,
): PurchaseMatrixCell[] {
  for (const [name, days] of [["age", age], ["horizon", horizonDays]] as const) {
    if (!(days > 0)) {
      throw new RangeError(
        `Making a matrix of purchases: the ${name} must be positive, got ${days}.`,
      );
    }
  }
  // Fewer days than steps: each day once.
  const rounded = Array.from({ length: steps }, (_, step) => Math.round(step * age / steps));
  const days = [...new Set(rounded)].filter((day) => day < age);
  const frequencies: number[] = [0], since: number[] = [age];
  for (let frequency = 1; frequency <= mostFrequency; frequency++) {
    for (const day of days) {
      frequencies.push(frequency);
      since.push(day);
    }
  }
  const repeats = Float64Array.from(frequencies);
  const lastAge = Float64Array.from(since, (days) => age - days);
  const ages = new Float64Array(repeats.length).fill(age);
  const alive = probabilityAlive(model, repeats, lastAge, ages);
  const expected = expectedPurchases(model, repeats, lastAge, ages, horizonDays);
  return frequencies.map((repeat_frequency, i) => ({
    repeat_frequency,
    days_since_last: since[i],
    probability_alive: alive[i],
    expected_purchases: expected[i],
  }));
}

/**
 * The matrix of purchases for customers who came first as long ago as the middle one of a shop.
 *
 * @param model Fitted in days.
 * @param customers One row per customer with `tenure_days`.
 * @param horizonDays Days of the horizon.
 * @returns The days since the first purchase, and the cells; none where the middle one came today.
 */
export function purchaseMatrixAtMedianAge(
  model: PurchaseParameters,
  customers: DataFrame,
  horizonDays: number,
): { readonly age: number; readonly matrix: readonly PurchaseMatrixCell[] } {
  const age = Math.round(median(numberColumn(customers, "tenure_days")));
  return { age, matrix: age > 0 ? purchaseMatrix(model, { age, horizonDays }) : [] };
}
