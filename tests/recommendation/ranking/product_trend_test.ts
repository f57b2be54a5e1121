import { productTrend } from "../../../src/recommendation/ranking/product_trend.ts";
import { assertEquals } from "@std/assert";

Deno.test("productTrend: how much more or less a product is bought lately than its customers of all time suggest", () => {
  // Half of all purchases are of tea, but lately there were only cups.
  const trend = productTrend(
    { products: ["CUP", "TEA"], productIndices: Int32Array.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1) },
    { products: ["CUP"], productIndices: Int32Array.of(0, 0) },
  );
  assertEquals([...trend], [1.5, 0.5]);
});
