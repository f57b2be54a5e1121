import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatName } from "../words/model_names.ts";
import { formatNumber, formatPercent } from "../words/numbers.ts";
import type { RocRow } from "../figures/models/roc_chart.ts";
import { capitalise, NO_DATA } from "../words/sentences.ts";

/**
 * Reads the ROC curves: which model separates best, and what its area means.
 *
 * @param rows Points of the curves.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readRoc } from "./read_roc.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const point = { false_positive_rate: 0, true_positive_rate: 0 };
 * assertEquals(
 *   readRoc([{ model: "random_forest", roc_auc: 0.75, ...point }, { model: "frequency", roc_auc: 0.7, ...point }]),
 *   "Random forest separates best: shown one customer of each kind, it picks the right one in " +
 *     "75.0\u00a0% of the cases (chance: 50\u00a0%); frequency reaches 0.700.",
 * );
 * ```
 */
export function readRoc(rows: readonly RocRow[]): string {
  const areas = new Map(finiteRows(rows, "roc_auc").map((row) => [row.model, row.roc_auc]));
  const [best, second] = [...areas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (best === undefined) return NO_DATA;
  return `${capitalise(formatName(best[0]))} separates best: shown one customer of each kind, it ` +
    `picks the right one in ${formatPercent(best[1], 1)} of the cases (chance: 50\u00a0%)` +
    (second === undefined
      ? "."
      : `; ${formatName(second[0])} reaches ${formatNumber(second[1], 3)}.`);
}
