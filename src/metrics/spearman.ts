import { checkPairs } from "./check_pairs.ts";

/**
 * Spearman's rank correlation: how well one order agrees with another, ties sharing their mean rank.
 *
 * Source: Spearman (1904), "The proof and measurement of association between two things".
 *
 * @param truth True values.
 * @param predictions As many values, in any unit.
 * @returns From −1 (the reverse order) to 1 (the same order); NaN where one side has a single value.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a value is NaN or infinite.
 *
 * @example
 * ```ts
 * import { spearman } from "./spearman.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(spearman([1, 2, 3], [10, 20, 90]), 1);
 * ```
 */
export function spearman(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  checkPairs("Computing the rank correlation", truth, predictions);
  const a = centredRanks(truth), b = centredRanks(predictions);
  let product = 0, squaresA = 0, squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    product += a[i] * b[i];
    squaresA += a[i] ** 2;
    squaresB += b[i] ** 2;
  }
  return product / Math.sqrt(squaresA * squaresB);
}

/** Ranks less their mean, so that they add up to 0. */
function centredRanks(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => values[i] - values[j]);
  const ranks = new Float64Array(n);
  for (let from = 0, to = 0; from < n; from = to) {
    while (to < n && values[order[to]] === values[order[from]]) to++;
    for (let i = from; i < to; i++) ranks[order[i]] = (from + to - n) / 2;
  }
  return ranks;
}
