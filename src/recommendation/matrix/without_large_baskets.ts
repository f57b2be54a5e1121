import type { ProductBaskets } from "./product_baskets.ts";
import { ownedBy } from "./purchase_histories.ts";

/**
 * Leaves out the baskets of more than so many products.
 *
 * A wholesaler's invoice of hundreds of products says little about what goes together, and takes
 * the time of thousands of others: the pairs in a basket grow with the square of its products.
 * Cutting such a basket short instead would keep whichever products come first.
 *
 * @returns The other baskets, of the same products, and the number of those left out (`capped`).
 */
export function withoutLargeBaskets(
  baskets: ProductBaskets,
  maximumBasketSize: number,
): { readonly baskets: ProductBaskets; readonly capped: number } {
  const { products, offsets: starts } = baskets;
  const offsets = [0];
  const productIndices = new Int32Array(baskets.productIndices.length);
  let entries = 0;
  for (let basket = 0; basket + 1 < starts.length; basket++) {
    const owned = ownedBy(baskets, basket);
    if (owned.length > maximumBasketSize) continue;
    productIndices.set(owned, entries);
    offsets.push(entries += owned.length);
  }
  return {
    baskets: {
      products,
      offsets: Int32Array.from(offsets),
      productIndices: productIndices.slice(0, entries),
    },
    capped: starts.length - offsets.length,
  };
}
