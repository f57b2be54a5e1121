import { atLeastFourColumns } from "../../numeric/at_least_four_columns.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import type { Random } from "../../numeric/random/random.ts";
import { sum } from "../../numeric/sums.ts";

/**
 * Draws starting centroids among the rows, far apart: each next one with a probability proportional
 * to its squared distance from those drawn so far, the best of 2 + ln k candidates (greedy
 * k-means++, Arthur and Vassilvitskii 2007, as scikit-learn does).
 *
 * @param X Features, rows × columns, at least `clusters` rows.
 * @param weights Weight of each row, positive; a row of weight 2 is as likely as two equal rows.
 *   All are equal where omitted.
 * @returns Clusters × columns, row after row.
 */
export function kMeansPlusPlus(
  X: Matrix,
  clusters: number,
  random: Random,
  weights?: Float64Array,
): Float64Array {
  const { rows, columns, values } = X;
  const rowWeights = weights ?? new Float64Array(rows).fill(1);
  const wide = atLeastFourColumns(X);
  const trials = 2 + Math.floor(Math.log(clusters));
  const centroids = new Float64Array(clusters * columns);

  const first = weights ? drawProportionally(weights, random) : random.integer(rows);
  // Weighted squared distances to the nearest centroid so far; two spares for the candidates.
  let distances = new Float64Array(rows).fill(Infinity);
  let best = new Float64Array(rows);
  let candidate = new Float64Array(rows);
  let total = addCentroid(wide, rowWeights, first, distances, distances);
  centroids.set(values.subarray(first * columns, (first + 1) * columns));

  for (let cluster = 1; cluster < clusters; cluster++) {
    let bestRow = -1;
    let bestTotal = Infinity;
    for (let trial = 0; trial < trials; trial++) {
      const row = total === 0 ? random.integer(rows) : drawProportionally(distances, random, total);
      const candidateTotal = addCentroid(wide, rowWeights, row, distances, candidate);
      if (candidateTotal < bestTotal) {
        [bestRow, bestTotal] = [row, candidateTotal];
        [best, candidate] = [candidate, best];
      }
    }
    [distances, best] = [best, distances];
    total = bestTotal;
    centroids.set(values.subarray(bestRow * columns, (bestRow + 1) * columns), cluster * columns);
  }
  return centroids;
}

/** Writes the weighted squared distances once row `added` is a centroid, too; returns their sum. */
function addCentroid(
  X: Matrix,
  weights: Float64Array,
  added: number,
  distances: Float64Array,
  nearer: Float64Array,
): number {
  const { rows, columns, values } = X;
  const c = added * columns;
  const c0 = values[c], c1 = values[c + 1], c2 = values[c + 2], c3 = values[c + 3];
  const choice = new Float64Array(2);
  let total = 0;
  for (let row = 0, start = 0; row < rows; row++, start += columns) {
    const d0 = values[start] - c0, d1 = values[start + 1] - c1;
    const d2 = values[start + 2] - c2, d3 = values[start + 3] - c3;
    let squared = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    for (let j = 4; j < columns; j++) {
      const difference = values[start + j] - values[c + j];
      squared += difference * difference;
    }
    squared *= weights[row];
    // The processor cannot guess which is less: choosing by index spares it the attempt.
    choice[0] = distances[row];
    choice[1] = squared;
    const least = choice[Number(squared < choice[0])];
    nearer[row] = least;
    total += least;
  }
  return total;
}

/** Draws an index with a probability proportional to its share of the total. */
function drawProportionally(shares: Float64Array, random: Random, total = sum(shares)): number {
  const target = random.next() * total;
  let cumulated = 0;
  let last = 0;
  for (let i = 0; i < shares.length; i++) {
    if (shares[i] === 0) continue;
    cumulated += shares[i];
    last = i;
    if (cumulated > target) break;
  }
  return last;
}
