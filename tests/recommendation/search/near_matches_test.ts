import { assertEquals } from "@std/assert";
import { nearMatches } from "../../../src/recommendation/search/near_matches.ts";

const NAMES = ["WHITE HANGING HEART HOLDER", "RED HANGING HEART HOLDER", "TEA POT", "85123A"];

Deno.test("nearMatches: a part with a slip is found, the nearest part first", () => {
  assertEquals(nearMatches("WHITE HANGIN HEART", NAMES)[0], "WHITE HANGING HEART HOLDER");
  assertEquals(nearMatches("hanging haert", NAMES), [
    "RED HANGING HEART HOLDER", // shorter, so fewer edits to the whole
    "WHITE HANGING HEART HOLDER",
  ]);
  assertEquals(nearMatches("85132a", NAMES), ["85123A"]);
});

Deno.test("nearMatches: each name once, ties by the alphabet, the best few, any order", () => {
  const names = ["17852", "17850", "17851", "17850", "13047"];
  assertEquals(nearMatches("1785", names), ["17850", "17851", "17852"]);
  assertEquals(nearMatches("1785", names.toReversed(), 2), ["17850", "17851"]);
});

Deno.test("nearMatches: nothing typed, nothing near, no names, a very long text", () => {
  for (const typed of ["", "  ", "umbrella", "x", "x".repeat(1e5)]) {
    assertEquals(nearMatches(typed, NAMES), [], typed.slice(0, 9));
  }
  assertEquals(nearMatches("tea", []), []);
});
