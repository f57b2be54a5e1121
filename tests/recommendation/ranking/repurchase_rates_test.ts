import { repurchaseRates } from "../../../src/recommendation/ranking/repurchase_rates.ts";
import { assertEquals } from "@std/assert";

Deno.test("repurchaseRates: the share of a product's customers who bought it more than once", () => {
  // Tea is bought again by its only customer, the cup is not: half of all, with a weight of five.
  const rates = repurchaseRates({
    products: ["CUP", "TEA"],
    productIndices: Int32Array.of(0, 1),
    purchases: Int32Array.of(1, 4),
  });
  assertEquals([...rates], [2.5 / 6, 3.5 / 6]);
});
