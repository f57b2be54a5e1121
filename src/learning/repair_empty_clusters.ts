import type { Matrix } from "../numeric/matrix.ts";

/**
 * Gives each cluster without rows the row that lies farthest from its own centroid, taking it out
 * of a cluster that keeps others.
 *
 * @param X Features, rows × columns.
 * @param labels Cluster of each row; not modified.
 * @param squaredDistances Squared distance of each row to its centroid.
 * @param sums Clusters × columns: the sums of each cluster's rows; **corrected in place**.
 * @param sizes Rows per cluster; **corrected in place**.
 *
 * @example
 * ```ts
 * import { repairEmptyClusters } from "./repair_empty_clusters.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sums = new Float64Array([12, 0]);
 * const sizes = new Int32Array([3, 0]);
 * const X = matrixFromRows([[1], [2], [9]]);
 * repairEmptyClusters(X, new Int32Array(3), new Float64Array([0, 1, 64]), sums, sizes);
 * assertEquals([...sums, ...sizes], [3, 9, 2, 1]);
 * ```
 */
export function repairEmptyClusters(
  X: Matrix,
  labels: Int32Array,
  squaredDistances: Float64Array,
  sums: Float64Array,
  sizes: Int32Array,
): void {
  const { columns, values } = X;
  const farthestFirst = Array.from(labels.keys())
    .sort((a, b) => squaredDistances[b] - squaredDistances[a] || a - b);
  let next = 0;
  sizes.forEach((size, empty) => {
    if (size > 0) return;
    while (sizes[labels[farthestFirst[next]]] < 2) next++;
    const row = farthestFirst[next++];
    const donor = labels[row];
    for (let j = 0; j < columns; j++) {
      sums[empty * columns + j] += values[row * columns + j];
      sums[donor * columns + j] -= values[row * columns + j];
    }
    sizes[empty]++;
    sizes[donor]--;
  });
}
