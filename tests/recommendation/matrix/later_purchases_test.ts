import { laterPurchases } from "../../../src/recommendation/matrix/later_purchases.ts";
import { assertEquals } from "@std/assert";

Deno.test("laterPurchases: what known customers buy later of known products", () => {
  const past = { customers: ["Ada", "Bob"], products: ["CUP", "TEA"] };
  const future = {
    customers: ["Ada", "Cyd"],
    products: ["HAT", "TEA"],
    offsets: Int32Array.of(0, 2, 3),
    productIndices: Int32Array.of(0, 1, 1),
  };
  assertEquals(laterPurchases(past, future), [new Set([1]), new Set()]);
});
