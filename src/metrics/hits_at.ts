/**
 * For each customer with something to find, which of the first k predictions were right.
 *
 * A prediction repeated in a list counts once, at its first place.
 *
 * @param truth One set of right items per customer.
 * @param predictions One list of items per customer, best first.
 * @param k How many predictions of each list count.
 * @returns One entry per customer whose truth is not empty: the number of right items, and for each
 *   of the first k predictions whether it is one.
 * @throws {TypeError} If truth and predictions differ in length.
 * @throws {RangeError} If k is not a positive integer, or no customer has a right item.
 *
 * @example
 * ```ts
 * import { hitsAt } from "./hits_at.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const hits = hitsAt([new Set(["a", "b"]), new Set()], [["c", "a", "b"], ["a"]], 2);
 * assertEquals(hits, [{ relevant: 2, hits: [false, true] }]);
 * ```
 */
export function hitsAt<Item>(
  truth: readonly ReadonlySet<Item>[],
  predictions: readonly (readonly Item[])[],
  k: number,
): { relevant: number; hits: boolean[] }[] {
  const doing = `Scoring a ranking at ${k}`;
  if (!Number.isInteger(k) || k < 1) {
    throw new RangeError(`${doing}: k must be a positive integer, got ${k}.`);
  }
  if (truth.length !== predictions.length) {
    throw new TypeError(
      `${doing}: truth and predictions differ in length, ${truth.length} and ${predictions.length}.`,
    );
  }
  const customers = truth.flatMap((relevant, i) => {
    if (relevant.size === 0) return [];
    const first = predictions[i].slice(0, k);
    const hits = first.map((item, place) => relevant.has(item) && first.indexOf(item) === place);
    return [{ relevant: relevant.size, hits }];
  });
  if (customers.length === 0) throw new RangeError(`${doing}: no customer has a right item.`);
  return customers;
}

/**
 * The mean over customers of a score of their hits.
 *
 * @param customers What {@linkcode hitsAt} returns.
 * @param score The score of one customer.
 * @returns The mean.
 *
 * @example
 * ```ts
 * import { hitsAt, meanOver } from "./hits_at.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const hits = hitsAt([new Set([1])], [[1]], 1);
 * assertEquals(meanOver(hits, ({ relevant }) => relevant), 1);
 * ```
 */
export function meanOver<Customer>(
  customers: readonly Customer[],
  score: (customer: Customer) => number,
): number {
  let sum = 0;
  for (const customer of customers) sum += score(customer);
  return sum / customers.length;
}
