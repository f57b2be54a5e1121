import { InputError } from "../../../../../src/frames/errors.ts";
import {
  NAMED,
  payOrderTotal,
} from "../../../../../src/transactions/interpretation/amounts/rules/pay_order_total.ts";
import { decisionOf, sentencesOf } from "./decision_of.ts";
import { assertEquals, assertThrows } from "@std/assert";

const told = {
  order: ["1", "1", "2"],
  product: ["MUG", "TEA", "MUG"],
  taken: { order_total: "paid" },
  numbers: { paid: [30, 30, 12] },
};

Deno.test("payOrderTotal: counts once per order", () => {
  const on = decisionOf(told);
  assertEquals(payOrderTotal(on, on.orderTotal!, NAMED), "order_total");
  assertEquals(sentencesOf(on), [
    '"paid" is the total of an order (--map names it): it counts once per order, 42.00 in all and ' +
    "not 72.00, shared among the order's lines by equal parts.",
  ]);
});

Deno.test("payOrderTotal: shipping within it is taken out", () => {
  const on = decisionOf({
    ...told,
    taken: { order_total: "order_total" },
    numbers: { order_total: [30, 30, 12], shipping: [5, 5, 2] },
  });
  payOrderTotal(on, on.orderTotal!, "by its name");
  assertEquals([...on.without!], [5e6, 5e6, 2e6]);
  assertEquals(
    sentencesOf(on)[1],
    '"shipping" (7.00 in all) is within "order_total" and no part of what the goods cost: 35.00 ' +
      "counts.",
  );
});

Deno.test("payOrderTotal: what differs within an order is no total of it", () => {
  const on = decisionOf({ ...told, numbers: { paid: [30, 31, 12] } });
  assertThrows(
    () => payOrderTotal(on, on.orderTotal!, NAMED),
    InputError,
    '"paid" differs within an order (such as 1), so it cannot be what the order costs',
  );
});
