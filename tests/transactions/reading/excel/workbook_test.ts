import { EXCEL_LIMITS } from "../../../../src/transactions/reading/excel/limits.ts";
import { readWorkbook } from "../../../../src/transactions/reading/excel/workbook.ts";
import { openZip } from "../../../../src/transactions/reading/zip/open_zip.ts";
import { assertEquals } from "@std/assert";

Deno.test("readWorkbook: reads a workbook but for its sheets (ECMA-376 part 1, §12.3 and §18.2)", () => {
  const bytes = Deno.readFileSync("tests/fixtures/excel_two_years.xlsx");
  const workbook = readWorkbook(openZip(bytes, "excel_two_years.xlsx", EXCEL_LIMITS))!;
  assertEquals([workbook.sheets.length, workbook.dateSystem], [4, 1900]);
});
