import type { SelectionRow } from "./selection_table.ts";

/** Options of {@linkcode chooseClusters}. */
export interface ChooseClustersOptions {
  /** Lowest bootstrap stability (adjusted Rand index) of a clustering to be trusted. */
  readonly minimumStability?: number;
  /** Lowest share of customers in a cluster that is more than a few outliers. */
  readonly minimumShare?: number;
}

/** The number of clusters chosen, and why, in words. */
export interface ChosenClusters {
  readonly k: number;
  readonly because: string;
}

/**
 * Chooses the number of clusters: the elbow of the inertia curve among clusterings that survive
 * resampling and do not merely isolate outliers.
 *
 * The elbow is the point farthest below the chord from the first to the last point of the curve,
 * both axes scaled to 0…1 (Satopää et al., "Kneedle", 2011). The silhouette alone is not followed:
 * it is highest where a few outliers stand against all others, or for two groups of "more" and
 * "less", neither of which tells a shop what to do.
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
 * const row = { silhouette: 0.3, calinski_harabasz: 1, davies_bouldin: 1, stability: 0.9, smallest_share: 0.1 };
 * const inertia = [100, 60, 30, 27, 25, 23];
 * assertEquals(chooseClusters(inertia.map((inertia, i) => ({ ...row, k: i + 2, inertia }))).k, 4);
 * ```
 */
export function chooseClusters(
  rows: readonly SelectionRow[],
  options: ChooseClustersOptions = {},
): ChosenClusters {
  const { minimumStability = 0.75, minimumShare = 0.02 } = options;
  if (rows.length === 0) throw new RangeError("Choosing clusters: the selection table is empty.");
  const isolating = rows.filter((row) => row.smallest_share < minimumShare);
  const unstable = rows.filter((row) => row.stability < minimumStability);
  const trusted = rows.filter((row) => !isolating.includes(row) && !unstable.includes(row));
  const bend = depthBelowChord(rows);
  const elbow = rows[indexOfLargest(bend)];
  const best = trusted.length > 0
    ? trusted.reduce((a, b) => (bend[rows.indexOf(b)] > bend[rows.indexOf(a)] ? b : a))
    : rows.reduce((a, b) => (b.stability > a.stability ? b : a));
  return { k: best.k, because: reasons(best, { rows, elbow, isolating, unstable, trusted }) };
}

interface Evidence {
  readonly rows: readonly SelectionRow[];
  readonly elbow: SelectionRow;
  readonly isolating: readonly SelectionRow[];
  readonly unstable: readonly SelectionRow[];
  readonly trusted: readonly SelectionRow[];
}

function reasons(best: SelectionRow, evidence: Evidence): string {
  const { rows, elbow, isolating, unstable, trusted } = evidence;
  const sentences: string[] = [];
  if (trusted.length === 0) {
    sentences.push(
      `No clustering is both stable and free of tiny clusters; ${best.k} clusters are the most ` +
        `stable (adjusted Rand index ${best.stability.toFixed(2)}), to be read with care.`,
    );
  } else if (best === elbow) {
    sentences.push(
      `${best.k} clusters: the inertia curve bends there, and the clusters survive resampling ` +
        `(adjusted Rand index ${best.stability.toFixed(2)}).`,
    );
  } else {
    sentences.push(
      `${best.k} clusters: the inertia curve bends at ${elbow.k}, which fails the checks below; ` +
        `${best.k} is the deepest bend among the trusted ones ` +
        `(adjusted Rand index ${best.stability.toFixed(2)}).`,
    );
  }
  if (isolating.length > 0) {
    sentences.push(`Only isolating outliers: k = ${listed(isolating)}.`);
  }
  if (unstable.length > 0) sentences.push(`Not stable under resampling: k = ${listed(unstable)}.`);
  const widest = rows.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
  if (widest.k !== best.k) {
    sentences.push(
      `The silhouette is highest at k = ${widest.k} (${widest.silhouette.toFixed(2)} against ` +
        `${best.silhouette.toFixed(2)}), which tells apart fewer kinds of customers.`
          .replace("fewer", widest.k < best.k ? "fewer" : "more"),
    );
  }
  return sentences.join(" ");
}

function listed(rows: readonly SelectionRow[]): string {
  return rows.map(({ k }) => k).join(", ");
}

function depthBelowChord(rows: readonly SelectionRow[]): number[] {
  const first = rows[0], last = rows[rows.length - 1];
  const width = last.k - first.k || 1;
  const height = first.inertia - last.inertia || 1;
  return rows.map(({ k, inertia }) =>
    1 - (k - first.k) / width - (inertia - last.inertia) / height
  );
}

function indexOfLargest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}
