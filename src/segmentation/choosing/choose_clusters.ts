import { choiceInWords } from "./choice_in_words.ts";
import { depthBelowChord } from "./elbow.ts";
import { type MeasureVerdicts, measureVerdicts } from "./measure_verdicts.ts";
import type { SelectionRow } from "./selection_table.ts";

/** Options of {@linkcode chooseClusters}. */
export interface ChooseClustersOptions {
  /** Lowest bootstrap stability (adjusted Rand index) of a clustering to be trusted. */
  readonly minimumStability?: number;
}

/** The number of clusters chosen, and why. */
export interface ChosenClusters {
  readonly k: number;
  /** The reasons in words, with the measures that disagree. */
  readonly because: string;
  /** The number that each measure would choose by itself. */
  readonly verdicts: MeasureVerdicts;
}

/**
 * Chooses the number of clusters: the elbow of the inertia curve among clusterings that survive
 * resampling and do not merely isolate outliers.
 *
 * The silhouette alone is not followed: it is highest where a few outliers stand against all
 * others, or for two groups of "more" and "less", neither of which tells a shop what to do. Where
 * every clustering isolates outliers, one is chosen that has at least two clusters beside them.
 *
 * @param rows The selection table, ascending by `k`.
 * @param options See {@linkcode ChooseClustersOptions}.
 * @returns The chosen number and the reasons.
 * @throws {RangeError} If the table is empty.
 *
 * @example
 * ```ts
 * import { chooseClusters } from "./choose_clusters.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const row = {
 *   silhouette: 0.3, silhouette_error: 0, calinski_harabasz: 1, davies_bouldin: 1, gap: null,
 *   gap_error: null, stability: 0.9, smallest_share: 0.1, outlier_clusters: 0,
 * };
 * const inertia = [100, 60, 30, 27, 25, 23];
 * assertEquals(chooseClusters(inertia.map((inertia, i) => ({ ...row, k: i + 2, inertia }))).k, 4);
 * ```
 */
export function chooseClusters(
  rows: readonly SelectionRow[],
  options: ChooseClustersOptions = {},
): ChosenClusters {
  const { minimumStability = 0.75 } = options;
  if (rows.length === 0) throw new RangeError("Choosing clusters: the selection table is empty.");
  const depths = depthBelowChord(rows);
  const depth = (row: SelectionRow) => depths[rows.indexOf(row)];
  const isolating = rows.filter((row) => row.outlier_clusters > 0);
  const unstable = rows.filter((row) => (row.stability ?? 1) < minimumStability);
  const trusted = rows.filter((row) => !isolating.includes(row) && !unstable.includes(row));
  const chosen = trusted.length > 0
    ? highest(trusted, depth)
    : highest(leastBad(rows), (row) => row.stability ?? depth(row));
  const verdicts = measureVerdicts(rows);
  return {
    k: chosen.k,
    because: choiceInWords({ rows, chosen, isolating, unstable, trusted, verdicts }),
    verdicts,
  };
}

/** Without trust: rather unstable than outliers, and at least two clusters that are none. */
function leastBad(rows: readonly SelectionRow[]): readonly SelectionRow[] {
  const clean = rows.filter((row) => row.outlier_clusters === 0);
  if (clean.length > 0) return clean;
  const several = rows.filter((row) => row.k - row.outlier_clusters >= 2);
  return several.length > 0 ? several : rows;
}

function highest(rows: readonly SelectionRow[], value: (row: SelectionRow) => number) {
  return rows.reduce((a, b) => (value(b) > value(a) ? b : a));
}
