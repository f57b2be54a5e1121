import { cellTexts } from "../../../../src/transactions/reading/excel/cell_text.ts";
import type { Workbook } from "../../../../src/transactions/reading/excel/workbook.ts";
import { assertEquals } from "@std/assert";

Deno.test("cellTexts: makes the function that writes the values of a workbook's cells as text", () => {
  const workbook = { dateSystem: 1900, dateStyles: [false, true], sharedTexts: ["00123"] };
  const cellText = cellTexts(workbook as unknown as Workbook);
  assertEquals(cellText("s", undefined, "0"), "00123");
  assertEquals(cellText(undefined, "0", "17850.0"), "17850");
  assertEquals(cellText("n", "1", "40513.5"), "2010-12-01 12:00:00");
  assertEquals(cellText("e", undefined, "#N/A"), "");
});
