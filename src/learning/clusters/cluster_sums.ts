import type { Matrix } from "../../numeric/matrix.ts";

/**
 * Adds up each cluster's rows, in the order of the rows.
 *
 * @param sums Clusters × columns; **overwritten** by the weighted sums.
 * @param sizes One per cluster; **overwritten** by the total weights.
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
