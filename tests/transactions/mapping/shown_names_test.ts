import { assertEquals } from "@std/assert";
import { shownNames } from "../../../src/transactions/mapping/shown_names.ts";

Deno.test("shownNames: the first 20 in quotes, and how many more", () => {
  assertEquals(shownNames(["a", "b"]), '"a", "b"');
  const many = Array.from({ length: 23 }, (_, i) => `c${i}`);
  assertEquals(shownNames(many).slice(-16), '"c19" and 3 more');
});
