import { assertEquals } from "@std/assert";
import { buildInteractions } from "../../../src/recommendation/matrix/build_interactions.ts";
import { similarProducts } from "../../../src/recommendation/similarity/similar_products.ts";
import { similarProductsTable } from "../../../src/recommendation/similarity/similar_products_table.ts";
import { lines, SHOP } from "../purchases.ts";

Deno.test("similarProductsTable: the columns of the contract, by product and rank", () => {
  const options = { minimumSupport: 1, neighbours: 2 };
  const table = similarProductsTable(
    similarProducts(buildInteractions(lines(SHOP), { excludeServices: false }), options),
  );
  assertEquals(table.columns, [
    "product_id",
    "neighbour_id",
    "rank",
    "similarity",
    "customers_in_common",
  ]);
  assertEquals(table.head(4).rows(), [
    ["CUP", "TEA", 1, 1, 2],
    ["CUP", "POST", 2, 1 / Math.sqrt(2), 1],
    ["JAM", "PEN", 1, 1 / Math.sqrt(2), 1],
    ["JAM", "CUP", 2, 0.5, 1],
  ]);
});

Deno.test("similarProductsTable: no neighbours are no rows, of the same columns", () => {
  const table = similarProductsTable(similarProducts(buildInteractions(lines(SHOP.slice(0, 1)))));
  assertEquals([table.height, table.width], [0, 5]);
});
