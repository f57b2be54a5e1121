import type { FeatureImportanceRow } from "../figures/models/feature_importance_chart.ts";
import { featureWords } from "../words/feature_words.ts";
import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatPercent } from "../words/numbers.ts";
import { joinWords, NO_DATA } from "../words/sentences.ts";

/**
 * Reads the importance of the features: the three that a model leans on most.
 *
 * @param rows One row per feature, in any order.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readImportance } from "./read_importance.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readImportance([{ feature: "frequency", importance: 1 }, { feature: "recency_days", importance: 3 }]),
 *   "The model leans most on recency (75.0\u00a0%) and frequency (25.0\u00a0%).",
 * );
 * ```
 */
export function readImportance(rows: readonly FeatureImportanceRow[]): string {
  const useful = finiteRows(rows, "importance").filter((row) => row.importance > 0)
    .sort((a, b) => b.importance - a.importance || (a.feature < b.feature ? -1 : 1));
  const total = useful.reduce((sum, row) => sum + row.importance, 0);
  if (total === 0) return NO_DATA;
  const first = useful.slice(0, 3).map((row) =>
    `${featureWords(row.feature).label} (${formatPercent(row.importance / total, 1)})`
  );
  return `The model leans most on ${joinWords(first)}.`;
}
