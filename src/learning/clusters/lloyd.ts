import type { Matrix } from "../../numeric/matrix.ts";
import { type BoundedAssignment, createBoundedAssignment } from "./bounded_assignment.ts";
import { clusterSums } from "./cluster_sums.ts";
import { nearestCentroids } from "./nearest_centroids.ts";
import { repairEmptyClusters } from "./repair_empty_clusters.ts";
import { squaredDistance } from "./squared_distance.ts";

/** When the iterations of k-means stop. */
export interface KMeansStop {
  /** Iterations at most. */
  readonly maxIterations: number;
  /** Squared movement of all centroids together that counts as standing still. */
  readonly tolerance: number;
}

/** Result of one start of k-means. */
export interface KMeansRun {
  /** Clusters × columns, row after row. */
  readonly centroids: Float64Array;
  /** Sum of the squared distances of the rows to their nearest centroid. */
  readonly inertia: number;
  /** Iterations used. */
  readonly iterations: number;
}

/**
 * Moves centroids to the means of the rows nearest to them, until nothing changes (Lloyd 1982).
 *
 * @param start Starting centroids, clusters × columns, row after row; not modified.
 */
export function lloyd(
  X: Matrix,
  weights: Float64Array,
  start: Float64Array,
  stop: KMeansStop,
): KMeansRun {
  const assignment = createBoundedAssignment(X, start.length / X.columns, weights);
  const { labels, sums, sizes } = assignment;
  let centroids = start;
  let moved = start;

  let iterations = 0;
  while (iterations < stop.maxIterations) {
    iterations++;
    centroids = moved;
    const changed = assignment.update(centroids);
    moved = clusterMeans(X, weights, assignment, centroids);
    const movement = squaredDistance(centroids, 0, moved, 0, moved.length);
    if (changed === 0 || movement <= stop.tolerance) break;
  }
  // Rows that changed sides have left their rounding in the sums: the last ones are taken anew.
  clusterSums(X, labels, weights, sums, sizes);
  moved = clusterMeans(X, weights, assignment, centroids);
  assignment.update(moved);
  return { centroids: moved, inertia: inertiaOf(X, weights, labels, moved), iterations };
}

/** The mean of each cluster's rows; a cluster without rows takes the row that fits worst. */
function clusterMeans(
  X: Matrix,
  weights: Float64Array,
  { labels, ...totals }: Pick<BoundedAssignment, "labels" | "sums" | "sizes">,
  centroids: Float64Array,
): Float64Array {
  const { columns } = X;
  const sums = totals.sums.slice();
  const sizes = totals.sizes.slice();
  if (sizes.includes(0)) {
    const { squaredDistances } = nearestCentroids(X, centroids);
    repairEmptyClusters(X, { labels, weights, squaredDistances }, sums, sizes);
  }
  for (let c = 0; c < sums.length; c++) sums[c] /= sizes[Math.floor(c / columns)];
  return sums;
}

function inertiaOf(
  X: Matrix,
  weights: Float64Array,
  labels: Int32Array,
  centroids: Float64Array,
): number {
  const { rows, columns, values } = X;
  let inertia = 0;
  for (let row = 0; row < rows; row++) {
    const centroid = labels[row] * columns;
    inertia += weights[row] *
      squaredDistance(values, row * columns, centroids, centroid, columns);
  }
  return inertia;
}
