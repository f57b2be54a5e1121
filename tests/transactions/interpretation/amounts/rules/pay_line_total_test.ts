import { InputError } from "../../../../../src/frames/errors.ts";
import { payLineTotal } from "../../../../../src/transactions/interpretation/amounts/rules/pay_line_total.ts";
import { decisionOf } from "./decision_of.ts";
import { assertEquals, assertThrows } from "@std/assert";

const told = {
  order: ["1", "1", "2"],
  product: ["MUG", "TEA", "MUG"],
  taken: { quantity: "qty", unit_price: "price", line_total: "total" },
  numbers: { qty: [2, 1, 3], price: [10, 5, 10], total: [20, 5, 30] },
};

Deno.test("payLineTotal: price × quantity that equals it is evidence", () => {
  const on = decisionOf(told);
  assertEquals(payLineTotal(on, on.total!), "line_total");
  assertEquals(on.evidence, { line_total: ['"qty" × "price" equals it on 100 % of lines'] });
  assertEquals(on.notes, []);
});

Deno.test("payLineTotal: what differs is said with its lines and money", () => {
  const on = decisionOf({ ...told, numbers: { ...told.numbers, total: [20, 5, 27] } });
  payLineTotal(on, on.total!);
  assertEquals(on.notes, [{
    topic: "amounts",
    sentence: '"qty" × "price" differs from "total" on 1 line (55.00 against 52.00 in all): what ' +
      'was paid is "total", 3.00 less.',
    rows: 1,
    revenue: -3,
  }]);
});

Deno.test("payLineTotal: an order's total below its lines is asked about", () => {
  const on = decisionOf({
    ...told,
    taken: { ...told.taken, order_total: "order" },
    numbers: { ...told.numbers, order: [22, 22, 30] },
  });
  assertThrows(
    () => payLineTotal(on, on.total!),
    InputError,
    '"total" comes to 55.00 and "order", what an order costs, to 52.00',
  );
});
