import type { Matrix } from "../../numeric/matrix.ts";

/**
 * Adds up each cluster's rows, in the order of the rows.
 *
 * @param X Features, rows × columns.
 * @param labels Cluster of each row.
 * @param weights Weight of each row.
 * @param sums Clusters × columns; **overwritten** by the weighted sums.
 * @param sizes One per cluster; **overwritten** by the total weights.
 *
 * @example
 * ```ts
 * import { clusterSums } from "./cluster_sums.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sums = new Float64Array(2);
 * const sizes = new Float64Array(2);
 * const X = matrixFromRows([[1], [2], [9]]);
 * clusterSums(X, Int32Array.of(0, 0, 1), Float64Array.of(1, 3, 1), sums, sizes);
 * assertEquals([...sums, ...sizes], [7, 9, 4, 1]);
 * ```
 */
export function clusterSums(
  X: Matrix,
  labels: Int32Array,
  weights: Float64Array,
  sums: Float64Array,
  sizes: Float64Array,
): void {
  const { rows, columns, values } = X;
  sums.fill(0);
  sizes.fill(0);
  for (let row = 0, start = 0; row < rows; row++, start += columns) {
    const cluster = labels[row];
    const c = cluster * columns;
    sizes[cluster] += weights[row];
    for (let j = 0; j < columns; j++) sums[c + j] += weights[row] * values[start + j];
  }
}
