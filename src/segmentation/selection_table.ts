import { fitKMeans, type KMeansModel, predictKMeans } from "../learning/k_means.ts";
import { calinskiHarabasz } from "../metrics/calinski_harabasz.ts";
import { daviesBouldin } from "../metrics/davies_bouldin.ts";
import { silhouetteScores } from "../metrics/silhouette.ts";
import type { Matrix } from "../numeric/matrix.ts";
import { type ClusterStability, clusterStability } from "./cluster_stability.ts";

/** What speaks for and against one number of clusters. */
export interface SelectionRow {
  readonly k: number;
  /** Sum of squared distances to the nearest centroid. */
  readonly inertia: number;
  /** Mean silhouette, −1 to 1. */
  readonly silhouette: number;
  readonly calinski_harabasz: number;
  readonly davies_bouldin: number;
  /** Mean adjusted Rand index over bootstrap resamples, at most 1. */
  readonly stability: number;
  /** Share of customers in the smallest cluster. */
  readonly smallest_share: number;
}

/** Options of {@linkcode selectionTable}. */
export interface SelectionOptions {
  /** Smallest and largest number of clusters tried. */
  readonly from?: number;
  readonly to?: number;
  readonly seed?: number;
  /** Starts of k-means for each number of clusters. */
  readonly starts?: number;
  /** Bootstrap resamples for the stability. */
  readonly resamples?: number;
}

/** A clustering that was tried. */
export interface Candidate {
  readonly model: KMeansModel;
  readonly labels: Int32Array;
  readonly stability: ClusterStability;
  readonly row: SelectionRow;
}

/**
 * Clusters the rows with every number of clusters and measures each result.
 *
 * @param X Features, rows × columns, standardised.
 * @param options See {@linkcode SelectionOptions}; `to` is lowered where there are too few rows.
 * @returns One candidate per number of clusters, ascending.
 * @throws {RangeError} If `from` and `to` do not leave a number of clusters from 2 up.
 *
 * @example
 * ```ts
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { selectionTable } from "./selection_table.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows(Array.from({ length: 30 }, (_, i) => [i % 3 * 50 + i / 30]));
 * const table = selectionTable(X, { to: 5 }).map(({ row }) => row);
 * const best = table.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
 * assertEquals(best.k, 3);
 * ```
 */
export function selectionTable(X: Matrix, options: SelectionOptions = {}): Candidate[] {
  const { from = 2, to = 10, seed = 42, starts = 10, resamples = 20 } = options;
  const last = Math.min(to, X.rows - 1);
  if (!(from >= 2 && from <= last)) {
    throw new RangeError(`Choosing clusters: ${from} to ${last} of ${X.rows} rows is no range.`);
  }
  const models = Array.from(
    { length: last - from + 1 },
    (_, i) => fitKMeans(X, { clusters: from + i, seed, starts }),
  );
  const labellings = models.map((model) => predictKMeans(model, X));
  const silhouettes = silhouetteScores(X, labellings);
  return models.map((model, i) => {
    const labels = labellings[i];
    const stability = clusterStability(X, model, { resamples, seed });
    return {
      model,
      labels,
      stability,
      row: {
        k: model.clusters,
        inertia: model.inertia,
        silhouette: silhouettes[i],
        calinski_harabasz: calinskiHarabasz(X, labels),
        davies_bouldin: daviesBouldin(X, labels),
        stability: stability.adjustedRand,
        smallest_share: smallestShare(labels, model.clusters),
      },
    };
  });
}

function smallestShare(labels: Int32Array, clusters: number): number {
  const sizes = new Int32Array(clusters);
  for (const label of labels) sizes[label]++;
  return Math.min(...sizes) / labels.length;
}
