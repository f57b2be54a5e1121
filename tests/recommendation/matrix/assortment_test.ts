import { offeredProducts, soldSince } from "../../../src/recommendation/matrix/assortment.ts";
import { assertEquals } from "@std/assert";

Deno.test("soldSince: the first moment since which a product must have been bought to be offered", () => {
  assertEquals(soldSince(Date.UTC(2020, 0, 31), 30), Date.UTC(2020, 0, 1));
});

Deno.test("offeredProducts: marks the products that were bought lately", () => {
  const histories = {
    products: ["CUP", "TEA"],
    productIndices: Int32Array.of(0, 1),
    lastPurchase: Float64Array.of(5, 9),
  };
  assertEquals(offeredProducts(histories, 7), Uint8Array.of(0, 1));
});
