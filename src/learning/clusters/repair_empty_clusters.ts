import type { Matrix } from "../../numeric/matrix.ts";

/** Rows and the centroids that they were assigned to. */
export interface AssignedRows {
  /** Cluster of each row. */
  readonly labels: Int32Array;
  /** Weight of each row. */
  readonly weights: Float64Array;
  /** Squared distance of each row to its centroid. */
  readonly squaredDistances: Float64Array;
}

/**
 * Gives each cluster without rows the row that lies farthest from its own centroid, taking it out
 * of a cluster that keeps others.
 *
 * @param assigned The rows' clusters and distances; not modified.
 * @param sums Clusters × columns: the weighted sums of each cluster's rows; **corrected in place**.
 * @param sizes Total weight of each cluster's rows; **corrected in place**.
 */
export function repairEmptyClusters(
  X: Matrix,
  { labels, weights, squaredDistances }: AssignedRows,
  sums: Float64Array,
  sizes: Float64Array,
): void {
  const { columns, values } = X;
  const counts = new Int32Array(sizes.length);
  for (const label of labels) counts[label]++;
  const farthestFirst = Array.from(labels.keys())
    .sort((a, b) => squaredDistances[b] - squaredDistances[a] || a - b);
  let next = 0;
  counts.forEach((count, empty) => {
    if (count > 0) return;
    while (counts[labels[farthestFirst[next]]] < 2) next++;
    const row = farthestFirst[next++];
    const donor = labels[row];
    for (let j = 0; j < columns; j++) {
      const value = weights[row] * values[row * columns + j];
      sums[empty * columns + j] += value;
      sums[donor * columns + j] -= value;
    }
    sizes[empty] += weights[row];
    sizes[donor] -= weights[row];
    counts[donor]--;
  });
}
