import { positiveInteger } from "../numeric/positive_integer.ts";

/**
 * For each customer with something to find, which of the first k predictions were right.
 *
 * A prediction repeated in a list counts once, at its first place.
 *
 * @returns One entry per customer whose truth is not empty: the number of right items, and for each
 *   of the first k predictions whether it is one.
 * @throws {TypeError} If truth and predictions differ in length.
 * @throws {RangeError} If k is not a positive integer, or no customer has a right item.
 */
function hitsAt<Item>(
  truth: readonly ReadonlySet<Item>[],
  predictions: readonly (readonly Item[])[],
  k: number,
): { relevant: number; hits: boolean[] }[] {
  const doing = `Scoring a ranking at ${k}`;
  positiveInteger(`${doing}: k`, k);
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

/** The mean over customers of a score of their hits. */
function meanOver<Customer>(
  customers: readonly Customer[],
  score: (customer: Customer) => number,
): number {
  let sum = 0;
  for (const customer of customers) sum += score(customer);
  return sum / customers.length;
}

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
 * import { recallAt } from "./ranking.ts";
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

/**
 * The share of the k predictions that are right, averaged over customers; a list shorter than k
 * counts as filled up with wrong ones.
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
 * import { precisionAt } from "./ranking.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(precisionAt([new Set(["a", "b"])], [["a", "c", "b"]], 2), 0.5);
 * ```
 */
export function precisionAt<Item>(
  truth: readonly ReadonlySet<Item>[],
  predictions: readonly (readonly Item[])[],
  k: number,
): number {
  return meanOver(hitsAt(truth, predictions, k), ({ hits }) => hits.filter(Boolean).length / k);
}

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
 * import { hitRateAt } from "./ranking.ts";
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

/**
 * The mean average precision (MAP): for every right item among the first k predictions the share of
 * right ones up to there, summed, over the most that could be right; averaged over customers.
 *
 * Source: Manning, Raghavan, Schütze, "Introduction to Information Retrieval" (2008), section 8.4,
 * cut off at k.
 *
 * @param truth One set of right items per customer; customers with an empty set are left out.
 * @param predictions One list of items per customer, best first.
 * @param k How many predictions of each list count.
 * @returns A share in [0, 1]; 1 where the first min(k, right items) predictions are all right.
 * @throws {TypeError} If truth and predictions differ in length.
 * @throws {RangeError} If k is not a positive integer, or no customer has a right item.
 *
 * @example
 * ```ts
 * import { averagePrecisionAt } from "./ranking.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Right at places 1 and 4 of 4: (1 / 1 + 2 / 4) / 2.
 * assertEquals(averagePrecisionAt([new Set(["a", "b"])], [["a", "x", "y", "b"]], 4), 0.75);
 * ```
 */
export function averagePrecisionAt<Item>(
  truth: readonly ReadonlySet<Item>[],
  predictions: readonly (readonly Item[])[],
  k: number,
): number {
  return meanOver(hitsAt(truth, predictions, k), ({ relevant, hits }) => {
    let found = 0;
    let sum = 0;
    hits.forEach((hit, i) => {
      if (hit) sum += ++found / (i + 1);
    });
    return sum / Math.min(k, relevant);
  });
}

/**
 * The normalised discounted cumulative gain: right items among the first k predictions, worth
 * 1 / log₂(place + 1) each, relative to the best possible list; averaged over customers.
 *
 * Source: Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques" (2002), with
 * binary relevance.
 *
 * @param truth One set of right items per customer; customers with an empty set are left out.
 * @param predictions One list of items per customer, best first.
 * @param k How many predictions of each list count.
 * @returns A share in [0, 1]; 1 where the first min(k, right items) predictions are all right.
 * @throws {TypeError} If truth and predictions differ in length.
 * @throws {RangeError} If k is not a positive integer, or no customer has a right item.
 *
 * @example
 * ```ts
 * import { ndcgAt } from "./ranking.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(ndcgAt([new Set(["a"])], [["a", "b"]], 2), 1);
 * assertEquals(ndcgAt([new Set(["a"])], [["x", "y", "a"]], 3), 0.5);
 * ```
 */
export function ndcgAt<Item>(
  truth: readonly ReadonlySet<Item>[],
  predictions: readonly (readonly Item[])[],
  k: number,
): number {
  return meanOver(hitsAt(truth, predictions, k), ({ relevant, hits }) => {
    const best = new Array<boolean>(Math.min(k, relevant)).fill(true);
    return discountedGain(hits) / discountedGain(best);
  });
}

function discountedGain(hits: readonly boolean[]): number {
  let gain = 0;
  hits.forEach((hit, i) => {
    if (hit) gain += 1 / Math.log2(i + 2);
  });
  return gain;
}

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
 * import { novelty } from "./ranking.ts";
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
  positiveInteger(`${doing}: k`, k);
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
 * import { listDiversity } from "./ranking.ts";
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
  positiveInteger("Measuring diversity: k", k);
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

/**
 * The share of the catalogue that is recommended to anybody: low where everyone is offered the same.
 *
 * Source: Ge, Delgado-Battenfeld, Jannach (2010), "Beyond accuracy: evaluating recommender systems by
 * coverage and serendipity".
 *
 * @param predictions One list of items per customer, best first.
 * @param catalogueSize How many items could be recommended.
 * @param k How many predictions of each list count.
 * @returns A share in [0, 1].
 * @throws {RangeError} If k or the size is not a positive integer, or more items are recommended than
 *   there are.
 *
 * @example
 * ```ts
 * import { catalogueCoverage } from "./ranking.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(catalogueCoverage([["a", "b"], ["a", "c"]], 4, 1), 0.25);
 * assertEquals(catalogueCoverage([["a", "b"], ["a", "c"]], 4, 2), 0.75);
 * ```
 */
export function catalogueCoverage<Item>(
  predictions: readonly (readonly Item[])[],
  catalogueSize: number,
  k: number,
): number {
  const doing = "Measuring coverage";
  for (const [name, value] of [["k", k], ["the catalogue's size", catalogueSize]] as const) {
    positiveInteger(`${doing}: ${name}`, value);
  }
  const recommended = new Set(predictions.flatMap((list) => list.slice(0, k)));
  if (recommended.size > catalogueSize) {
    throw new RangeError(
      `${doing}: ${recommended.size} items are recommended, the catalogue has ${catalogueSize}.`,
    );
  }
  return recommended.size / catalogueSize;
}
