import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatNumber, formatPercent } from "../words/numbers.ts";
import type { SelectionRow } from "../figures/segments/selection_chart.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads the choice of the number of segments: what the chosen number gains and gives up.
 *
 * @param rows One row per number of clusters, in any order.
 * @param chosenK The number that was chosen.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readSelection } from "./read_selection.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const row = { calinski_harabasz: 1, davies_bouldin: 1 };
 * assertEquals(
 *   readSelection([
 *     { k: 2, inertia: 100, silhouette: 0.43, stability: 0.98, ...row },
 *     { k: 4, inertia: 60, silhouette: 0.34, stability: 0.89, ...row },
 *   ], 4),
 *   "With 4 segments the squared distances within them are 40.0\u00a0% smaller than with 2, at a silhouette " +
 *     "of 0.34 (the highest is 0.43 at 2 segments) and a stability of 0.89.",
 * );
 * ```
 */
export function readSelection(rows: readonly SelectionRow[], chosenK: number | null): string {
  const sorted = finiteRows(rows, "k", "inertia", "silhouette").sort((a, b) => a.k - b.k);
  const chosen = sorted.find((row) => row.k === chosenK);
  if (chosen === undefined) return NO_DATA;
  const [first] = sorted;
  const best = sorted.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
  const tighter = first === chosen || !(first.inertia > 0)
    ? `With ${chosen.k} segments the inertia is ${formatNumber(chosen.inertia)}`
    : `With ${chosen.k} segments the squared distances within them are ` +
      `${formatPercent(1 - chosen.inertia / first.inertia, 1)} smaller than with ${first.k}`;
  const highest = best === chosen
    ? "the highest of all"
    : `the highest is ${formatNumber(best.silhouette, 2)} at ${best.k} segments`;
  const stability = typeof chosen.stability === "number" && Number.isFinite(chosen.stability)
    ? ` and a stability of ${formatNumber(chosen.stability, 2)}`
    : "";
  return `${tighter}, at a silhouette of ${formatNumber(chosen.silhouette, 2)} (${highest})` +
    `${stability}.`;
}
