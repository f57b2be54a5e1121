import { strToU8, zipSync } from "fflate";
import { EXCEL_LIMITS } from "../../../../src/transactions/reading/excel/limits.ts";
import { readSharedTexts } from "../../../../src/transactions/reading/excel/shared_texts.ts";
import { openZip } from "../../../../src/transactions/reading/zip/open_zip.ts";
import { assertEquals } from "@std/assert";

Deno.test("readSharedTexts: reads the texts that the cells of a workbook share", () => {
  const xml = "<sst><si><t>a</t></si><si><r><t>b</t></r><r><t>c</t></r></si></sst>";
  const archive = openZip(zipSync({ "s.xml": strToU8(xml) }), "a.xlsx", EXCEL_LIMITS);
  assertEquals(readSharedTexts(archive, "s.xml"), ["a", "bc"]);
});
