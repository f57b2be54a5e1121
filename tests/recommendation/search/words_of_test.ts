import { assertEquals } from "@std/assert";
import { wordsOf } from "../../../src/recommendation/search/product_texts.ts";

Deno.test("wordsOf: letters and digits of any script, two at least, without accents", () => {
  assertEquals(wordsOf("6 RIBBONS, RUSTIC-CHARM & 12's"), ["ribbons", "rustic", "charm", "12"]);
  assertEquals(wordsOf("Crème brûlée ЧАЙ ЧАЙ"), ["creme", "brulee", "чаи", "чаи"]);
});

Deno.test("wordsOf: no words in an empty text, in signs, in single letters", () => {
  for (const text of ["", " ", "?!", "a b/c"]) assertEquals(wordsOf(text), []);
});
