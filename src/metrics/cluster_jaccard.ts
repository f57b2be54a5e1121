import { contingency } from "./contingency.ts";

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
 * import { clusterJaccard } from "./cluster_jaccard.ts";
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
