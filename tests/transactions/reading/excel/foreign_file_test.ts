import { strToU8, zipSync } from "fflate";
import {
  isWorkbook,
  noWorkbook,
  refuseUnlessZip,
} from "../../../../src/transactions/reading/excel/foreign_file.ts";
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";

Deno.test("isWorkbook: tells from its first bytes whether a file is meant as a workbook", () => {
  assertEquals(isWorkbook(zipSync({ "xl/workbook.xml": strToU8("<workbook/>") })), true);
  assertEquals(isWorkbook(zipSync({ "orders.csv": strToU8("id,name") })), false);
});

Deno.test("refuseUnlessZip: refuses a file that is no zip archive and so no .xlsx", () => {
  const xls = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0);
  assertThrows(() => refuseUnlessZip(xls, "a.xls"), Error, "a.xls is an old Excel workbook (.xls)");
});

Deno.test("noWorkbook: the refusal of a zip archive that is no .xlsx workbook", () => {
  const { message } = noWorkbook(["word/document.xml"], "a.docx");
  assertStringIncludes(message, "a.docx is a Word document");
});
