import type { Matrix } from "../numeric/matrix.ts";
import { createRandom } from "../numeric/random.ts";
import { checkedClusterCodes, type ClusterCodes, clusterCodes } from "./cluster_codes.ts";

/** Options of {@linkcode silhouetteScores}. */
export interface SilhouetteOptions {
  /** Above so many rows, a random sample of as many is scored; default 10,000. */
  readonly maximumRows?: number;
  /** Seeds the sample; default 42. */
  readonly seed?: number;
}

/**
 * The mean silhouette of each of several clusterings of the same rows, in one pass over their
 * distances.
 *
 * Exact up to `maximumRows` rows. A clustering of which a sample shows one cluster only scores 0:
 * what it isolated is too small to see.
 *
 * @param X Features, rows × columns.
 * @param labellings One array of labels per clustering, one label per row.
 * @param options When to sample, and by which seed.
 * @returns One score in [−1, 1] per clustering; higher is better.
 * @throws {TypeError} If a clustering has not one label per row.
 * @throws {RangeError} If the clusters are fewer than 2 or as many as the rows.
 *
 * @example
 * ```ts
 * import { silhouetteScores } from "./silhouette.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assert } from "@std/assert";
 *
 * const X = matrixFromRows([[0], [1], [10], [11]]);
 * const [right, wrong] = silhouetteScores(X, [[0, 0, 1, 1], [0, 1, 0, 1]]);
 * assert(right > 0.8 && wrong < 0);
 * ```
 */
export function silhouetteScores(
  X: Matrix,
  labellings: readonly ArrayLike<number>[],
  options: SilhouetteOptions = {},
): number[] {
  const { maximumRows = 10_000, seed = 42 } = options;
  for (const labels of labellings) checkedClusterCodes("Computing silhouettes", X.rows, labels);
  if (X.rows <= maximumRows) return silhouettes(X, labellings).map(mean);

  const rows = Int32Array.from(sampleRows(X.rows, maximumRows, seed));
  const sample = selectRows(X, rows);
  return silhouettes(sample, labellings.map((labels) => rows.map((row) => labels[row]))).map(mean);
}

/**
 * The silhouette of each row: how much nearer its own cluster is than the next one (Rousseeuw
 * 1987), by Euclidean distance.
 *
 * The cost grows with the square of the rows: 4,000 take a tenth of a second.
 *
 * @param X Features, rows × columns.
 * @param labels Cluster of each row.
 * @returns One number in [−1, 1] per row: 1 well inside, 0 between two clusters (and for a row
 *   alone in its cluster), negative nearer to another cluster.
 * @throws {TypeError} If there is not one label per row.
 * @throws {RangeError} If the clusters are fewer than 2 or as many as the rows.
 *
 * @example
 * ```ts
 * import { silhouetteSamples } from "./silhouette.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Row 0 is 2 from its own cluster and 8 from the other: (8 − 2) / 8.
 * assertEquals([...silhouetteSamples(matrixFromRows([[0], [2], [8]]), [0, 0, 1])][0], 0.75);
 * ```
 */
export function silhouetteSamples(X: Matrix, labels: ArrayLike<number>): Float64Array {
  checkedClusterCodes("Computing silhouettes", X.rows, labels);
  return silhouettes(X, [labels])[0];
}

function silhouettes(X: Matrix, labellings: readonly ArrayLike<number>[]): Float64Array[] {
  const { rows } = X;
  const clusterings = labellings.map((labels) => clusterCodes(labels));
  const results = clusterings.map(() => new Float64Array(rows));
  const distances = new Float64Array(rows);
  const sums = clusterings.map(({ clusters }) => new Float64Array(clusters));
  for (let row = 0; row < rows; row++) {
    distancesFrom(X, row, distances);
    for (let l = 0; l < clusterings.length; l++) {
      sumByCluster(distances, clusterings[l].codes, sums[l].fill(0));
      results[l][row] = silhouetteOf(clusterings[l].codes[row], sums[l], clusterings[l]);
    }
  }
  return results;
}

function distancesFrom(X: Matrix, from: number, distances: Float64Array): void {
  const { rows, columns, values } = X;
  const origin = from * columns;
  for (let row = 0, start = 0; row < rows; row++, start += columns) {
    let squared = 0;
    for (let j = 0; j < columns; j++) {
      const difference = values[start + j] - values[origin + j];
      squared += difference * difference;
    }
    distances[row] = Math.sqrt(squared);
  }
}

function sumByCluster(distances: Float64Array, codes: Int32Array, sums: Float64Array): void {
  for (let row = 0; row < distances.length; row++) sums[codes[row]] += distances[row];
}

function silhouetteOf(own: number, sums: Float64Array, { sizes }: ClusterCodes): number {
  if (sizes[own] === 1 || sums.length === 1) return 0;
  const inside = sums[own] / (sizes[own] - 1);
  let outside = Infinity;
  for (let cluster = 0; cluster < sums.length; cluster++) {
    if (cluster !== own) outside = Math.min(outside, sums[cluster] / sizes[cluster]);
  }
  const larger = Math.max(inside, outside);
  return larger === 0 ? 0 : (outside - inside) / larger;
}

/** Distinct rows in ascending order (selection sampling: Knuth, volume 2, algorithm 3.4.2 S). */
function sampleRows(rows: number, size: number, seed: number): number[] {
  const random = createRandom(seed, "silhouette sample");
  const chosen: number[] = [];
  for (let row = 0; chosen.length < size; row++) {
    if (random.next() * (rows - row) < size - chosen.length) chosen.push(row);
  }
  return chosen;
}

function selectRows({ columns, values }: Matrix, rows: Int32Array): Matrix {
  const selected = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    selected.set(values.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return { rows: rows.length, columns, values: selected };
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
