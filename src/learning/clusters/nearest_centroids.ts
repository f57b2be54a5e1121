import { atLeastFourColumns } from "../../numeric/at_least_four_columns.ts";
import type { Matrix } from "../../numeric/matrix.ts";

/** The nearest centroid of each row, and how far it is. */
export interface NearestCentroids {
  /** Cluster number of each row. */
  readonly labels: Int32Array;
  /** Squared Euclidean distance of each row to that cluster's centroid. */
  readonly squaredDistances: Float64Array;
  /** The sum of the squared distances. */
  readonly inertia: number;
}

/**
 * Finds the nearest centroid of each row, the lowest number among equally near ones.
 *
 * @param centroids Clusters × columns, row after row.
 */
export function nearestCentroids(X: Matrix, centroids: Float64Array): NearestCentroids {
  const { rows, columns: width, values } = atLeastFourColumns(X);
  const clusters = centroids.length / X.columns;
  const near = atLeastFourColumns({ rows: clusters, columns: X.columns, values: centroids }).values;
  const labels = new Int32Array(rows);
  const squaredDistances = new Float64Array(rows);
  let inertia = 0;
  for (let row = 0, start = 0; row < rows; row++, start += width) {
    const x0 = values[start], x1 = values[start + 1];
    const x2 = values[start + 2], x3 = values[start + 3];
    let nearest = 0;
    let least = Infinity;
    for (let cluster = 0, c = 0; cluster < clusters; cluster++, c += width) {
      const d0 = x0 - near[c], d1 = x1 - near[c + 1];
      const d2 = x2 - near[c + 2], d3 = x3 - near[c + 3];
      let squared = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
      for (let j = 4; j < width; j++) {
        const difference = values[start + j] - near[c + j];
        squared += difference * difference;
      }
      if (squared < least) {
        least = squared;
        nearest = cluster;
      }
    }
    labels[row] = nearest;
    squaredDistances[row] = least;
    inertia += least;
  }
  return { labels, squaredDistances, inertia };
}
