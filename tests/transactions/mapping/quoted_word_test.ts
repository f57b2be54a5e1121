import { assertEquals } from "@std/assert";
import { quotedWord } from "../../../src/transactions/mapping/quoted_word.ts";

Deno.test("quotedWord: quotes only where a shell needs them", () => {
  const words = ["price", "Unit price", 'The "price"', "it's $5"];
  assertEquals(words.map(quotedWord), [
    "price",
    '"Unit price"',
    `'The "price"'`,
    `'it'\\''s $5'`,
  ]);
});
