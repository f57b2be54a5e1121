import { strToU8, zipSync } from "fflate";
import { EXCEL_LIMITS } from "../../../../src/transactions/reading/excel/limits.ts";
import { readXmlPart } from "../../../../src/transactions/reading/excel/read_xml_part.ts";
import { openZip } from "../../../../src/transactions/reading/zip/open_zip.ts";
import { assertEquals } from "@std/assert";

Deno.test("readXmlPart: reads an XML part of a workbook while it is unpacked", () => {
  const bytes = zipSync({ "a.xml": strToU8('<x:a xmlns:x="urn:x" id="1">A &amp; B</x:a>') });
  const events: string[] = [];
  readXmlPart(openZip(bytes, "a.zip", EXCEL_LIMITS), "a.xml", {
    open: (name, attributes) => events.push(name, attributes.id),
    text: (text) => events.push(text),
  });
  assertEquals(events, ["a", "1", "A & B"]);
});
