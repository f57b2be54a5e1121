import type { Matrix } from "../numeric/matrix.ts";
import type { ClusterCodes } from "./cluster_codes.ts";

/**
 * The mean row of each cluster.
 *
 * @param X Features, rows × columns.
 * @param clusters Which cluster each row belongs to.
 * @returns Clusters × columns, row after row.
 *
 * @example
 * ```ts
 * import { clusterMeans } from "./cluster_means.ts";
 * import { clusterCodes } from "./cluster_codes.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [3], [9]]);
 * assertEquals([...clusterMeans(X, clusterCodes([0, 0, 1]))], [2, 9]);
 * ```
 */
export function clusterMeans(X: Matrix, { codes, clusters, sizes }: ClusterCodes): Float64Array {
  const { columns, values } = X;
  const means = new Float64Array(clusters * columns);
  for (let row = 0; row < X.rows; row++) {
    for (let j = 0; j < columns; j++) means[codes[row] * columns + j] += values[row * columns + j];
  }
  return means.map((sum, c) => sum / sizes[Math.floor(c / columns)]);
}
