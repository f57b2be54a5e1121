import { assertEquals } from "@std/assert";
import { otherThanNumber } from "../../../../src/transactions/interpretation/amounts/number_words.ts";

Deno.test("otherThanNumber: percentages and number words are named", () => {
  assertEquals(
    ["12%", "12.5 %", "One", "zwei", "ZWÖLF", "três", "lamp", "5"].map(otherThanNumber),
    [
      "a percentage",
      "a percentage",
      ...Array(4).fill("a number in words"),
      undefined,
      undefined,
    ],
  );
});
