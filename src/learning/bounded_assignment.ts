import type { Matrix } from "../numeric/matrix.ts";

/** Keeps bounds this much (relatively) apart, so that rounding never decides a label. */
const SLACK = 1 + 1e-9;

/**
 * Creates an assignment of rows to their nearest centroids that remembers how far away they were.
 *
 * Each row keeps an upper bound of the distance to its own centroid and a lower bound of that to
 * any other; as long as they stay apart, no distance is computed. The labels are those of a full
 * search. Source: Hamerly, "Making k-means even faster" (2010).
 *
 * @param X Features, rows × columns.
 * @param clusters Number of centroids.
 * @returns A function that brings `labels` up to date with moved centroids and returns them; the
 *   array is the same one at each call.
 *
 * @example
 * ```ts
 * import { createBoundedAssignment } from "./bounded_assignment.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const assign = createBoundedAssignment(matrixFromRows([[0], [4], [9]]), 2);
 * assertEquals([...assign(new Float64Array([0, 3]))], [0, 1, 1]);
 * assertEquals([...assign(new Float64Array([2, 9]))], [0, 0, 1]);
 * ```
 */
export function createBoundedAssignment(
  X: Matrix,
  clusters: number,
): (centroids: Float64Array) => Int32Array {
  const { rows, columns, values } = X;
  const labels = new Int32Array(rows);
  const upper = new Float64Array(rows).fill(Infinity);
  const lower = new Float64Array(rows);
  let previous: Float64Array | undefined;

  return (centroids) => {
    if (previous) loosenBounds(labels, upper, lower, centroidShifts(previous, centroids, clusters));
    previous = centroids.slice();
    const halfGap = halfGaps(centroids, clusters);

    for (let row = 0, start = 0; row < rows; row++, start += columns) {
      const label = labels[row];
      const apart = Math.max(lower[row], halfGap[label]);
      if (upper[row] * SLACK < apart) continue;
      upper[row] = Math.sqrt(squaredDistance(values, start, centroids, label * columns, columns));
      if (upper[row] * SLACK < apart) continue;

      let nearest = 0;
      let least = Infinity;
      let secondLeast = Infinity;
      for (let cluster = 0, c = 0; cluster < clusters; cluster++) {
        let squared = 0;
        for (let j = 0; j < columns; j++, c++) {
          const difference = values[start + j] - centroids[c];
          squared += difference * difference;
        }
        if (squared < least) {
          secondLeast = least;
          least = squared;
          nearest = cluster;
        } else if (squared < secondLeast) secondLeast = squared;
      }
      labels[row] = nearest;
      upper[row] = Math.sqrt(least);
      lower[row] = Math.sqrt(secondLeast);
    }
    return labels;
  };
}

/** How far each centroid moved. */
function centroidShifts(from: Float64Array, to: Float64Array, clusters: number): Float64Array {
  const columns = from.length / clusters;
  return Float64Array.from(
    { length: clusters },
    (_, c) => Math.sqrt(squaredDistance(from, c * columns, to, c * columns, columns)),
  );
}

/** The own centroid may be farther by its shift, any other nearer by the largest other shift. */
function loosenBounds(
  labels: Int32Array,
  upper: Float64Array,
  lower: Float64Array,
  shifts: Float64Array,
): void {
  const fastest = shifts.indexOf(Math.max(...shifts));
  const largest = shifts[fastest];
  const secondLargest = shifts.reduce((max, s, c) => c === fastest ? max : Math.max(max, s), 0);
  for (let row = 0; row < labels.length; row++) {
    upper[row] += shifts[labels[row]];
    lower[row] -= labels[row] === fastest ? secondLargest : largest;
  }
}

/** Half the distance of each centroid to the nearest other one. */
function halfGaps(centroids: Float64Array, clusters: number): Float64Array {
  const columns = centroids.length / clusters;
  const gaps = new Float64Array(clusters).fill(Infinity);
  for (let a = 0; a < clusters; a++) {
    for (let b = 0; b < a; b++) {
      const squared = squaredDistance(centroids, a * columns, centroids, b * columns, columns);
      const half = Math.sqrt(squared) / 2;
      gaps[a] = Math.min(gaps[a], half);
      gaps[b] = Math.min(gaps[b], half);
    }
  }
  return gaps;
}

function squaredDistance(
  a: Float64Array,
  startA: number,
  b: Float64Array,
  startB: number,
  columns: number,
): number {
  let squared = 0;
  for (let j = 0; j < columns; j++) {
    const difference = a[startA + j] - b[startB + j];
    squared += difference * difference;
  }
  return squared;
}
