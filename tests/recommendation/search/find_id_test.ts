import { assertEquals, assertThrows } from "@std/assert";
import { findId } from "../../../src/recommendation/search/find_id.ts";
import { InputError } from "../../../src/frames/errors.ts";

Deno.test("findId: exactly, or with case and spaces aside", () => {
  assertEquals(findId("country", ["Eire", "United Kingdom"], " united  KINGDOM"), "United Kingdom");
  assertEquals(findId("customer", ["a7", "A7"], "A7"), "A7");
});

Deno.test("findId: says what could be meant", () => {
  const refuses = (typed: string, sentence: string) => {
    const error = assertThrows(() => findId("customer", ["a7", "A7", "17850"], typed), InputError);
    assertEquals(error.message, sentence);
  };
  refuses("17580", 'There is no customer "17580". Did you mean 17850?');
  refuses("nobody", 'There is no customer "nobody".');
  refuses("", 'There is no customer "".');
  refuses(" a7", '" a7" could be A7 or a7: write the customer exactly.');
});
