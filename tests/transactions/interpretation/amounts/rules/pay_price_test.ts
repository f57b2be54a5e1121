import {
  payExplained,
  payPrice,
  payPriceBeside,
} from "../../../../../src/transactions/interpretation/amounts/rules/pay_price.ts";
import { decisionOf, sentencesOf } from "./decision_of.ts";
import { assertEquals } from "@std/assert";

const decision = () =>
  decisionOf({
    order: ["1", "1"],
    taken: { quantity: "qty", unit_price: "price", line_total: "total" },
    numbers: { qty: [2, 1], price: [10, 5], total: [28, 28] },
  });

Deno.test("payPrice: the total is no longer one; where the user chose, both sums are said", () => {
  const on = decision(), { total } = on;
  assertEquals([payPrice(on, on.price!, total), on.total], ["unit_price", undefined]);
  assertEquals(sentencesOf(on), [
    'What counts is price × quantity (25.00), not "total" (56.00), as --map unit_price names "price".',
  ]);
});

Deno.test("payPriceBeside: the total becomes the order's", () => {
  const on = decision();
  on.say("line_total", "a fact");
  assertEquals(payPriceBeside(on, on.price!, on.total!), "unit_price");
  assertEquals([on.total, on.orderTotal?.header, on.evidence], [undefined, "total", {}]);
});

Deno.test("payExplained: discounts that are still in price × quantity", () => {
  const on = decision();
  const why = { discounts: ["Off"], charges: ["Fee"], agree: 1, all: 1, of: "order" } as const;
  payExplained(on, on.price!, on.total!, why);
  assertEquals([on.discounts?.headers, on.discounts?.areIn], [["Off"], false]);
  assertEquals(on.evidence.order_total, [
    'it is price × quantity less "Off" with "Fee" in 1 of 1 order',
  ]);
});
