import { assertEquals } from "@std/assert";
import { capitalise, joinWords, plainLine, shorten } from "../../src/words/sentences.ts";

Deno.test("plainLine: control and format characters become spaces, letters of any script stay", () => {
  assertEquals(plainLine("a\u0000b\u009bc\u202ed\u2028e"), "a b c d e");
  assertEquals(plainLine("Чай 茶 café"), "Чай 茶 café");
  assertEquals(plainLine(" \n "), "");
});

Deno.test("joinWords: joins parts of a sentence as English does", () => {
  assertEquals(joinWords(["a", "b", "c"]), "a, b and c");
});

Deno.test("capitalise: begins a sentence: the first letter in capitals", () => {
  assertEquals(capitalise("random forest"), "Random forest");
});

Deno.test("shorten: cuts a label that is too long for its place, ending it with an ellipsis", () => {
  assertEquals(shorten("WHITE HANGING HEART T-LIGHT HOLDER", 14), "WHITE HANGING…");
});
