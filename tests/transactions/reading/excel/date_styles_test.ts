import { strToU8, zipSync } from "fflate";
import { readDateStyles } from "../../../../src/transactions/reading/excel/date_styles.ts";
import { EXCEL_LIMITS } from "../../../../src/transactions/reading/excel/limits.ts";
import { openZip } from "../../../../src/transactions/reading/zip/open_zip.ts";
import { assertEquals } from "@std/assert";

Deno.test("readDateStyles: finds which cell styles of a workbook show a number as a date", () => {
  const xml = '<a><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></a>'; // 22 is m/d/yy h:mm
  const archive = openZip(zipSync({ "s.xml": strToU8(xml) }), "a.xlsx", EXCEL_LIMITS);
  assertEquals(readDateStyles(archive, "s.xml"), [false, true]);
});
