/**
 * How different the items of a list are: the mean of 1 − similarity over its pairs, averaged over
 * lists of at least two items.
 *
 * Source: Smyth and McClave (2001), "Similarity vs. diversity".
 *
 * @param predictions One list of items per customer, best first.
 * @param similarity The similarity of two items, 1 for the same.
 * @param k How many predictions of each list count.
 * @returns 0 where all items of each list are the same, 1 where they have nothing in common; 0 where
 *   no list has two items.
 * @throws {RangeError} If k is not a positive integer.
 *
 * @example
 * ```ts
 * import { listDiversity } from "./list_diversity.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sameLetter = (a: string, b: string) => (a[0] === b[0] ? 1 : 0);
 * assertEquals(listDiversity([["a1", "a2", "b1"], ["a1"]], sameLetter, 3), 2 / 3);
 * ```
 */
export function listDiversity<Item>(
  predictions: readonly (readonly Item[])[],
  similarity: (a: Item, b: Item) => number,
  k: number,
): number {
  if (!Number.isInteger(k) || k < 1) {
    throw new RangeError(`Measuring diversity: k must be a positive integer, got ${k}.`);
  }
  let total = 0;
  let lists = 0;
  for (const { length } of predictions) if (Math.min(k, length) >= 2) lists++;
  for (const list of predictions) {
    const size = Math.min(k, list.length);
    let sum = 0;
    for (let i = 1; i < size; i++) {
      for (let j = 0; j < i; j++) sum += 1 - similarity(list[i], list[j]);
    }
    if (size >= 2) total += sum / (size * (size - 1) / 2);
  }
  return lists === 0 ? 0 : total / lists;
}
