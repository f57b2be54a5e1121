import type { Matrix } from "../numeric/matrix.ts";
import { checkedClusterCodes } from "./cluster_codes.ts";
import { clusterMeans } from "./cluster_means.ts";

/**
 * How much each cluster overlaps with the one most like it, averaged over clusters (Davies and
 * Bouldin 1979).
 *
 * @param X Features, rows × columns.
 * @param labels Cluster of each row.
 * @returns 0 or more; lower is better.
 * @throws {TypeError} If there is not one label per row.
 * @throws {RangeError} If the clusters are fewer than 2 or as many as the rows.
 *
 * @example
 * ```ts
 * import { daviesBouldin } from "./davies_bouldin.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Each cluster is 1 wide, and their means are 10 apart: (1 + 1) / 10.
 * assertEquals(daviesBouldin(matrixFromRows([[0], [2], [10], [12]]), [0, 0, 1, 1]), 0.2);
 * ```
 */
export function daviesBouldin(X: Matrix, labels: ArrayLike<number>): number {
  const { rows, columns, values } = X;
  const coded = checkedClusterCodes("Computing the Davies–Bouldin index", rows, labels);
  const { codes, clusters, sizes } = coded;
  const means = clusterMeans(X, coded);
  const widths = new Float64Array(clusters);
  for (let row = 0; row < rows; row++) {
    const cluster = codes[row];
    widths[cluster] += distance(values, row, means, cluster, columns) / sizes[cluster];
  }

  let sum = 0;
  for (let a = 0; a < clusters; a++) {
    let worst = 0;
    for (let b = 0; b < clusters; b++) {
      const gap = a === b ? 0 : distance(means, a, means, b, columns);
      // Clusters that share their mean cannot be told apart: scikit-learn leaves them out, too.
      if (gap > 0) worst = Math.max(worst, (widths[a] + widths[b]) / gap);
    }
    sum += worst;
  }
  return sum / clusters;
}

function distance(
  a: Float64Array,
  rowA: number,
  b: Float64Array,
  rowB: number,
  columns: number,
): number {
  let squared = 0;
  for (let j = 0; j < columns; j++) squared += (a[rowA * columns + j] - b[rowB * columns + j]) ** 2;
  return Math.sqrt(squared);
}
