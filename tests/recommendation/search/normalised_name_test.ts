import { assertEquals } from "@std/assert";
import { normalisedName } from "../../../src/recommendation/search/product_texts.ts";

Deno.test("normalisedName: case, accents, spaces and control characters do not count", () => {
  for (const text of ["CAFÉ AU LAIT", " café\tau  lait\n", "Cafe\u0301\u0000au\u00a0lait"]) {
    assertEquals(normalisedName(text), "cafe au lait");
  }
  assertEquals(normalisedName(" \t"), "");
});
