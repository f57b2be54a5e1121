import {
  isoDateText,
  serialDateText,
} from "../../../../src/transactions/reading/excel/date_text.ts";
import { assertEquals } from "@std/assert";

Deno.test("serialDateText: writes a serial date of a workbook as ISO text", () => {
  assertEquals(serialDateText(40513.35138888889, 1900), "2010-12-01 08:26:00");
  assertEquals(serialDateText(39051, 1904), "2010-12-01 00:00:00");
});

Deno.test("isoDateText: writes a cell's ISO 8601 date", () => {
  assertEquals(isoDateText("2010-12-01T08:26"), "2010-12-01 08:26:00");
});
