import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatName } from "../words/model_names.ts";
import { formatNumber, formatPercent } from "../words/numbers.ts";
import type { LiftChartRow } from "../figures/models/lift_chart.ts";
import { capitalise, NO_DATA } from "../words/sentences.ts";

/**
 * Reads gains and lift: how much of what is looked for the best model finds in its first group.
 *
 * @param rows One row per model and group of customers with similar scores.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readLift } from "./read_lift.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const group = { model: "random_forest", customers: 50 };
 * assertEquals(
 *   readLift([
 *     { ...group, group: 1, positives: 20, lift: 1.6, cumulative_gain: 0.8 },
 *     { ...group, group: 2, positives: 5, lift: 0.4, cumulative_gain: 1 },
 *   ]),
 *   "Among the 50.0\u00a0% of customers with the highest scores, random forest finds 80.0\u00a0% of " +
 *     "those to whom it happens, 1.6 times as many as by chance.",
 * );
 * ```
 */
export function readLift(rows: readonly LiftChartRow[]): string {
  const groups = finiteRows(rows, "group", "customers", "lift", "cumulative_gain");
  const firsts = groups.filter((row) => row.group === 1);
  if (firsts.length === 0) return NO_DATA;
  const best = firsts.reduce((a, b) => (b.cumulative_gain > a.cumulative_gain ? b : a));
  const everyone = groups.filter((row) => row.model === best.model)
    .reduce((sum, row) => sum + row.customers, 0);
  return capitalise(
    `among the ${formatPercent(best.customers / everyone, 1)} of customers with the highest ` +
      `scores, ${formatName(best.model)} finds ${
        formatPercent(best.cumulative_gain, 1)
      } of those ` +
      `to whom it happens, ${formatNumber(best.lift, 1)} times as many as by chance.`,
  );
}
