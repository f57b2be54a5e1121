import { EXCEL_LIMITS } from "../../../../src/transactions/reading/excel/limits.ts";
import {
  columnLetters,
  readSheetRows,
} from "../../../../src/transactions/reading/excel/read_sheet_rows.ts";
import { readWorkbook } from "../../../../src/transactions/reading/excel/workbook.ts";
import { openZip } from "../../../../src/transactions/reading/zip/open_zip.ts";
import { assertEquals } from "@std/assert";

Deno.test("readSheetRows: reads the rows of a sheet that have filled cells", () => {
  const bytes = Deno.readFileSync("tests/fixtures/excel_two_years.xlsx");
  const workbook = readWorkbook(openZip(bytes, "excel_two_years.xlsx", EXCEL_LIMITS))!;
  const rows: string[] = [];
  readSheetRows(workbook, workbook.sheets[0].part!, ({ number, texts }) => {
    rows.push(`${number} ${texts[0]}`);
  });
  assertEquals(rows, ["1 Invoice", "2 489434", "3 489434", "4 C489449"]);
});

Deno.test("columnLetters: writes a column's number as its letters", () => {
  assertEquals([0, 25, 26, 16_383].map(columnLetters), ["A", "Z", "AA", "XFD"]);
});
