import { InputError } from "../../../../../src/frames/errors.ts";
import { rivalAnswers } from "../../../../../src/transactions/interpretation/amounts/rules/rival_totals.ts";
import { decisionOf, sentencesOf } from "./decision_of.ts";
import { assertEquals, assertThrows } from "@std/assert";

function decided(numbers: Readonly<Record<string, readonly number[]>>) {
  const on = decisionOf({
    order: ["1", "2"],
    product: ["MUG", "TEA"],
    taken: { ...numbers.qty && { quantity: "qty" }, line_total: "total" },
    numbers,
    rivals: ["sum"],
  });
  return { hasAnswered: rivalAnswers(on, on.total!), on };
}

Deno.test("rivalAnswers: quantity × the one is the other", () => {
  const { hasAnswered, on } = decided({ qty: [2, 3], total: [10, 5], sum: [20, 15] });
  assertEquals([hasAnswered, on.price?.header, on.total?.header], [true, "total", "sum"]);
});

Deno.test("rivalAnswers: the same sum is no rival", () => {
  assertEquals(decided({ total: [10, 5], sum: [10, 5] }).hasAnswered, false);
});

Deno.test("rivalAnswers: the one is the other with shipping, whichever is called the total", () => {
  const numbers = { total: [14, 9], sum: [10, 5], shipping: [4, 4] };
  const { hasAnswered, on } = decided(numbers);
  assertEquals([hasAnswered, on.total?.header], [true, "sum"]);
  assertEquals(sentencesOf(on), [
    '"total" (23.00) is "sum" (15.00) with "shipping": what the goods cost is "sum".',
  ]);
});

Deno.test("rivalAnswers: two sums that nothing explains are asked about", () => {
  assertThrows(
    () => decided({ total: [10, 5], sum: [12, 9] }),
    InputError,
    'what was paid may be "total" (15.00 in all) or "sum" (21.00)',
  );
});
