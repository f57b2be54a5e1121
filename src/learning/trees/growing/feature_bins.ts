import type { Matrix } from "../../../numeric/matrix.ts";
import { quantileSorted } from "../../../numeric/quantile.ts";

/** The bin of missing values (NaN): the last one that fits a byte, above those of all values. */
export const MISSING_BIN = 255;

/** Most bins per feature for values that are there. */
const MAXIMUM_BINS = MISSING_BIN;

/** A feature matrix with every value replaced by the number of its bin. */
export interface BinnedFeatures {
  readonly rows: number;
  readonly columns: number;
  /** Bin of row `i` in column `j` at `j × rows + i`: column after column. */
  readonly bins: Uint8Array;
}

/** Features that carry their bins, so that many trees of many models need not cut them anew. */
export interface BinnedMatrix extends Matrix, BinnedFeatures {
  readonly edges: readonly (readonly number[])[];
}

/**
 * Cuts features into bins and keeps both.
 *
 * @param X Features, rows × columns; they may not change any more.
 * @returns The features with their bins, which forests and boosting of the same edges take as they are.
 */
export function withBins(
  X: Matrix,
  edges: readonly (readonly number[])[] = featureEdges(X),
): BinnedMatrix {
  return { ...X, ...binFeatures(X, edges), edges };
}

/**
 * Learns the edges that cut each feature into at most 255 bins: halfway between neighbouring values
 * where there are few distinct ones, otherwise at quantiles. Missing values (NaN) have no say.
 *
 * @returns Ascending edges per column; a value lies in the bin of the first edge that is not below
 *   it, or in the last bin.
 */
export function featureEdges(X: Matrix | BinnedMatrix): readonly (readonly number[])[] {
  if ("edges" in X) return X.edges;
  const { columns, values } = X;
  return Array.from({ length: columns }, (_, column) => {
    const sorted = presentValues(values, column, columns).sort();
    const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
    if (distinct.length <= MAXIMUM_BINS) {
      return Array.from(distinct.subarray(1), (value, i) => halfway(distinct[i], value));
    }
    const quantiles = Array.from(
      { length: MAXIMUM_BINS - 1 },
      (_, i) => quantileSorted(sorted, (i + 1) / MAXIMUM_BINS),
    );
    return quantiles.filter((edge, i) =>
      edge !== quantiles[i - 1] && edge < sorted[sorted.length - 1]
    );
  });
}

function presentValues(values: Float64Array, column: number, columns: number): Float64Array {
  const present = new Float64Array(values.length / columns);
  let count = 0;
  for (let i = column; i < values.length; i += columns) {
    if (!Number.isNaN(values[i])) present[count++] = values[i];
  }
  return present.subarray(0, count);
}

/**
 * Replaces every value by the number of its bin, missing ones (NaN) by {@linkcode MISSING_BIN}.
 */
export function binFeatures(
  X: Matrix | BinnedMatrix,
  edges: readonly (readonly number[])[],
): BinnedFeatures {
  if ("edges" in X && X.edges === edges) return { rows: X.rows, columns: X.columns, bins: X.bins };
  const { rows, columns, values } = X;
  const bins = new Uint8Array(rows * columns);
  for (let column = 0; column < columns; column++) {
    const columnEdges = Float64Array.from(edges[column]);
    for (let row = 0; row < rows; row++) {
      bins[column * rows + row] = binOf(values[row * columns + column], columnEdges);
    }
  }
  return { rows, columns, bins };
}

/** The number of edges below a value, by bisection. */
function binOf(value: number, edges: Float64Array): number {
  if (Number.isNaN(value)) return MISSING_BIN;
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A number from `a` up to, but not including, the larger `b`. */
function halfway(a: number, b: number): number {
  const middle = a / 2 + b / 2;
  return middle >= a && middle < b ? middle : a;
}
