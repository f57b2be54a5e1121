import { atLeastFourColumns } from "../numeric/at_least_four_columns.ts";
import { type Matrix, matrixRows } from "../numeric/matrix.ts";
import { createRandom } from "../numeric/random/random.ts";
import { checkedClusterCodes, type ClusterCodes, rowGroups } from "./clustering.ts";
import { mean } from "../numeric/sums.ts";

/** Options of {@linkcode silhouetteScores}. */
export interface SilhouetteOptions {
  /** Above so many rows, a random sample of them is scored; default 10,000. */
  readonly maximumRows?: number;
  /** Seeds the sample; default 42. */
  readonly seed?: number;
}

/** However many rows there are, a sample has so many. */
const FEWEST_SAMPLED = 100;

/**
 * The mean silhouette of each of several clusterings of the same rows, in one pass over their
 * distances.
 *
 * Up to `maximumRows` rows, all are scored. Above, a random sample of rows is, each by its distances
 * to all rows: as many as cost the same (`maximumRows`² distances; a thousand of 100,000 rows), at
 * least a hundred.
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
  const clusterings = labellings.map((labels) => checkedCodes(X, labels));
  const sample = Math.max(FEWEST_SAMPLED, Math.floor(maximumRows ** 2 / X.rows));
  const isExact = X.rows <= Math.max(maximumRows, sample);
  const rows = isExact ? allRows(X.rows) : sampleRows(X.rows, sample, seed);
  return silhouettes(X, clusterings, rows).map(mean);
}

/**
 * The silhouette of each row: how much nearer its own cluster is than the next one (Rousseeuw
 * 1987), by Euclidean distance.
 *
 * The cost grows with the square of the rows: 4,000 take less than a tenth of a second.
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
  return silhouettes(X, [checkedCodes(X, labels)], allRows(X.rows))[0];
}

function checkedCodes(X: Matrix, labels: ArrayLike<number>): ClusterCodes {
  return checkedClusterCodes("Computing silhouettes", X.rows, labels);
}

/** Per clustering the silhouettes of some rows, in one pass over their distances to all rows. */
function silhouettes(
  X: Matrix,
  clusterings: readonly ClusterCodes[],
  rows: Int32Array,
): Float64Array[] {
  const results = clusterings.map(() => new Float64Array(rows.length));
  const { order, starts, clusters } = rowGroups(X.rows, clusterings);
  const wide = atLeastFourColumns(X);
  const grouped = matrixRows(wide, order);
  const sumsOfGroups = new Float64Array(starts.length - 1);
  const sums = clusterings.map((clustering) => new Float64Array(clustering.clusters));
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    sumDistances(wide, row, grouped, starts, sumsOfGroups);
    for (let l = 0; l < clusterings.length; l++) {
      sumByCluster(sumsOfGroups, clusters[l], sums[l].fill(0));
      results[l][i] = silhouetteOf(clusterings[l].codes[row], sums[l], clusterings[l]);
    }
  }
  return results;
}

/** The inner loop: the sum of a row's distances to the rows of each group. */
function sumDistances(
  X: Matrix,
  row: number,
  grouped: Matrix,
  starts: Int32Array,
  sums: Float64Array,
): void {
  const { columns, values: others } = grouped;
  const { values } = X;
  const origin = row * columns;
  const x0 = values[origin], x1 = values[origin + 1];
  const x2 = values[origin + 2], x3 = values[origin + 3];
  for (let group = 0; group < sums.length; group++) {
    let total = 0;
    const end = starts[group + 1] * columns;
    for (let start = starts[group] * columns; start < end; start += columns) {
      const d0 = x0 - others[start], d1 = x1 - others[start + 1];
      const d2 = x2 - others[start + 2], d3 = x3 - others[start + 3];
      let squared = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
      for (let j = 4; j < columns; j++) {
        const difference = values[origin + j] - others[start + j];
        squared += difference * difference;
      }
      total += Math.sqrt(squared);
    }
    sums[group] = total;
  }
}

function sumByCluster(sumsOfGroups: Float64Array, clusters: Int32Array, sums: Float64Array): void {
  for (let group = 0; group < clusters.length; group++) {
    sums[clusters[group]] += sumsOfGroups[group];
  }
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
function sampleRows(rows: number, size: number, seed: number): Int32Array {
  const random = createRandom(seed, "silhouette sample");
  const chosen = new Int32Array(size);
  let count = 0;
  for (let row = 0; count < size; row++) {
    if (random.next() * (rows - row) < size - count) chosen[count++] = row;
  }
  return chosen;
}

function allRows(rows: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => row);
}
