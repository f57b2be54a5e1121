import type { CalibrationRow } from "../figures/models/calibration_chart.ts";
import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatName } from "../words/model_names.ts";
import { capitalise, NO_DATA } from "../words/sentences.ts";
import { formatPoints } from "../words/numbers.ts";

/**
 * Reads the calibration: the model whose probabilities are closest to what happened, and to which
 * side they err.
 *
 * @param rows One row per model and group of similar predictions.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readCalibration } from "./read_calibration.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readCalibration([
 *     { model: "random_forest", mean_predicted: 0.2, observed: 0.1, count: 50 },
 *     { model: "random_forest", mean_predicted: 0.8, observed: 0.8, count: 50 },
 *   ]),
 *   "Random forest comes closest: its probabilities miss what happened by 5.0 percentage points " +
 *     "on average, and are 5.0 percentage points too high on the whole.",
 * );
 * ```
 */
export function readCalibration(rows: readonly CalibrationRow[]): string {
  const groups = finiteRows(rows, "mean_predicted", "observed", "count")
    .filter((row) => row.count > 0);
  const models = [...new Set(groups.map((row) => row.model))].map((model) => {
    const own = groups.filter((row) => row.model === model);
    const customers = own.reduce((sum, row) => sum + row.count, 0);
    const mean = (value: (row: CalibrationRow) => number) =>
      own.reduce((sum, row) => sum + value(row) * row.count, 0) / customers;
    return {
      model,
      miss: mean((row) => Math.abs(row.mean_predicted - row.observed)),
      bias: mean((row) => row.mean_predicted - row.observed),
    };
  });
  if (models.length === 0) return NO_DATA;
  const best = models.reduce((a, b) => (b.miss < a.miss ? b : a));
  const side = Math.abs(best.bias) < 0.0005
    ? "neither too high nor too low"
    : `${formatPoints(best.bias)} too ${best.bias > 0 ? "high" : "low"}`;
  return `${capitalise(formatName(best.model))} comes closest: its probabilities miss what ` +
    `happened by ${formatPoints(best.miss)} on average, and are ${side} on the whole.`;
}
