import type { Interactions } from "./build_interactions.ts";

/** The entries of a matrix by product; those of product `i` from `offsets[i]` on. */
export interface ProductColumns {
  /** One more than products. */
  readonly offsets: Int32Array;
  /** Row of each entry's customer, ascending within a product. */
  readonly customers: Int32Array;
  /** Position of each entry in the matrix by customer. */
  readonly entries: Int32Array;
}

/**
 * Lists who bought each product: the matrix transposed, in compressed rows.
 *
 * @returns The same entries by product, in order of customer.
 */
export function customersByProduct(
  { products, offsets, productIndices }: Pick<
    Interactions,
    "products" | "offsets" | "productIndices"
  >,
): ProductColumns {
  const starts = new Int32Array(products.length + 1);
  for (let e = 0; e < productIndices.length; e++) starts[productIndices[e] + 1]++;
  for (let product = 0; product < products.length; product++) {
    starts[product + 1] += starts[product];
  }
  const next = starts.slice();
  const customers = new Int32Array(productIndices.length);
  const entries = new Int32Array(productIndices.length);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    for (let entry = offsets[customer]; entry < offsets[customer + 1]; entry++) {
      const place = next[productIndices[entry]]++;
      customers[place] = customer;
      entries[place] = entry;
    }
  }
  return { offsets: starts, customers, entries };
}
