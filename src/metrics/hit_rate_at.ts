import { hitsAt, meanOver } from "./hits_at.ts";

/**
 * The share of customers for whom at least one of the first k predictions is right.
 *
 * @param truth One set of right items per customer; customers with an empty set are left out.
 * @param predictions One list of items per customer, best first.
 * @param k How many predictions of each list count.
 * @returns A share in [0, 1].
 * @throws {TypeError} If truth and predictions differ in length.
 * @throws {RangeError} If k is not a positive integer, or no customer has a right item.
 *
 * @example
 * ```ts
 * import { hitRateAt } from "./hit_rate_at.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(hitRateAt([new Set(["a"]), new Set(["b"])], [["a"], ["a"]], 1), 0.5);
 * ```
 */
export function hitRateAt<Item>(
  truth: readonly ReadonlySet<Item>[],
  predictions: readonly (readonly Item[])[],
  k: number,
): number {
  return meanOver(hitsAt(truth, predictions, k), ({ hits }) => hits.includes(true) ? 1 : 0);
}
