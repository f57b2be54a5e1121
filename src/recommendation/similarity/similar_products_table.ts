import pl, { type DataFrame } from "nodejs-polars";
import type { SimilarProducts } from "./similar_products.ts";

/**
 * Lists the neighbours of every product as a table.
 *
 * @param similar Neighbours per product.
 * @param offered 1 for products that are listed, else 0, per product; default all.
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
export function similarProductsTable(similar: SimilarProducts, offered?: Uint8Array): DataFrame {
  const { products, offsets, neighbours, similarities, customersInCommon } = similar;
  const productIds: string[] = [];
  const entries: number[] = [];
  const rank: number[] = [];
  products.forEach((id, product) => {
    if (offered?.[product] === 0) return;
    for (let e = offsets[product]; e < offsets[product + 1]; e++) {
      productIds.push(id);
      entries.push(e);
      rank.push(e - offsets[product] + 1);
    }
  });
  const neighbourIds = entries.map((e) => products[neighbours[e]]);
  return pl.DataFrame([
    pl.Series("product_id", productIds, pl.Utf8),
    pl.Series("neighbour_id", neighbourIds, pl.Utf8),
    pl.Series("rank", Int32Array.from(rank), pl.Int32),
    pl.Series("similarity", Float64Array.from(entries, (e) => similarities[e]), pl.Float64),
    pl.Series(
      "customers_in_common",
      Int32Array.from(entries, (e) => customersInCommon[e]),
      pl.Int32,
    ),
  ]);
}
