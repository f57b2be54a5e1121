import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatPercent } from "../words/numbers.ts";
import type { PredictedActualRow } from "../figures/models/predicted_actual_chart.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads predicted and actual revenue by tenths: what the first tenth brought, and the total.
 *
 * @param rows One row per decile of equally many customers; 1 has the highest predictions.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readRevenueDeciles } from "./read_revenue_deciles.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readRevenueDeciles([{ decile: 1, predicted: 50, actual: 60 }, { decile: 2, predicted: 40, actual: 40 }]),
 *   "The tenth with the highest predictions brought 60.0\u00a0% of the actual revenue; over all " +
 *     "customers the prediction is 10.0\u00a0% too low.",
 * );
 * ```
 */
export function readRevenueDeciles(rows: readonly PredictedActualRow[]): string {
  const deciles = finiteRows(rows, "decile", "predicted", "actual");
  const actual = deciles.reduce((sum, row) => sum + row.actual, 0);
  const predicted = deciles.reduce((sum, row) => sum + row.predicted, 0);
  const first = deciles.find((row) => row.decile === 1);
  if (first === undefined || !(actual > 0)) return NO_DATA;
  const error = predicted / actual - 1;
  const side = Math.abs(error) < 0.0005
    ? "right in total"
    : `${formatPercent(Math.abs(error), 1)} too ${error > 0 ? "high" : "low"}`;
  return `The tenth with the highest predictions brought ${
    formatPercent(first.actual / actual, 1)
  } ` +
    `of the actual revenue; over all customers the prediction is ${side}.`;
}
