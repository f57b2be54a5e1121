import { atLeastFourColumns } from "../../numeric/at_least_four_columns.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import { clusterSums } from "./cluster_sums.ts";
import { squaredDistance } from "./squared_distance.ts";

/** Bounds are tightened by this share, so that rounding never decides a label. */
const SLACK = 1e-9;

/** Rows assigned to their nearest centroids, and what the clusters add up to. */
export interface BoundedAssignment {
  /** Cluster of each row. */
  readonly labels: Int32Array;
  /** Clusters × columns: the weighted sums of each cluster's rows. */
  readonly sums: Float64Array;
  /** Total weight of each cluster's rows. */
  readonly sizes: Float64Array;
  /** Brings all of these up to date with moved centroids; returns how many labels changed. */
  update(centroids: Float64Array): number;
}

/**
 * Creates an assignment of rows to their nearest centroids that remembers how clear the choice was.
 *
 * A row is as safe as the next centroid is farther than its own. Each step uses up the distance that
 * its own centroid and the fastest other one moved; no distance is computed until nothing is left.
 * The labels are those of a full search. Source: Hamerly, "Making k-means even faster" (2010), with
 * both bounds of a row in one number.
 *
 * @returns The assignment, empty until its first update.
 */
export function createBoundedAssignment(
  X: Matrix,
  clusters: number,
  weights: Float64Array,
): BoundedAssignment {
  const { rows, columns } = X;
  const wide = atLeastFourColumns(X);
  const labels = new Int32Array(rows);
  const sums = new Float64Array(clusters * columns);
  const sizes = new Float64Array(clusters);
  const counts = new Int32Array(clusters);
  /** How far each cluster's rows have been outrun since the first update. */
  const drift = new Float64Array(clusters);
  /** The drift of its cluster at which a row has to be looked at again. */
  const safeUntil = new Float64Array(rows).fill(-Infinity);
  const runnersUp = new Int32Array(rows).fill(1);
  const unsafeRows = new Int32Array(rows);
  let previous: Float64Array | undefined;

  function update(centroids: Float64Array): number {
    const isFirst = previous === undefined;
    if (previous) addShifts(drift, previous, centroids);
    previous = centroids.slice();
    const changed = assignUnsafeRows(centroids, isFirst);
    if (!isFirst) return changed;
    clusterSums(X, labels, weights, sums, sizes);
    for (let row = 0; row < rows; row++) counts[labels[row]]++;
    return rows;
  }

  /** The inner loop of k-means: finds the nearest and the second nearest centroid of these rows. */
  function assignUnsafeRows(centroids: Float64Array, isFirst: boolean): number {
    const { values, columns: width } = wide;
    const near = atLeastFourColumns({ rows: clusters, columns, values: centroids }).values;
    const squared = new Float64Array(Math.max(2, clusters)).fill(Infinity);
    const unsafe = listUnsafeRows(labels, drift, safeUntil, unsafeRows);
    let changed = 0;
    for (let i = 0; i < unsafe; i++) {
      const row = unsafeRows[i];
      const start = row * width;
      const x0 = values[start], x1 = values[start + 1];
      const x2 = values[start + 2], x3 = values[start + 3];
      for (let cluster = 0, c = 0; cluster < clusters; cluster++, c += width) {
        const d0 = x0 - near[c], d1 = x1 - near[c + 1];
        const d2 = x2 - near[c + 2], d3 = x3 - near[c + 3];
        let sum = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
        for (let j = 4; j < width; j++) {
          const difference = values[start + j] - near[c + j];
          sum += difference * difference;
        }
        squared[cluster] = sum;
      }

      // The two that were nearest mostly still are, so hardly any of the others is nearer.
      const label = labels[row];
      const runnerUp = runnersUp[row];
      const isSwapped = isNearer(runnerUp, squared[runnerUp], label, squared[label]);
      let nearest = isSwapped ? runnerUp : label;
      let next = isSwapped ? label : runnerUp;
      let least = squared[nearest];
      let secondLeast = squared[next];
      squared[nearest] = Infinity;
      squared[next] = Infinity;
      for (let cluster = 0; cluster < clusters; cluster++) {
        const distance = squared[cluster];
        if (distance > secondLeast) continue;
        if (isNearer(cluster, distance, nearest, least)) {
          next = nearest;
          secondLeast = least;
          nearest = cluster;
          least = distance;
        } else {
          next = cluster;
          secondLeast = distance;
        }
      }
      runnersUp[row] = next;
      safeUntil[row] = (drift[nearest] + Math.sqrt(secondLeast)) * (1 - SLACK) - Math.sqrt(least);
      if (nearest === label) continue;
      labels[row] = nearest;
      changed++;
      if (!isFirst) moveRow(row, label, nearest);
    }
    return changed;
  }

  function moveRow(row: number, from: number, to: number): void {
    const weight = weights[row];
    sizes[from] -= weight;
    sizes[to] += weight;
    for (let j = 0; j < columns; j++) {
      const value = weight * X.values[row * columns + j];
      sums[from * columns + j] -= value;
      sums[to * columns + j] += value;
    }
    counts[to]++;
    // What rounding leaves in an empty cluster is not to look like a row.
    if (--counts[from] === 0) {
      sizes[from] = 0;
      sums.fill(0, from * columns, (from + 1) * columns);
    }
  }

  return { labels, sums, sizes, update };
}

/** Lists the rows to look at again. Counting without a branch spares the processor its guesses. */
function listUnsafeRows(
  labels: Int32Array,
  drift: Float64Array,
  safeUntil: Float64Array,
  list: Int32Array,
): number {
  let unsafe = 0;
  for (let row = 0; row < labels.length; row++) {
    list[unsafe] = row;
    unsafe += Number(drift[labels[row]] >= safeUntil[row]);
  }
  return unsafe;
}

/** Whether one centroid comes before another: the lower number where both are equally near. */
function isNearer(a: number, distanceA: number, b: number, distanceB: number): boolean {
  return distanceA < distanceB || (distanceA === distanceB && a < b);
}

/** Adds to each cluster's drift its centroid's shift and the largest one of another. */
function addShifts(drift: Float64Array, from: Float64Array, to: Float64Array): void {
  const columns = from.length / drift.length;
  const shifts = drift.map((_, c) =>
    Math.sqrt(squaredDistance(from, c * columns, to, c * columns, columns))
  );
  const largest = Math.max(...shifts);
  const fastest = shifts.indexOf(largest);
  const secondLargest = shifts.reduce((max, s, c) => c === fastest ? max : Math.max(max, s), 0);
  for (let c = 0; c < drift.length; c++) {
    drift[c] += shifts[c] + (c === fastest ? secondLargest : largest);
  }
}
