import type { GammaGammaParameters } from "./fit_gamma_gamma.ts";

/**
 * The expected spend per purchase of each customer, given their purchases, under the Gamma-Gamma model.
 *
 * It lies between the customer's own mean and that of all customers, nearer to their own the more
 * often they bought; without a repeat purchase it is the mean of all customers.
 *
 * Source: Fader, Hardie (2013), "The Gamma-Gamma model of monetary value", equation 5.
 *
 * @param model Parameters of the model.
 * @param repeatFrequency Number of repeat purchases per customer, x.
 * @param meanRepeatSpend Mean spend of these, in the money of `gamma`; any number where x = 0.
 * @returns One amount per customer.
 *
 * @example
 * ```ts
 * import { expectedSpend } from "./expected_spend.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const spend = expectedSpend(
 *   { p: 2, q: 3, gamma: 10 },
 *   Float64Array.of(0, 4),
 *   Float64Array.of(0, 40),
 * );
 * assertEquals([...spend], [10, (10 + 4 * 40) * 2 / (2 * 4 + 3 - 1)]);
 * ```
 */
export function expectedSpend(
  { p, q, gamma }: GammaGammaParameters,
  repeatFrequency: Float64Array,
  meanRepeatSpend: Float64Array,
): Float64Array {
  return repeatFrequency.map((x, i) =>
    (gamma + (x === 0 ? 0 : x * meanRepeatSpend[i])) * p / (p * x + q - 1)
  );
}
