import type { ProductBaskets } from "../matrix/product_baskets.ts";

/** Itemsets found at most; more than that nobody reads, and memory would run out. */
const MAXIMUM_ITEMSETS = 1_000_000;

/** All frequent sets of the same number of products, in order of their products. */
export interface ItemsetsOfSize {
  /** Products per set. */
  readonly size: number;
  /** `size` positions of products per set, ascending, one set after the other. */
  readonly products: Int32Array;
  /** Number of baskets with all products of the set. */
  readonly baskets: Int32Array;
}

/** Options of {@linkcode frequentItemsets}. */
export interface FrequentItemsetsOptions {
  /** Baskets that a set must be in, from 1. */
  readonly minimumBaskets: number;
  /** Products per set at most, from 1; default 2. */
  readonly maximumLength?: number;
}

/**
 * Finds the sets of products that are together in many baskets.
 *
 * A set grows by one later product at a time, depth first. Each set keeps the places of its last
 * product in the baskets; what follows these places is counted in one buffer, which gives all its
 * extensions at once. A set that is not frequent has no frequent extension and is dropped.
 *
 * Sources: Zaki (2000), "Scalable algorithms for association mining" (Eclat); Uno, Kiyomi, Arimura
 * (2004), "LCM ver. 2", section 3.3 (occurrence deliver).
 *
 * @param baskets Distinct products per basket, ascending.
 * @param options How many baskets make a set frequent, and how large a set may be.
 * @returns One element per size, from single products up to the largest size that occurs.
 * @throws {RangeError} If an option is not a positive integer, or there are more than
 * {@linkcode MAXIMUM_ITEMSETS} sets.
 */
export function frequentItemsets(
  baskets: ProductBaskets,
  options: FrequentItemsetsOptions,
): ItemsetsOfSize[] {
  const minimumBaskets = positiveInteger("minimumBaskets", options.minimumBaskets);
  const maximumLength = positiveInteger("maximumLength", options.maximumLength ?? 2);
  const { items, ends } = frequentEntries(baskets, minimumBaskets);
  const found = itemsetLists();

  const common = new Int32Array(baskets.products.length);
  const touched = new Int32Array(baskets.products.length);
  const next = new Int32Array(baskets.products.length);

  /** The products that follow a set often enough, ascending, and how often. */
  function extensionsOf(places: Int32Array) {
    let reached = 0;
    for (const place of places) {
      const end = ends[place];
      for (let e = place + 1; e < end; e++) {
        const item = items[e];
        if (common[item]++ === 0) touched[reached++] = item;
      }
    }
    const extensions = touched.subarray(0, reached)
      .filter((item) => common[item] >= minimumBaskets).sort();
    const counts = extensions.map((item) => common[item]);
    for (let t = 0; t < reached; t++) common[touched[t]] = 0;
    return { extensions, counts };
  }

  /** The places of each extension, those of the first before those of the second. */
  function placesOf(extensions: Int32Array, counts: Int32Array, places: Int32Array): Int32Array {
    let total = 0;
    extensions.forEach((item, i) => {
      next[item] = total + 1; // 0 is for the products that are no extension
      total += counts[i];
    });
    const delivered = new Int32Array(total);
    for (const place of places) {
      const end = ends[place];
      for (let e = place + 1; e < end; e++) {
        if (next[items[e]] > 0) delivered[next[items[e]]++ - 1] = e;
      }
    }
    for (const item of extensions) next[item] = 0;
    return delivered;
  }

  function grow(itemset: readonly number[], places: Int32Array): void {
    const { extensions, counts } = extensionsOf(places);
    extensions.forEach((item, i) => found.add(itemset, item, counts[i]));
    if (itemset.length + 1 >= maximumLength) return;
    const delivered = placesOf(extensions, counts, places);
    let start = 0;
    extensions.forEach((item, i) => {
      grow([...itemset, item], delivered.subarray(start, start += counts[i]));
    });
  }

  grow([], startsOf(ends));
  return found.listed();
}

/**
 * The baskets without the products that are rare: product and end of basket of each entry. An entry
 * of no product opens every basket, the place of the empty set in it.
 */
function frequentEntries(
  { products, offsets, productIndices }: ProductBaskets,
  minimumBaskets: number,
) {
  const counts = new Int32Array(products.length);
  for (const product of productIndices) counts[product]++;
  const items = new Int32Array(productIndices.length + offsets.length - 1);
  const ends = new Int32Array(items.length);
  let entries = 0;
  for (let basket = 0; basket + 1 < offsets.length; basket++) {
    const start = entries;
    items[entries++] = -1;
    for (let e = offsets[basket]; e < offsets[basket + 1]; e++) {
      if (counts[productIndices[e]] >= minimumBaskets) items[entries++] = productIndices[e];
    }
    ends.fill(entries, start, entries);
  }
  return { items: items.subarray(0, entries), ends: ends.subarray(0, entries) };
}

/** Where the baskets begin. */
function startsOf(ends: Int32Array): Int32Array {
  const starts: number[] = [];
  for (let place = 0; place < ends.length; place = ends[place]) starts.push(place);
  return Int32Array.from(starts);
}

/** Gathers itemsets by size; depth first in order of product, each list comes out in order. */
function itemsetLists() {
  const sizes: { products: number[]; baskets: number[] }[] = [];
  let itemsets = 0;
  return {
    add(itemset: readonly number[], item: number, baskets: number): void {
      if (++itemsets > MAXIMUM_ITEMSETS) {
        throw new RangeError(
          `Finding frequent itemsets: there are more than ${MAXIMUM_ITEMSETS} sets of products; ` +
            "ask for more baskets per set, smaller sets or smaller baskets.",
        );
      }
      const list = sizes[itemset.length] ??= { products: [], baskets: [] };
      list.products.push(...itemset, item);
      list.baskets.push(baskets);
    },
    listed: (): ItemsetsOfSize[] =>
      sizes.map(({ products, baskets }, i) => ({
        size: i + 1,
        products: Int32Array.from(products),
        baskets: Int32Array.from(baskets),
      })),
  };
}

function positiveInteger(name: string, value: number): number {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(
      `Finding frequent itemsets: ${name} must be a positive integer, got ${value}.`,
    );
  }
  return value;
}
