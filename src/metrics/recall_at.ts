import { hitsAt, meanOver } from "./hits_at.ts";

/**
 * The share of each customer's right items found among the first k predictions, averaged over
 * customers.
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
 * import { recallAt } from "./recall_at.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(recallAt([new Set(["a", "b"])], [["a", "c", "b"]], 2), 0.5);
 * ```
 */
export function recallAt<Item>(
  truth: readonly ReadonlySet<Item>[],
  predictions: readonly (readonly Item[])[],
  k: number,
): number {
  return meanOver(
    hitsAt(truth, predictions, k),
    ({ relevant, hits }) => hits.filter(Boolean).length / relevant,
  );
}
