import type { DataFrame } from "nodejs-polars";
import { featureMatrix } from "../../customers/features/feature_matrix.ts";
import { countInBins, type ReferenceBins } from "./reference_bins.ts";
import { sum } from "../../numeric/sums.ts";

/** Drift of one feature since a model was fitted. */
export interface FeatureStability {
  readonly feature: string;
  /** Population stability index: 0 where the distribution is the same. */
  readonly psi: number;
  /** What the index exceeds once in twenty times although nothing has moved, for so few customers. */
  readonly by_chance: number;
  /** Below .1, up to .25, above .25 (the customary cuts); "stable" up to `by_chance` in any case. */
  readonly reading: "stable" | "shifted a little" | "shifted";
}

/** The customary cuts of the index: below the first stable, above the second shifted. */
export const SHIFTED_A_LITTLE = 0.1, SHIFTED = 0.25;

/** A bin that nobody is in counts as half a customer, so that its logarithm is finite. */
const EMPTY_BIN = 0.5;

/**
 * Measures how far the customers have moved from those that a model was fitted on: the population
 * stability index `Σ (now − then) · ln(now ÷ then)` over the deciles of the fit, per feature.
 *
 * The customary cuts (.1 and .25) are meant for thousands of customers; for few, chance alone
 * exceeds them: the index times `1 ÷ (1/n + 1/m)` follows a χ² law with one degree of freedom less
 * than there are bins. Customers who are in both samples make the true chance smaller still.
 * Source: Yurdakul and Naranjo, "Statistical properties of the population stability index" (2020).
 *
 * @param model A fitted segmentation; only the distributions in it are looked at.
 * @param customers One row per customer, with the model's features.
 * @returns One row per feature of the model.
 * @throws {RangeError} If there is no customer, or a value is missing.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { populationStability } from "./population_stability.ts";
 * import { referenceBins } from "./reference_bins.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const then = pl.DataFrame({ recency_days: Array.from({ length: 1000 }, (_, i) => i % 100) });
 * const now = pl.DataFrame({ recency_days: Array.from({ length: 1000 }, (_, i) => i % 50) });
 * const model = { reference: referenceBins(then, ["recency_days"]) };
 * assertEquals(populationStability(model, then)[0].reading, "stable");
 * assertEquals(populationStability(model, now)[0].reading, "shifted");
 * ```
 */
export function populationStability(
  model: { readonly reference: readonly ReferenceBins[] },
  customers: DataFrame,
): FeatureStability[] {
  if (customers.height === 0) {
    throw new RangeError("Measuring population stability: there are no customers.");
  }
  return model.reference.map((bins) => {
    const counts = countInBins(featureMatrix(customers, [bins.feature]).values, bins.edges);
    const psi = stabilityIndex(bins.shares, counts);
    const by_chance = quantileByChance(bins, customers.height);
    return { feature: bins.feature, psi, by_chance, reading: reading(psi, by_chance) };
  });
}

function stabilityIndex(then: readonly number[], counts: readonly number[]): number {
  const customers = sum(counts);
  return counts.reduce((sum, count, bin) => {
    const now = Math.max(count, EMPTY_BIN) / customers;
    return sum + (now - then[bin]) * Math.log(now / then[bin]);
  }, 0);
}

/** The 95 % quantile of the index between two samples of one population. */
function quantileByChance({ shares, customers }: ReferenceBins, now: number): number {
  const freedom = shares.length - 1;
  if (freedom === 0) return 0;
  // χ² by the cube root of a normal variate (Wilson and Hilferty, 1931).
  const spread = 2 / (9 * freedom);
  const chiSquare = freedom * (1 - spread + 1.6448536269514722 * Math.sqrt(spread)) ** 3;
  return chiSquare * (1 / customers + 1 / now);
}

function reading(psi: number, byChance: number): FeatureStability["reading"] {
  if (psi < SHIFTED_A_LITTLE || psi <= byChance) return "stable";
  return psi <= SHIFTED ? "shifted a little" : "shifted";
}
