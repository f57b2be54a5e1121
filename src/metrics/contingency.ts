import { clusterCodes } from "./cluster_codes.ts";

/** How two clusterings of the same rows overlap. */
export interface Contingency {
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
 * @param first One label per row.
 * @param second Another label per row.
 * @returns The counts, clusters in ascending order of their labels.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows.
 *
 * @example
 * ```ts
 * import { contingency } from "./contingency.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...contingency([0, 0, 1], [5, 7, 7]).counts], [1, 1, 0, 1]);
 * ```
 */
export function contingency(first: ArrayLike<number>, second: ArrayLike<number>): Contingency {
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
