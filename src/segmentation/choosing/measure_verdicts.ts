import { depthBelowChord } from "./elbow.ts";
import type { SelectionRow } from "./selection_table.ts";

/** The number of clusters that each measure favours by itself, null where it names none. */
export interface MeasureVerdicts {
  /** Deepest bend of the inertia curve. */
  readonly elbow: number;
  /** Highest silhouette. */
  readonly silhouette: number;
  /** Highest Calinski–Harabasz index. */
  readonly calinski_harabasz: number;
  /** Lowest Davies–Bouldin index. */
  readonly davies_bouldin: number;
  /** Smallest k with gap(k) ≥ gap(k + 1) − s(k + 1); null if the gap grows to the last k. */
  readonly gap: number | null;
  /** Highest bootstrap stability. */
  readonly stability: number | null;
}

/**
 * Reads each measure of a selection table by itself.
 *
 * Source of the gap statistic's rule: Tibshirani, Walther and Hastie, "Estimating the number of
 * clusters in a data set via the gap statistic" (2001).
 *
 * @param rows The selection table, ascending by `k`, at least one row.
 * @returns The number of clusters that each measure favours.
 */
export function measureVerdicts(rows: readonly SelectionRow[]): MeasureVerdicts {
  const depths = depthBelowChord(rows);
  const firstOfLargest = (value: (row: SelectionRow, i: number) => number) => {
    const values = rows.map(value);
    return rows[values.indexOf(Math.max(...values))].k;
  };
  return {
    elbow: firstOfLargest((_, i) => depths[i]),
    silhouette: firstOfLargest((row) => row.silhouette),
    calinski_harabasz: firstOfLargest((row) => row.calinski_harabasz),
    davies_bouldin: firstOfLargest((row) => -row.davies_bouldin),
    gap: firstSufficientGap(rows),
    stability: rows.some((row) => row.stability !== null)
      ? firstOfLargest((row) => row.stability ?? -Infinity)
      : null,
  };
}

function firstSufficientGap(rows: readonly SelectionRow[]): number | null {
  const found = rows.slice(0, -1).find(({ gap }, i) => {
    const next = rows[i + 1];
    return gap !== null && next.gap !== null && gap >= next.gap - (next.gap_error ?? 0);
  });
  return found?.k ?? null;
}
