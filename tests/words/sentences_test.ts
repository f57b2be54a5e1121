import { assertEquals } from "@std/assert";
import { plainLine } from "../../src/words/sentences.ts";

Deno.test("plainLine: control and format characters become spaces, letters of any script stay", () => {
  assertEquals(plainLine("a\u0000b\u009bc\u202ed\u2028e"), "a b c d e");
  assertEquals(plainLine("Чай 茶 café"), "Чай 茶 café");
  assertEquals(plainLine(" \n "), "");
});
