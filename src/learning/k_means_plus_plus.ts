import type { Matrix } from "../numeric/matrix.ts";
import type { Random } from "../numeric/random.ts";

/**
 * Draws starting centroids among the rows, far apart: each next one with a probability proportional
 * to its squared distance from those drawn so far, the best of 2 + ln k candidates (greedy
 * k-means++, Arthur and Vassilvitskii 2007, as scikit-learn does).
 *
 * @param X Features, rows × columns, at least `clusters` rows.
 * @param clusters How many centroids to draw.
 * @param random Where the draws come from.
 * @returns Clusters × columns, row after row.
 *
 * @example
 * ```ts
 * import { kMeansPlusPlus } from "./k_means_plus_plus.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { createRandom } from "../numeric/random.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const centroids = kMeansPlusPlus(matrixFromRows([[1], [1], [9]]), 2, createRandom(42));
 * assertEquals([...centroids].sort(), [1, 9]);
 * ```
 */
export function kMeansPlusPlus(X: Matrix, clusters: number, random: Random): Float64Array {
  const { rows, columns, values } = X;
  const trials = 2 + Math.floor(Math.log(clusters));
  const centroids = new Float64Array(clusters * columns);
  let distances: Float64Array = new Float64Array(rows).fill(Infinity);
  let total = Infinity;

  for (let cluster = 0; cluster < clusters; cluster++) {
    let bestRow = -1;
    let bestDistances = distances;
    let bestTotal = Infinity;
    for (let trial = 0; trial < (cluster === 0 ? 1 : trials); trial++) {
      const row = cluster === 0 || total === 0
        ? random.integer(rows)
        : drawProportionally(distances, total, random);
      const candidate = distancesWith(X, row, distances);
      const candidateTotal = sum(candidate);
      if (candidateTotal < bestTotal) {
        [bestRow, bestDistances, bestTotal] = [row, candidate, candidateTotal];
      }
    }
    [distances, total] = [bestDistances, bestTotal];
    centroids.set(values.subarray(bestRow * columns, (bestRow + 1) * columns), cluster * columns);
  }
  return centroids;
}

/** Squared distances to the nearest centroid, once row `added` is a centroid too. */
function distancesWith(X: Matrix, added: number, distances: Float64Array): Float64Array {
  const { rows, columns, values } = X;
  const nearer = new Float64Array(rows);
  const centroid = added * columns;
  for (let row = 0, start = 0; row < rows; row++, start += columns) {
    let squared = 0;
    for (let j = 0; j < columns; j++) {
      const difference = values[start + j] - values[centroid + j];
      squared += difference * difference;
    }
    nearer[row] = squared < distances[row] ? squared : distances[row];
  }
  return nearer;
}

function drawProportionally(weights: Float64Array, total: number, random: Random): number {
  const target = random.next() * total;
  let cumulated = 0;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    cumulated += weights[i];
    last = i;
    if (cumulated > target) break;
  }
  return last;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
