import { gapStatistic } from "../../learning/clusters/gap_statistic.ts";
import { fitKMeans, type KMeansModel, predictKMeans } from "../../learning/clusters/k_means.ts";
import { sampleRows } from "../../learning/preparation/sample_rows.ts";
import { calinskiHarabasz, daviesBouldin } from "../../metrics/clustering.ts";
import { silhouetteScores } from "../../metrics/silhouette.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import { type ClusterStability, clusterStability } from "./cluster_stability.ts";
import { isolatesOutliers } from "./isolates_outliers.ts";
import { variance } from "../../numeric/sums.ts";

/** Measures of one number of clusters. */
export interface SelectionRow {
  readonly k: number;
  /** Sum of squared distances to the nearest centroid. */
  readonly inertia: number;
  /** Mean silhouette, −1 to 1. */
  readonly silhouette: number;
  /** Standard error of the silhouette: 0 where it is exact, null where a sample cannot tell. */
  readonly silhouette_error: number | null;
  readonly calinski_harabasz: number;
  readonly davies_bouldin: number;
  /** Gap statistic and its standard error, null where not measured. */
  readonly gap: number | null;
  readonly gap_error: number | null;
  /** Mean adjusted Rand index over bootstrap resamples, at most 1; null where not measured. */
  readonly stability: number | null;
  /** Share of customers in the smallest cluster. */
  readonly smallest_share: number;
  /** How many of the clusters only isolate outliers, see `isolatesOutliers`. */
  readonly outlier_clusters: number;
}

/** Options of {@linkcode selectionTable}. */
export interface SelectionOptions {
  /** Smallest and largest number of clusters tried. */
  readonly from?: number;
  readonly to?: number;
  readonly seed?: number;
  /** Starts of k-means for each number of clusters. */
  readonly starts?: number;
  /** Bootstrap resamples for the stability; 0 leaves it out. */
  readonly resamples?: number;
  /** Reference data sets of the gap statistic; 0 leaves it out. */
  readonly references?: number;
}

/** A clustering that was tried. */
export interface Candidate {
  readonly model: KMeansModel;
  readonly labels: Int32Array;
  /** Null where it was not measured. */
  readonly stability: ClusterStability | null;
  readonly row: SelectionRow;
}

/** Above so many rows the silhouette is that of a sample of as many. */
const EXACT_SILHOUETTE_ROWS = 10_000;
/** Small samples by which the error of the large one is estimated. */
const SMALL_SAMPLES = 20;
const SMALL_SAMPLE_ROWS = 500;

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
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { selectionTable } from "./selection_table.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows(Array.from({ length: 30 }, (_, i) => [i % 3 * 50 + i / 30]));
 * const table = selectionTable(X, { to: 5, resamples: 10 }).map(({ row }) => row);
 * const best = table.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
 * assertEquals(best.k, 3);
 * ```
 */
export function selectionTable(X: Matrix, options: SelectionOptions = {}): Candidate[] {
  const { from = 2, to = 10, seed = 42, starts = 10, resamples = 100, references = 20 } = options;
  const last = Math.min(to, X.rows - 1);
  if (!(from >= 2 && from <= last)) {
    throw new RangeError(
      `Choosing clusters: ${from} to ${last} is not a range of clusters for ${X.rows} rows.`,
    );
  }
  const models = Array.from(
    { length: last - from + 1 },
    (_, i) => fitKMeans(X, { clusters: from + i, seed, starts }),
  );
  const labellings = models.map((model) => predictKMeans(model, X));
  const silhouettes = silhouetteScores(X, labellings, {
    maximumRows: EXACT_SILHOUETTE_ROWS,
    seed,
  });
  const gaps = references > 0 ? gapStatistic(X, models, { references, seed }) : [];
  return models.map((model, i) => {
    const labels = labellings[i];
    const stability = resamples > 0 ? clusterStability(X, model, { resamples, seed }) : null;
    return {
      model,
      labels,
      stability,
      row: {
        k: model.clusters,
        inertia: model.inertia,
        silhouette: silhouettes[i],
        silhouette_error: silhouetteError(X, labels, seed),
        calinski_harabasz: calinskiHarabasz(X, labels),
        davies_bouldin: daviesBouldin(X, labels),
        gap: gaps[i]?.gap ?? null,
        gap_error: gaps[i]?.standardError ?? null,
        stability: stability?.adjustedRand ?? null,
        smallest_share: smallestShare(labels, model.clusters),
        outlier_clusters: isolatesOutliers(X, labels, model.centroids).filter(Boolean).length,
      },
    };
  });
}

/**
 * Standard error of the mean silhouette of a sample drawn without replacement.
 *
 * A silhouette depends on the other rows of the sample, too, so that the spread of single ones
 * tells too little: whole small samples are compared, and their variance shrinks with their size.
 */
function silhouetteError(X: Matrix, labels: Int32Array, seed: number): number | null {
  if (X.rows <= EXACT_SILHOUETTE_ROWS) return 0;
  const samples = Array.from(
    { length: SMALL_SAMPLES },
    (_, i) => sampleRows(X, labels, SMALL_SAMPLE_ROWS, seed + i),
  );
  if (samples.some(({ y }) => new Set(y).size < 2)) return null;
  const means = samples.map((sample) => silhouetteScores(sample.X, [sample.y])[0]);
  const unseen = 1 - EXACT_SILHOUETTE_ROWS / X.rows;
  return Math.sqrt(variance(means, 1) * SMALL_SAMPLE_ROWS / EXACT_SILHOUETTE_ROWS * unseen);
}

function smallestShare(labels: Int32Array, clusters: number): number {
  const sizes = new Int32Array(clusters);
  for (const label of labels) sizes[label]++;
  return Math.min(...sizes) / labels.length;
}
