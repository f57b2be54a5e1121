import type { Matrix } from "../numeric/matrix.ts";

/** Rows that several clusterings all keep together. */
export interface RowGroups {
  /** The rows, group after group, ascending within each. */
  readonly order: Int32Array;
  /** Where each group begins in `order`, and at last where the last one ends. */
  readonly starts: Int32Array;
  /** Per clustering the cluster of each group. */
  readonly clusters: readonly Int32Array[];
}

/**
 * Finds the groups of rows that lie in the same cluster in every one of several clusterings, so that
 * what is summed by group need not be summed by each clustering anew.
 *
 * @returns The groups, in ascending order of their clusters in the first clustering, then the next.
 */
export function rowGroups(rows: number, clusterings: readonly ClusterCodes[]): RowGroups {
  let groupOf = new Int32Array(rows);
  let clusters: Int32Array[] = [];
  let groups = 1;
  for (const { codes, clusters: count } of clusterings) {
    // Cells of groups so far × clusters: those that hold rows become the next groups.
    const cells = new Int32Array(groups * count);
    for (let row = 0; row < rows; row++) cells[groupOf[row] * count + codes[row]] = 1;
    const used = Int32Array.from(cells.keys().filter((cell) => cells[cell] > 0));
    used.forEach((cell, group) => cells[cell] = group);
    groupOf = groupOf.map((group, row) => cells[group * count + codes[row]]);
    clusters = [
      ...clusters.map((of) => used.map((cell) => of[Math.floor(cell / count)])),
      used.map((cell) => cell % count),
    ];
    groups = used.length;
  }

  const starts = new Int32Array(groups + 1);
  for (let row = 0; row < rows; row++) starts[groupOf[row] + 1]++;
  for (let group = 0; group < groups; group++) starts[group + 1] += starts[group];
  const next = starts.slice();
  const order = new Int32Array(rows);
  for (let row = 0; row < rows; row++) order[next[groupOf[row]]++] = row;
  return { order, starts, clusters };
}

/** Labels as consecutive codes. */
export interface ClusterCodes {
  /** Code 0 … clusters − 1 of each row. */
  readonly codes: Int32Array;
  /** Number of distinct labels. */
  readonly clusters: number;
  /** Rows of each code. */
  readonly sizes: Int32Array;
}

/** Unused numbers between labels that a table may hold beside one entry per row. */
const MOST_GAPS = 1000;

/**
 * Numbers the distinct labels of a clustering 0, 1, 2 … in ascending order of the labels.
 *
 * @returns Codes, their number, and how many rows have each.
 * @throws {RangeError} If a label is not a whole number.
 */
export function clusterCodes(labels: ArrayLike<number>): ClusterCodes {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < labels.length; i++) {
    if (!Number.isInteger(labels[i])) {
      throw new RangeError(
        `Reading cluster labels: a label must be a whole number, got ${labels[i]}.`,
      );
    }
    if (labels[i] < lowest) lowest = labels[i];
    if (labels[i] > highest) highest = labels[i];
  }
  // Labels far apart are numbered densely first, so that counting them needs little room.
  if (highest - lowest > labels.length + MOST_GAPS) return clusterCodes(ranks(labels));

  const sizeOf = new Int32Array(labels.length === 0 ? 0 : highest - lowest + 1);
  for (let i = 0; i < labels.length; i++) sizeOf[labels[i] - lowest]++;
  const codeOf = new Int32Array(sizeOf.length);
  let clusters = 0;
  for (let i = 0; i < sizeOf.length; i++) if (sizeOf[i] > 0) codeOf[i] = clusters++;
  const codes = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) codes[i] = codeOf[labels[i] - lowest];
  return { codes, clusters, sizes: sizeOf.filter((size) => size > 0) };
}

function ranks(labels: ArrayLike<number>): number[] {
  const distinct = [...new Set(Array.from(labels))].sort((a, b) => a - b);
  const rankOf = new Map(distinct.map((label, rank) => [label, rank]));
  return Array.from(labels, (label) => rankOf.get(label)!);
}

/**
 * Numbers the labels of the rows of a matrix, refusing what no clustering metric is defined for.
 *
 * @returns Codes, their number, and how many rows have each.
 * @throws {TypeError} If there is not one label per row.
 * @throws {RangeError} If the clusters are fewer than 2 or as many as the rows.
 */
export function checkedClusterCodes(
  doing: string,
  rows: number,
  labels: ArrayLike<number>,
): ClusterCodes {
  if (labels.length !== rows) {
    throw new TypeError(`${doing}: ${rows} rows need as many labels, got ${labels.length}.`);
  }
  const coded = clusterCodes(labels);
  if (coded.clusters < 2 || coded.clusters >= rows) {
    throw new RangeError(
      `${doing}: the labels must form 2 … ${rows - 1} clusters, got ${coded.clusters}.`,
    );
  }
  return coded;
}

/** Overlap of two clusterings of the same rows. */
interface Contingency {
  /** Rows in cluster `a` of the first and `b` of the second at `a × columns + b`. */
  readonly counts: Float64Array;
  /** Rows in each cluster of the first. */
  readonly rowSizes: Int32Array;
  /** Rows in each cluster of the second. */
  readonly columnSizes: Int32Array;
}

/**
 * Counts the rows that each cluster of one labelling shares with each cluster of another.
 *
 * @returns The counts, clusters in ascending order of their labels.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows.
 */
function contingency(first: ArrayLike<number>, second: ArrayLike<number>): Contingency {
  if (first.length !== second.length) {
    throw new TypeError(
      `Comparing clusterings: they label ${first.length} and ${second.length} rows.`,
    );
  }
  if (first.length === 0) throw new RangeError("Comparing clusterings: there are no rows.");
  const a = clusterCodes(first);
  const b = clusterCodes(second);
  const counts = new Float64Array(a.clusters * b.clusters);
  for (let i = 0; i < first.length; i++) counts[a.codes[i] * b.clusters + b.codes[i]]++;
  return { counts, rowSizes: a.sizes, columnSizes: b.sizes };
}

/**
 * How far two clusterings agree about which rows belong together, corrected for chance (Hubert and
 * Arabie 1985).
 *
 * @param first One label per row; the numbers themselves do not matter.
 * @param second Another label per row.
 * @returns 1 for the same grouping, about 0 for random ones, never below −.5.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows.
 *
 * @example
 * ```ts
 * import { adjustedRandIndex } from "./clustering.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(adjustedRandIndex([0, 0, 1, 1], [7, 7, 3, 3]), 1);
 * ```
 */
export function adjustedRandIndex(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const { counts, rowSizes, columnSizes } = contingency(first, second);
  const together = sumOfSquares(counts);
  const onlyFirst = sumOfSquares(rowSizes) - together;
  const onlySecond = sumOfSquares(columnSizes) - together;
  if (onlyFirst === 0 && onlySecond === 0) return 1;
  const n = first.length;
  const pairs = together - n;
  const neither = n * n - onlyFirst - onlySecond - together;
  return 2 * (pairs * neither - onlyFirst * onlySecond) /
    ((pairs + onlyFirst) * (onlyFirst + neither) + (pairs + onlySecond) * (onlySecond + neither));
}

function sumOfSquares(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i] ** 2;
  return sum;
}

/**
 * How well each cluster of one clustering is found again in another: its largest Jaccard similarity
 * (rows in both / rows in either) with any cluster there.
 *
 * Source: Hennig, "Cluster-wise assessment of cluster stability" (2007): below .6 a cluster should
 * not be trusted, above .85 it is highly stable.
 *
 * @param reference The clustering whose clusters are looked for, one label per row.
 * @param other The clustering they are looked for in, one label per row.
 * @returns One similarity in (0, 1] per cluster of the reference, in ascending order of its labels.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows.
 *
 * @example
 * ```ts
 * import { clusterJaccard } from "./clustering.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // {rows 0, 1} is found again; of {2, 3, 4, 5}, the larger part is half.
 * assertEquals(clusterJaccard([0, 0, 1, 1, 1, 1], [4, 4, 5, 5, 6, 6]), [1, 0.5]);
 * ```
 */
export function clusterJaccard(reference: ArrayLike<number>, other: ArrayLike<number>): number[] {
  const { counts, rowSizes, columnSizes } = contingency(reference, other);
  return Array.from(rowSizes, (size, a) => {
    let best = 0;
    columnSizes.forEach((otherSize, b) => {
      const both = counts[a * columnSizes.length + b];
      best = Math.max(best, both / (size + otherSize - both));
    });
    return best;
  });
}

/**
 * The mean row of each cluster.
 *
 * @returns Clusters × columns, row after row.
 */
export function clusterMeans(X: Matrix, { codes, clusters, sizes }: ClusterCodes): Float64Array {
  const { columns, values } = X;
  const means = new Float64Array(clusters * columns);
  for (let row = 0; row < X.rows; row++) {
    for (let j = 0; j < columns; j++) means[codes[row] * columns + j] += values[row * columns + j];
  }
  return means.map((sum, c) => sum / sizes[Math.floor(c / columns)]);
}

/**
 * The variance ratio criterion: how far apart the clusters are, relative to how wide they are
 * (Caliński and Harabasz 1974).
 *
 * @param X Features, rows × columns.
 * @param labels Cluster of each row.
 * @returns 0 or more; higher is better. 1 where every cluster is a single point, as in
 *   scikit-learn.
 * @throws {TypeError} If there is not one label per row.
 * @throws {RangeError} If the clusters are fewer than 2 or as many as the rows.
 *
 * @example
 * ```ts
 * import { calinskiHarabasz } from "./clustering.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Between: 4 · 5² / 1 = 100; within: 4 · 1² / 2 = 2.
 * assertEquals(calinskiHarabasz(matrixFromRows([[0], [2], [10], [12]]), [0, 0, 1, 1]), 50);
 * ```
 */
export function calinskiHarabasz(X: Matrix, labels: ArrayLike<number>): number {
  const { rows, columns, values } = X;
  const coded = checkedClusterCodes("Computing the Calinski–Harabasz index", rows, labels);
  const { codes, clusters, sizes } = coded;
  const means = clusterMeans(X, coded);
  const overall = new Float64Array(columns);
  for (let i = 0; i < values.length; i++) overall[i % columns] += values[i];
  for (let j = 0; j < columns; j++) overall[j] /= rows;

  let within = 0;
  for (let i = 0; i < values.length; i++) {
    const mean = means[codes[Math.floor(i / columns)] * columns + i % columns];
    within += (values[i] - mean) ** 2;
  }
  let between = 0;
  for (let c = 0; c < means.length; c++) {
    between += sizes[Math.floor(c / columns)] * (means[c] - overall[c % columns]) ** 2;
  }
  return within === 0 ? 1 : between * (rows - clusters) / (within * (clusters - 1));
}

/**
 * How much each cluster overlaps with the one most like it, averaged over clusters (Davies and
 * Bouldin 1979).
 *
 * @param X Features, rows × columns.
 * @param labels Cluster of each row.
 * @returns 0 or more; lower is better.
 * @throws {TypeError} If there is not one label per row.
 * @throws {RangeError} If the clusters are fewer than 2 or as many as the rows.
 *
 * @example
 * ```ts
 * import { daviesBouldin } from "./clustering.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Each cluster is 1 wide, and their means are 10 apart: (1 + 1) / 10.
 * assertEquals(daviesBouldin(matrixFromRows([[0], [2], [10], [12]]), [0, 0, 1, 1]), 0.2);
 * ```
 */
export function daviesBouldin(X: Matrix, labels: ArrayLike<number>): number {
  const { rows, columns, values } = X;
  const coded = checkedClusterCodes("Computing the Davies–Bouldin index", rows, labels);
  const { codes, clusters, sizes } = coded;
  const means = clusterMeans(X, coded);
  const widths = new Float64Array(clusters);
  for (let row = 0; row < rows; row++) {
    const cluster = codes[row];
    widths[cluster] += distance(values, row, means, cluster, columns) / sizes[cluster];
  }

  let sum = 0;
  for (let a = 0; a < clusters; a++) {
    let worst = 0;
    for (let b = 0; b < clusters; b++) {
      const gap = a === b ? 0 : distance(means, a, means, b, columns);
      // Clusters that share their mean cannot be told apart: scikit-learn leaves them out, too.
      if (gap > 0) worst = Math.max(worst, (widths[a] + widths[b]) / gap);
    }
    sum += worst;
  }
  return sum / clusters;
}

function distance(
  a: Float64Array,
  rowA: number,
  b: Float64Array,
  rowB: number,
  columns: number,
): number {
  let squared = 0;
  for (let j = 0; j < columns; j++) squared += (a[rowA * columns + j] - b[rowB * columns + j]) ** 2;
  return Math.sqrt(squared);
}
