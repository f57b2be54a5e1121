import { spearman } from "../../metrics/regression.ts";

/** From this rank correlation on, who buys more often clearly spends more or less at a time. */
const CORRELATED = 0.2;

/**
 * Says where the Gamma-Gamma model's assumption fails: that how much customers spend at a time has
 * nothing to do with how often they buy.
 *
 * Source: Fader, Hardie (2013), "The Gamma-Gamma model of monetary value", section 1.
 *
 * @param repeatFrequency Number of repeat purchases per customer.
 * @param meanRepeatSpend Mean spend of these.
 * @returns One sentence, or none.
 *
 * @example
 * ```ts
 * import { spendDiagnostics } from "./spend_diagnostics.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const [sentence] = spendDiagnostics(Float64Array.of(1, 2, 3, 4), Float64Array.of(10, 20, 30, 40));
 * assertEquals(sentence.startsWith("Customers who buy more often spend more at a time"), true);
 * ```
 */
export function spendDiagnostics(
  repeatFrequency: Float64Array,
  meanRepeatSpend: Float64Array,
): string[] {
  const spend = meanRepeatSpend.filter((_, i) => repeatFrequency[i] > 0);
  const frequency = repeatFrequency.filter((x) => x > 0);
  const correlation = spearman(frequency, spend);
  if (!(Math.abs(correlation) >= CORRELATED)) return [];
  return [
    `Customers who buy more often spend ${correlation > 0 ? "more" : "less"} at a time (rank ` +
    `correlation ${
      correlation.toFixed(2)
    }). The Gamma-Gamma model ignores this; the regression on ` +
    `features (expected_revenue) does not.`,
  ];
}
