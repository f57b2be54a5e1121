import type { ProductBaskets } from "../../src/recommendation/matrix/product_baskets.ts";

/** Baskets of products named by one letter each: `["AB", "B"]`. */
export function basketsOf(baskets: readonly string[]): ProductBaskets {
  const products = [...new Set(baskets.join(""))].sort();
  const rows = baskets.map((basket) => [...basket].map((id) => products.indexOf(id)));
  return basketsOfPositions(products, rows);
}

/** Baskets of positions in `products`, each given in any order. */
export function basketsOfPositions(
  products: readonly string[],
  rows: readonly (readonly number[])[],
): ProductBaskets {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, basket) => offsets[basket + 1] = offsets[basket] + row.length);
  const productIndices = Int32Array.from(rows.flatMap((row) => row.toSorted((a, b) => a - b)));
  return { products, offsets, productIndices };
}
