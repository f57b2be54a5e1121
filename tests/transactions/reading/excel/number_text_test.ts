import { numberText } from "../../../../src/transactions/reading/excel/number_text.ts";
import { assertEquals } from "@std/assert";

Deno.test("numberText: writes a number of a workbook as the shortest decimal text that gives the same number back", () => {
  assertEquals(numberText("2.5499999999999998"), "2.55");
  assertEquals(numberText("-1.5E-7"), "-0.00000015");
});
