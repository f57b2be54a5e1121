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
 * @param labels One whole number per row.
 * @returns Codes, their number, and how many rows have each.
 * @throws {RangeError} If a label is not a whole number.
 *
 * @example
 * ```ts
 * import { clusterCodes } from "./cluster_codes.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { codes, clusters, sizes } = clusterCodes([7, 3, 7]);
 * assertEquals([[...codes], clusters, [...sizes]], [[1, 0, 1], 2, [1, 2]]);
 * ```
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
 * @param doing What was being done, to open the message.
 * @param rows Number of rows clustered.
 * @param labels One whole number per row.
 * @returns Codes, their number, and how many rows have each.
 * @throws {TypeError} If there is not one label per row.
 * @throws {RangeError} If the clusters are fewer than 2 or as many as the rows.
 *
 * @example
 * ```ts
 * import { checkedClusterCodes } from "./cluster_codes.ts";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => checkedClusterCodes("Scoring", 3, [1, 1, 1]), RangeError, "got 1");
 * ```
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
