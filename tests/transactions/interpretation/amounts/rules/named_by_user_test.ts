import { sayChosen } from "../../../../../src/transactions/interpretation/amounts/rules/named_by_user.ts";
import { decisionOf, sentencesOf } from "./decision_of.ts";
import { assertEquals } from "@std/assert";

const told = {
  order: ["1", "1", "2"],
  product: ["MUG", "TEA", "MUG"],
  taken: { line_total: "paid" },
  numbers: { paid: [30, 30, 5], total: [10, 20, 5] },
  rivals: ["total"],
  by: { paid: "named with --map" },
};

Deno.test("sayChosen: a line's total that looks like an order's, and the total that does not count", () => {
  const on = decisionOf(told);
  sayChosen(on, "line_total");
  assertEquals(sentencesOf(on), [
    '"paid" is the same on all lines of 1 order; it counts on each line (65.00 in all), as --map ' +
    "line_total names it.",
    'What counts is "paid" (65.00 in all), which --map line_total names, not "total" (35.00).',
  ]);
});

Deno.test("sayChosen: an order's total counts once, as much as its lines: nothing to say", () => {
  const on = decisionOf({ ...told, taken: { order_total: "paid" } });
  sayChosen(on, "order_total");
  assertEquals(sentencesOf(on), []);
});

Deno.test("sayChosen: what was found by its name is no choice", () => {
  const on = decisionOf({ ...told, by: {} });
  sayChosen(on, "line_total");
  assertEquals(sentencesOf(on), []);
});
