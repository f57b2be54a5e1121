import { InputError } from "../../../../../src/frames/errors.ts";
import { orderTotalOrLines } from "../../../../../src/transactions/interpretation/amounts/rules/order_total_or_lines.ts";
import { decisionOf, sentencesOf } from "./decision_of.ts";
import { assertEquals, assertMatch, assertThrows } from "@std/assert";

/** Orders whose lines come to 25 and 30. */
function decided(order: readonly number[], more = {}) {
  const on = decisionOf({
    order: ["1", "1", "2"],
    product: ["MUG", "TEA", "MUG"],
    taken: { quantity: "qty", unit_price: "price", order_total: "order" },
    numbers: { qty: [2, 1, 3], price: [10, 5, 10], order, ...more },
  });
  return { pays: orderTotalOrLines(on, on.orderTotal!, "by its name"), on };
}

Deno.test("orderTotalOrLines: lines that add up to it pay", () => {
  const { pays, on } = decided([25, 25, 30]);
  assertEquals([pays, sentencesOf(on)], ["unit_price", []]);
  assertEquals(on.evidence.order_total, [
    "the lines of an order add up to it in 100 % of orders",
  ]);
});

Deno.test("orderTotalOrLines: a lower total is what was paid, a higher one has shipping and taxes", () => {
  assertEquals(decided([20, 20, 30]).pays, "order_total");
  const { pays, on } = decided([29, 29, 34]);
  assertEquals(pays, "unit_price");
  assertMatch(sentencesOf(on)[0], /is more than price × quantity in 2 orders/);
});

Deno.test("orderTotalOrLines: a column that explains the difference needs no words", () => {
  const { pays, on } = decided([29, 29, 34], { shipping: [4, 4, 4] });
  assertEquals([pays, sentencesOf(on)], ["unit_price", []]);
  assertEquals(on.evidence.order_total, [
    'it is price × quantity with "shipping" in 2 of 2 orders',
  ]);
});

Deno.test("orderTotalOrLines: some higher and some lower are asked about, as is one that differs", () => {
  assertThrows(() => decided([29, 29, 20]), InputError, "it is not clear what was paid for");
  assertThrows(() => decided([20, 5, 30]), InputError, "differs within an order (such as 1)");
});
