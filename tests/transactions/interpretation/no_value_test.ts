import { saysNoValue } from "../../../src/transactions/interpretation/no_value.ts";
import { assertEquals } from "@std/assert";

Deno.test("saysNoValue: texts that programs and people write where there is none", () => {
  const none = ["", " ", "NULL", "NaN", "NaT", "\\N", "#N/A", "#NV", "k.A.", "n/d", "-", "?"];
  assertEquals(none.filter((text) => !saysNoValue(text)), []);
  assertEquals(["0", "x", "N", "no", "#REF!", "- 1"].filter(saysNoValue), []);
});
