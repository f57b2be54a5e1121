import { InputError } from "../../../../../src/frames/errors.ts";
import { worthOf } from "../../../../../src/transactions/interpretation/amounts/rules/decision.ts";
import { decisionOf } from "./decision_of.ts";
import { assertEquals, assertThrows } from "@std/assert";

const decision = () =>
  decisionOf({
    order: ["1", "1"],
    product: ["MUG", "TEA"],
    taken: { quantity: "qty", unit_price: "price", line_total: "total" },
    numbers: { qty: [2, 1], price: [10, 5], total: [17, 5], Discount: [3, 0] },
  });

Deno.test("Decision: begins with what names say, and says each fact once", () => {
  const on = decision();
  on.say("line_total", "a fact");
  on.say("line_total", "a fact");
  on.note("Something was done.", 2, 0.1 + 0.2);
  const { pays, quantity, line_total, evidence, notes } = on.plan("line_total");
  assertEquals([pays, quantity?.header, line_total?.header], ["line_total", "qty", "total"]);
  assertEquals(evidence, { line_total: ["a fact"] });
  assertEquals(notes, [
    { topic: "amounts", sentence: "Something was done.", rows: 2, revenue: 0.3 },
  ]);
});

Deno.test("Decision: asks with the options that answer", () => {
  const on = decision();
  const total = { ...on.total!, header: "Total paid" };
  assertThrows(
    () => on.ask("it is not clear", [["unit_price", on.price!], ["line_total", total]]),
    InputError,
    'shop.csv: it is not clear: say --map unit_price=price or --map line_total="Total paid".',
  );
});

Deno.test("Decision, worthOf: price × quantity in millionths, and the discount that explains a total", () => {
  const on = decision();
  assertEquals([...on.worthByPrice(on.price!)], [20e6, 5e6]);
  assertEquals([...worthOf(on.total!)], [17e6, 5e6]);
  assertEquals(on.explainedByPrice(on.price!, on.total!)?.discounts, ["Discount"]);
  on.quantity = undefined;
  assertEquals([...on.worthByPrice(on.price!)], [10e6, 5e6]);
});
