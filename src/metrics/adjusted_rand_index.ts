import { contingency } from "./contingency.ts";

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
 * import { adjustedRandIndex } from "./adjusted_rand_index.ts";
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
