import { featureWords } from "../words/feature_words.ts";
import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatPercent } from "../words/numbers.ts";
import type { PartialDependenceRow } from "../figures/models/partial_dependence_chart.ts";
import { joinWords, NO_DATA } from "../words/sentences.ts";

/** A mean probability that moves by less is said to be flat. */
const FLAT = 0.005;

/**
 * Reads partial dependence: from where to where each feature moves the mean probability.
 *
 * @param rows One row per feature and value; features in the order of their importance.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readPartialDependence } from "./read_partial_dependence.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readPartialDependence([
 *     { feature: "recency_days", value: 2, probability: 0.25 },
 *     { feature: "recency_days", value: 90, probability: 0.6 },
 *   ]),
 *   "All else as it is, the mean probability goes from 25\u00a0% to 60\u00a0% with recency " +
 *     "(2 days to 90 days).",
 * );
 * ```
 */
export function readPartialDependence(rows: readonly PartialDependenceRow[]): string {
  const known = finiteRows(rows, "value", "probability");
  const features = [...new Set(known.map(({ feature }) => feature))];
  const parts = features.map((feature) => {
    const line = known.filter((row) => row.feature === feature).sort((a, b) => a.value - b.value);
    const [first, last] = [line[0], line[line.length - 1]];
    const { label, format } = featureWords(feature);
    const range = `${label} (${format(first.value)} to ${format(last.value)})`;
    return Math.abs(last.probability - first.probability) < FLAT
      ? `hardly at all with ${range}`
      : `from ${formatPercent(first.probability)} to ${
        formatPercent(last.probability)
      } with ${range}`;
  });
  if (parts.length === 0) return NO_DATA;
  return `All else as it is, the mean probability goes ${joinWords(parts)}.`;
}
