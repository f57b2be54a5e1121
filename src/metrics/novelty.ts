/**
 * How little known what is recommended is: the mean of −log₂ of the share of customers who bought it.
 *
 * 1 for items that every other customer bought, 10 for one customer in 1,024. Accuracy falls easily
 * as novelty rises: read the two together.
 *
 * Source: Zhou et al. (2010), "Solving the apparent diversity-accuracy dilemma of recommender
 * systems", self-information.
 *
 * @param predictions One list of items per customer, best first.
 * @param popularity The share of customers who bought an item, in (0, 1].
 * @param k How many predictions of each list count.
 * @returns Bits, 0 or more, averaged over all predictions that count; 0 where there are none.
 * @throws {RangeError} If k is not a positive integer, or a share is not in (0, 1].
 *
 * @example
 * ```ts
 * import { novelty } from "./novelty.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const shares = new Map([["a", 1 / 2], ["b", 1 / 8]]);
 * assertEquals(novelty([["a", "b"]], (item) => shares.get(item)!, 2), 2);
 * ```
 */
export function novelty<Item>(
  predictions: readonly (readonly Item[])[],
  popularity: (item: Item) => number,
  k: number,
): number {
  const doing = "Measuring novelty";
  if (!Number.isInteger(k) || k < 1) {
    throw new RangeError(`${doing}: k must be a positive integer, got ${k}.`);
  }
  let sum = 0;
  let count = 0;
  for (const list of predictions) {
    for (const item of list.slice(0, k)) {
      const share = popularity(item);
      if (!(share > 0 && share <= 1)) {
        throw new RangeError(`${doing}: a share must be in (0, 1], got ${share} for ${item}.`);
      }
      sum -= Math.log2(share);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
