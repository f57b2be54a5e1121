import { assertEquals } from "@std/assert";
import { quotedShort } from "../../../src/recommendation/search/product_texts.ts";

Deno.test("quotedShort: up to 60 characters stay", () => {
  assertEquals(quotedShort("x".repeat(60)), `"${"x".repeat(60)}"`);
  assertEquals(quotedShort("x".repeat(61)), `"${"x".repeat(59)}…"`);
  assertEquals(quotedShort(""), '""');
});
