import type { ClusterCodes } from "./cluster_codes.ts";

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
 * @param rows Number of rows.
 * @param clusterings Clusterings of these rows.
 * @returns The groups, in ascending order of their clusters in the first clustering, then the next.
 *
 * @example
 * ```ts
 * import { clusterCodes } from "./cluster_codes.ts";
 * import { rowGroups } from "./row_groups.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { order, starts, clusters } = rowGroups(4, [[0, 1, 0, 1], [0, 1, 0, 2]].map(clusterCodes));
 * assertEquals([[...order], [...starts]], [[0, 2, 1, 3], [0, 2, 3, 4]]);
 * assertEquals(clusters.map((of) => [...of]), [[0, 1, 1], [0, 1, 2]]);
 * ```
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
