import pl, { type DataFrame } from "nodejs-polars";
import type { SimilarProducts } from "./similar_products.ts";

/**
 * Lists the neighbours of every product as a table.
 *
 * @param similar Neighbours per product.
 * @returns `product_id, neighbour_id, rank` (from 1), `similarity` (a cosine unless asked
 * otherwise) and `customers_in_common`, ordered by product and rank.
 *
 * @example
 * ```ts
 * import { similarProductsTable } from "./similar_products_table.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const table = similarProductsTable({
 *   products: ["CUP", "TEA"], offsets: Int32Array.of(0, 1, 2), neighbours: Int32Array.of(1, 0),
 *   similarities: Float64Array.of(.5, .5), customersInCommon: Int32Array.of(3, 3),
 * });
 * assertEquals(table.row(0), ["CUP", "TEA", 1, 0.5, 3]);
 * ```
 */
export function similarProductsTable(similar: SimilarProducts): DataFrame {
  const { products, offsets, neighbours, similarities, customersInCommon } = similar;
  const productIds: string[] = [];
  const rank = new Int32Array(neighbours.length);
  products.forEach((id, product) => {
    for (let e = offsets[product]; e < offsets[product + 1]; e++) {
      productIds.push(id);
      rank[e] = e - offsets[product] + 1;
    }
  });
  const neighbourIds = Array.from(neighbours, (neighbour) => products[neighbour]);
  return pl.DataFrame([
    pl.Series("product_id", productIds, pl.Utf8),
    pl.Series("neighbour_id", neighbourIds, pl.Utf8),
    pl.Series("rank", rank, pl.Int32),
    pl.Series("similarity", similarities, pl.Float64),
    pl.Series("customers_in_common", customersInCommon, pl.Int32),
  ]);
}
