import { kmeans } from "ml-kmeans";
import type { Matrix } from "../../numeric/matrix.ts";
import type { KMeansRun, KMeansStop } from "../clusters/lloyd.ts";
import { nearestCentroids } from "../clusters/nearest_centroids.ts";
import { repairEmptyClusters } from "../clusters/repair_empty_clusters.ts";

/**
 * Runs one start of k-means by the npm package `ml-kmeans`, made safe.
 *
 * The package reports no inertia, labels by the centroids before its last step, and keeps empty
 * clusters: those are added here. Its tolerance bounds the movement of each centroid, ours that of
 * all together, so ours is divided by the clusters.
 *
 * @param weights Weight of each row: the package knows none, so all have to be 1.
 * @param start Starting centroids, clusters × columns, row after row; not modified.
 */
export function mlKMeans(
  X: Matrix,
  weights: Float64Array,
  start: Float64Array,
  stop: KMeansStop,
): KMeansRun {
  const clusters = start.length / X.columns;
  const rows = toRows(X.values, X.columns);
  let centroids = start;
  let iterations = 0;
  while (true) {
    const result = kmeans(rows, clusters, {
      initialization: toRows(centroids, X.columns),
      maxIterations: stop.maxIterations - iterations,
      tolerance: stop.tolerance / clusters,
    });
    iterations += result.iterations;
    centroids = Float64Array.from(result.centroids.flat());

    const nearest = nearestCentroids(X, centroids);
    const repaired = withoutEmptyClusters(X, weights, nearest, centroids);
    if (repaired === undefined || iterations >= stop.maxIterations) {
      return { centroids, inertia: nearest.inertia, iterations };
    }
    centroids = repaired;
  }
}

/** The cluster means once empty clusters are repaired, or undefined where none is empty. */
function withoutEmptyClusters(
  X: Matrix,
  weights: Float64Array,
  { labels, squaredDistances, inertia }: ReturnType<typeof nearestCentroids>,
  centroids: Float64Array,
): Float64Array | undefined {
  const sizes = new Float64Array(centroids.length / X.columns);
  labels.forEach((label) => sizes[label]++);
  // Without inertia there are fewer distinct rows than clusters: nothing can fill them all.
  if (!sizes.includes(0) || inertia === 0) return undefined;
  const sums = centroids.map((value, c) => value * sizes[Math.floor(c / X.columns)]);
  repairEmptyClusters(X, { labels, weights, squaredDistances }, sums, sizes);
  return sums.map((sum, c) => sum / sizes[Math.floor(c / X.columns)]);
}

function toRows(values: Float64Array, columns: number): number[][] {
  return Array.from(
    { length: values.length / columns },
    (_, i) => Array.from(values.subarray(i * columns, (i + 1) * columns)),
  );
}
