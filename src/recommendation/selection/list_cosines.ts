import { customersByProduct } from "../matrix/customers_by_product.ts";
import type { PurchaseHistories } from "../matrix/purchase_histories.ts";

/** Lists whose items are places, and how similar the products at two of them are. */
export interface ListCosines {
  /** The lists given, each product replaced by a number of its own. */
  readonly places: readonly (readonly number[])[];
  /** Cosine of the products at two different places of the same list. */
  readonly similarity: (a: number, b: number) => number;
}

/**
 * Prepares the cosine similarity, by the customers they share, of every two products on the same list.
 *
 * Only those pairs are counted: memory grows with the number of lists and the square of their length,
 * not with that of the products of a shop.
 *
 * @param histories Entries per customer and product; each product once per customer.
 * @param lists Positions of products; a list holds a product once.
 */
export function listCosines(
  histories: Pick<PurchaseHistories, "products" | "offsets" | "productIndices">,
  lists: readonly (readonly number[])[],
): ListCosines {
  const { products, offsets, productIndices } = histories;
  const longest = lists.reduce((most, { length }) => Math.max(most, length), 0);
  const pairs = longest * (longest - 1) / 2;
  const pairOf = (list: number, later: number, earlier: number) =>
    list * pairs + later * (later - 1) / 2 + earlier;
  const counts = new Int32Array(lists.length * pairs);

  // Of one product after the other: the customers in common with all others, noted where it is listed.
  const columns = customersByProduct(histories);
  const listed = placesByProduct(lists, longest, products.length);
  const inCommon = new Int32Array(products.length);
  for (let product = 0; product < products.length; product++) {
    const at = listed.places.subarray(listed.offsets[product], listed.offsets[product + 1]);
    if (at.length === 0) continue;
    const buyers = columns.customers.subarray(
      columns.offsets[product],
      columns.offsets[product + 1],
    );
    for (const buyer of buyers) {
      for (let e = offsets[buyer]; e < offsets[buyer + 1]; e++) inCommon[productIndices[e]]++;
    }
    for (const place of at) {
      const list = Math.floor(place / longest), later = place % longest;
      for (let earlier = 0; earlier < later; earlier++) {
        counts[pairOf(list, later, earlier)] = inCommon[lists[list][earlier]];
      }
    }
    for (const buyer of buyers) {
      for (let e = offsets[buyer]; e < offsets[buyer + 1]; e++) inCommon[productIndices[e]] = 0;
    }
  }

  const customersAt = (list: number, i: number) =>
    columns.offsets[lists[list][i] + 1] - columns.offsets[lists[list][i]];
  return {
    places: lists.map((list, l) => list.map((_, i) => l * longest + i)),
    similarity: (a, b) => {
      const list = Math.floor(a / longest), i = a % longest, j = b % longest;
      const own = customersAt(list, i) * customersAt(list, j);
      return own === 0 ? 0 : counts[pairOf(list, Math.max(i, j), Math.min(i, j))] / Math.sqrt(own);
    },
  };
}

/** Where each product is listed, as list × longest + position; those of product `i` from `offsets[i]` on. */
function placesByProduct(lists: readonly (readonly number[])[], longest: number, n: number) {
  const offsets = new Int32Array(n + 1);
  for (const list of lists) for (const product of list) offsets[product + 1]++;
  for (let product = 0; product < n; product++) offsets[product + 1] += offsets[product];
  const next = offsets.slice(), places = new Int32Array(offsets[n]);
  lists.forEach((list, l) =>
    list.forEach((product, i) => places[next[product]++] = l * longest + i)
  );
  return { offsets, places };
}
