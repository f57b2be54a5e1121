import { InputError } from "../../../../../src/frames/errors.ts";
import { totalOfLineOrOrder } from "../../../../../src/transactions/interpretation/amounts/rules/total_of_line_or_order.ts";
import { decisionOf } from "./decision_of.ts";
import { assertEquals, assertThrows } from "@std/assert";

/** Two orders of two products each. */
function decided(total: readonly number[], more = {}, taken = {}) {
  const on = decisionOf({
    order: ["1", "1", "2", "2"],
    product: ["MUG", "TEA", "MUG", "TEA"],
    taken: { line_total: "total", ...taken },
    numbers: { total, ...more },
  });
  return { pays: totalOfLineOrOrder(on, on.total!), on };
}

Deno.test("totalOfLineOrOrder: what differs within orders is the line's", () => {
  const { pays, on } = decided([10, 5, 10, 6]);
  assertEquals(pays, "line_total");
  assertEquals(on.evidence.line_total, ["it differs within 2 orders of several lines"]);
});

Deno.test("totalOfLineOrOrder: what is the same within and differs for products is the order's", () => {
  const { pays, on } = decided([15, 15, 40, 40]);
  assertEquals([pays, on.total, on.orderTotal?.header], ["order_total", undefined, "total"]);
  assertEquals(decided([15, NaN, 40, NaN]).pays, "order_total");
});

Deno.test("totalOfLineOrOrder: one sum everywhere may be both and is asked about", () => {
  assertThrows(
    () => decided([15, 15, 15, 15]),
    InputError,
    '"total" may be what each line costs (60.00 in all) or what its order costs, repeated on each ' +
      "of its lines (30.00)",
  );
});

Deno.test("totalOfLineOrOrder: a total that stays while the quantity changes may be a price", () => {
  assertThrows(
    () => decided([10, 5, 10, 5], { qty: [1, 2, 3, 6] }, { quantity: "qty" }),
    InputError,
    "it may be the price of a piece (80.00 in all) or what the line costs (30.00)",
  );
});

Deno.test("totalOfLineOrOrder: shipping beside one line per order may be in the total", () => {
  const on = decisionOf({
    order: ["1", "2"],
    taken: { line_total: "total" },
    numbers: { total: [14, 24], shipping: [4, 4] },
  });
  assertThrows(
    () => totalOfLineOrOrder(on, on.total!),
    InputError,
    '"total" (38.00 in all) may contain "shipping" (8.00), which is not for goods',
  );
});
