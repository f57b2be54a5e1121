import { formatName } from "../../src/words/model_names.ts";
import { assertEquals } from "@std/assert";

Deno.test("formatName: turns a name of code into words of a sentence", () => {
  assertEquals(formatName("random_forest"), "random forest");
  assertEquals(formatName("ease_trend"), "EASE trend");
});
