import { encodeTexts, ownNumbers } from "../../../src/frames/coded.ts";
import {
  CANCELLED_BY_LETTER,
  cancelledByLetter,
} from "../../../src/transactions/interpretation/cancelled_by_letter.ts";
import { assertEquals } from "@std/assert";

const cancelled = (orders: readonly string[], pieces: readonly number[]) => [
  ...cancelledByLetter(encodeTexts(orders), ownNumbers(Float64Array.from(pieces))),
];

Deno.test("CANCELLED_BY_LETTER: C and digits, and nothing else", () => {
  const is = (id: string) => CANCELLED_BY_LETTER.test(id);
  assertEquals(["C536379", "c1"].every(is), true);
  assertEquals(["536379", "C", "C-1", "CA1", "A1", "C1 "].some(is), false);
});

Deno.test("cancelledByLetter: where most of these lines are negative, all of them are cancelled", () => {
  // Two of the three lines of C orders are negative; the third one is cancelled as well.
  assertEquals(cancelled(["1", "C2", "C2", "C3"], [5, -1, -2, 3]), [0, 1, 1, 1]);
});

Deno.test("cancelledByLetter: where as many are positive, C is a letter like any other", () => {
  assertEquals(cancelled(["C1", "C2", "3"], [-1, 4, -2]), [0, 0, 0]);
  assertEquals(cancelled(["C1", "C2"], [1, 4]), [0, 0]);
});

Deno.test("cancelledByLetter: a quantity of 0 or none is no evidence", () => {
  assertEquals(cancelled(["C1", "C2", "C3"], [0, NaN, -1]), [1, 1, 1]);
  assertEquals(cancelled(["C1", "C2"], [0, NaN]), [0, 0]);
  assertEquals(cancelled(["1", "2"], [-1, -2]), [0, 0]);
});
