import type { Matrix } from "../numeric/matrix.ts";
import { checkedClusterCodes } from "./cluster_codes.ts";
import { clusterMeans } from "./cluster_means.ts";

/**
 * The variance ratio criterion: how far apart the clusters are, relative to how wide they are
 * (Caliński and Harabasz 1974).
 *
 * @param X Features, rows × columns.
 * @param labels Cluster of each row.
 * @returns 0 or more; higher is better. 1 where every cluster is a single point, as in
 *   scikit-learn.
 * @throws {TypeError} If there is not one label per row.
 * @throws {RangeError} If the clusters are fewer than 2 or as many as the rows.
 *
 * @example
 * ```ts
 * import { calinskiHarabasz } from "./calinski_harabasz.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Between: 4 · 5² / 1 = 100; within: 4 · 1² / 2 = 2.
 * assertEquals(calinskiHarabasz(matrixFromRows([[0], [2], [10], [12]]), [0, 0, 1, 1]), 50);
 * ```
 */
export function calinskiHarabasz(X: Matrix, labels: ArrayLike<number>): number {
  const { rows, columns, values } = X;
  const coded = checkedClusterCodes("Computing the Calinski–Harabasz index", rows, labels);
  const { codes, clusters, sizes } = coded;
  const means = clusterMeans(X, coded);
  const overall = new Float64Array(columns);
  for (let i = 0; i < values.length; i++) overall[i % columns] += values[i];
  for (let j = 0; j < columns; j++) overall[j] /= rows;

  let within = 0;
  for (let i = 0; i < values.length; i++) {
    const mean = means[codes[Math.floor(i / columns)] * columns + i % columns];
    within += (values[i] - mean) ** 2;
  }
  let between = 0;
  for (let c = 0; c < means.length; c++) {
    between += sizes[Math.floor(c / columns)] * (means[c] - overall[c % columns]) ** 2;
  }
  return within === 0 ? 1 : between * (rows - clusters) / (within * (clusters - 1));
}
