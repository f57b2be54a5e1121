import { InputError } from "../../../../src/frames/errors.ts";
import {
  refuseUnknownSheets,
  sheetsNote,
} from "../../../../src/transactions/reading/excel/sheet_notes.ts";
import { assertEquals, assertThrows } from "@std/assert";

Deno.test("sheetsNote: says which sheets were taken, where there is more than one", () => {
  assertEquals(sheetsNote("a.xlsx", ["Sales"], []), []);
  assertEquals(
    sheetsNote("a.xlsx", ["2009", "2010"], [{ sheet: "Notes", reason: "it is empty" }])[0].sentence,
    "a.xlsx: took the sheets “2009”, “2010”; passed over “Notes”.",
  );
});

Deno.test("refuseUnknownSheets: names of sheets that no workbook has", () => {
  refuseUnknownSheets(["A"], [{ tables: [], skipped: [{ sheet: "A", reason: "" }] }]);
  assertThrows(() => refuseUnknownSheets(["B"], []), InputError, "no input is a workbook");
});
