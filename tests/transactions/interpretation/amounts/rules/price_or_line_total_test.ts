import { InputError } from "../../../../../src/frames/errors.ts";
import { priceOrLineTotal } from "../../../../../src/transactions/interpretation/amounts/rules/price_or_line_total.ts";
import { multiplication } from "../../../../../src/transactions/interpretation/amounts/amount_facts.ts";
import { decisionOf, sentencesOf } from "./decision_of.ts";
import { assertEquals, assertThrows } from "@std/assert";

function decided(price: readonly number[], total: readonly number[], by = {}) {
  const on = decisionOf({
    order: ["1", "2", "3"],
    product: ["MUG", "MUG", "TEA"],
    taken: { quantity: "qty", unit_price: "price", line_total: "total" },
    numbers: { qty: [2, 4, 3], price, total },
    by,
  });
  const { quantity, price: each, total: all } = on;
  const facts = multiplication(quantity!.numbers, each!.numbers, all!.numbers);
  return { pays: priceOrLineTotal(on, quantity!, each!, all!, facts), on };
}

Deno.test("priceOrLineTotal: the total pays where both agree, or discounts lower some lines", () => {
  assertEquals(decided([10, 10, 5], [20, 40, 15]).pays, "line_total");
  assertEquals(decided([10, 10, 5], [20, 35, 15]).pays, "line_total");
});

Deno.test("priceOrLineTotal: two columns that are the same grow with the quantity: of the line", () => {
  const { pays, on } = decided([20, 40, 15], [20, 40, 15]);
  assertEquals(pays, "line_total");
  assertEquals(on.evidence.unit_price, ['it equals "total", so it is what the line costs']);
});

Deno.test("priceOrLineTotal: a total that is the price of a piece is asked about, a choice decides", () => {
  const same = [10, 10, 5];
  assertThrows(
    () => decided(same, same),
    InputError,
    '"qty" × "price" comes to 75.00 and "total" to 25.00, and they agree on 0 % of lines',
  );
  const { pays, on } = decided(same, same, { price: "named with --map" });
  assertEquals([pays, sentencesOf(on).length], ["unit_price", 1]);
});
