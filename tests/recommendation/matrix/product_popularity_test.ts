import {
  mostPopular,
  productPopularity,
} from "../../../src/recommendation/matrix/product_popularity.ts";
import { assertEquals } from "@std/assert";

Deno.test("productPopularity: counts the customers of each product", () => {
  const { order } = productPopularity({
    customers: ["Ada", "Bob"],
    products: ["CUP", "TEA"],
    offsets: Int32Array.of(0, 2, 3),
    productIndices: Int32Array.of(0, 1, 1),
    purchases: Int32Array.of(5, 1, 1),
    lastPurchase: new Float64Array(3),
    revenue: new Float64Array(3),
  });
  assertEquals([...order], [1, 0]);
});

Deno.test("mostPopular: picks the most popular products apart from some", () => {
  const popularity = { customers: Int32Array.of(2, 9, 4), order: Int32Array.of(1, 2, 0) };
  assertEquals(mostPopular(popularity, 2, new Set([2])), [1, 0]);
});
