import type { Matrix } from "../../numeric/matrix.ts";
import { sum } from "../../numeric/sums.ts";

/** Options of {@linkcode isolatesOutliers}. */
export interface IsolatesOutliersOptions {
  /** A cluster of at least this share of the customers is no handful of outliers; default .05. */
  readonly largestShare?: number;
  /** So many times farther from their centroid than the others from theirs; default 2.5. */
  readonly scatter?: number;
  /** So few customers are no segment, if the cluster is small; default 10. */
  readonly fewest?: number;
}

/**
 * Recognises clusters that only isolate outliers: less than 5 % of the customers, and either
 * scattered or a mere handful.
 *
 * What outliers have in common is that they are far from everyone, one another included. So a small
 * cluster is scattered if its members lie, in root mean square, more than 2.5 times as far from
 * their own centroid as all other customers from theirs; a small but tight cluster is a segment.
 * Fewer than ten customers are too few to tell, and too few to be a segment.
 *
 * @param X Features as they were clustered, rows × columns.
 * @returns Whether each cluster only isolates outliers.
 */
export function isolatesOutliers(
  X: Matrix,
  labels: ArrayLike<number>,
  centroids: readonly (readonly number[])[],
  options: IsolatesOutliersOptions = {},
): boolean[] {
  const { largestShare = 0.05, scatter = 2.5, fewest = 10 } = options;
  const { sizes, squares } = spread(X, labels, centroids);
  const all = sum(squares);
  return Array.from(sizes, (size, cluster) => {
    if (size / X.rows >= largestShare) return false;
    if (size < fewest) return true;
    const own = squares[cluster] / size;
    const others = (all - squares[cluster]) / (X.rows - size);
    return own > scatter ** 2 * others;
  });
}

/** Customers of each cluster, and the sum of their squared distances to its centroid. */
function spread(
  { rows, columns, values }: Matrix,
  labels: ArrayLike<number>,
  centroids: readonly (readonly number[])[],
) {
  const sizes = new Float64Array(centroids.length), squares = new Float64Array(centroids.length);
  for (let row = 0; row < rows; row++) {
    const label = labels[row];
    sizes[label]++;
    for (let j = 0; j < columns; j++) {
      squares[label] += (values[row * columns + j] - centroids[label][j]) ** 2;
    }
  }
  return { sizes, squares };
}
