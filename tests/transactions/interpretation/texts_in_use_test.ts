import { assertEquals, assertStrictEquals } from "@std/assert";
import { textsInUse } from "../../../src/transactions/interpretation/texts_in_use.ts";

Deno.test("textsInUse: what stands on no line is empty", () => {
  const values = ["a", "TOTAL", "b"];
  assertEquals(textsInUse({ codes: Int32Array.of(0, 2, 2), values }), ["a", "", "b"]);
  assertStrictEquals(textsInUse({ codes: Int32Array.of(0, 1, 2), values }), values);
});
