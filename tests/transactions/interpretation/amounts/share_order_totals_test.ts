import { assertEquals } from "@std/assert";
import { encodeTexts } from "../../../../src/frames/coded.ts";
import { shareOrderTotals } from "../../../../src/transactions/interpretation/amounts/share_order_totals.ts";

Deno.test("shareOrderTotals: shares add up to the total in whole cents, whatever the order of lines", () => {
  const totals = Float64Array.of(10e6, NaN, NaN, -5e6, -5e6, 3e6);
  const weights = Float64Array.of(1, 1, 1, 0, 0, 2);
  const order = encodeTexts(["a", "a", "a", "b", "b", ""]);
  const shares = shareOrderTotals(totals, weights, order, Int32Array.of(2, 1, 0, 0, 1, 0));
  assertEquals([...shares], [3_330_000, 3_330_000, 3_340_000, -2_500_000, -2_500_000, 3_000_000]);
});
