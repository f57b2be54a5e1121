import type { Matrix } from "../numeric/matrix.ts";
import { createBoundedAssignment } from "./bounded_assignment.ts";
import { nearestCentroids } from "./nearest_centroids.ts";
import { repairEmptyClusters } from "./repair_empty_clusters.ts";

/** When the iterations of k-means stop. */
export interface KMeansStop {
  /** Iterations at most. */
  readonly maxIterations: number;
  /** Squared movement of all centroids together that counts as standing still. */
  readonly tolerance: number;
}

/** Where one start of k-means ended. */
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
 * @param X Features, rows × columns.
 * @param start Starting centroids, clusters × columns, row after row; not modified.
 * @param stop When to stop.
 * @returns The final centroids and the inertia of the labels they give.
 *
 * @example
 * ```ts
 * import { lloyd } from "./lloyd.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[0], [2], [9], [11]]);
 * const run = lloyd(X, new Float64Array([0, 2]), { maxIterations: 300, tolerance: 0 });
 * assertEquals([...run.centroids], [1, 10]);
 * ```
 */
export function lloyd(X: Matrix, start: Float64Array, stop: KMeansStop): KMeansRun {
  let centroids: Float64Array = start.slice();
  const assign = createBoundedAssignment(X, start.length / X.columns);
  const previousLabels = new Int32Array(X.rows).fill(-1);

  let iterations = 0;
  while (iterations < stop.maxIterations) {
    iterations++;
    const labels = assign(centroids);
    const moved = clusterMeans(X, labels, centroids);
    const movement = squaredMovement(centroids, moved);
    centroids = moved;
    if (movement <= stop.tolerance || isSame(labels, previousLabels)) break;
    previousLabels.set(labels);
  }
  return { centroids, inertia: nearestCentroids(X, centroids).inertia, iterations };
}

/** The mean of each cluster's rows; a cluster without rows takes the row that fits worst. */
function clusterMeans(X: Matrix, labels: Int32Array, centroids: Float64Array): Float64Array {
  const { rows, columns, values } = X;
  const sums = new Float64Array(centroids.length);
  const sizes = new Int32Array(centroids.length / columns);
  for (let row = 0, start = 0; row < rows; row++, start += columns) {
    const cluster = labels[row];
    const c = cluster * columns;
    sizes[cluster]++;
    for (let j = 0; j < columns; j++) sums[c + j] += values[start + j];
  }
  if (sizes.includes(0)) {
    const { squaredDistances } = nearestCentroids(X, centroids);
    repairEmptyClusters(X, labels, squaredDistances, sums, sizes);
  }
  for (let c = 0; c < sums.length; c++) sums[c] /= sizes[Math.floor(c / columns)];
  return sums;
}

function squaredMovement(from: Float64Array, to: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < from.length; i++) sum += (to[i] - from[i]) ** 2;
  return sum;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
