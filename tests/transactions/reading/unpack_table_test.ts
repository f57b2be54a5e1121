import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { InputError } from "../../../src/frames/errors.ts";
import { unpackTable } from "../../../src/transactions/reading/unpack_table.ts";
import { zipOf } from "../../zip_of.ts";
import { textRows, workbookBytes } from "./workbook_bytes.ts";

const TEXT = "id,name\n1,lamp\n";
const BYTES = new TextEncoder().encode(TEXT);

const gzip = (content: string | Uint8Array) => Uint8Array.from(gzipSync(content));
const unpacked = (bytes: Uint8Array<ArrayBuffer>) =>
  new TextDecoder().decode(unpackTable(bytes, "it").bytes);

function refused(bytes: Uint8Array<ArrayBuffer>, most?: number): string {
  return assertThrows(() => unpackTable(bytes, "it", most), InputError).message;
}

Deno.test("unpackTable: plain, gzipped (also in several members) and zipped CSV", () => {
  assertEquals(unpacked(BYTES), TEXT);
  assertEquals(unpacked(gzip(BYTES)), TEXT);
  assertEquals(unpacked(Uint8Array.of(...gzip("id,name\n"), ...gzip("1,lamp\n"))), TEXT);
  assertEquals(unpacked(zipOf({ "lines.csv": TEXT })), TEXT);
  assertEquals(unpacked(zipOf({ "a/LINES.CSV": TEXT, "__MACOSX/a/LINES.CSV": "x" })), TEXT);
});

Deno.test("unpackTable: Parquet and Excel are told by their first bytes, all else is text", () => {
  assertEquals(unpackTable(new TextEncoder().encode("PAR1..."), "it").format, "parquet");
  assertEquals(unpackTable(new Uint8Array(0), "it").format, "csv");
  assertEquals(unpackTable(workbookBytes(""), "it").format, "excel");
});

Deno.test("unpackTable: a workbook in a zip archive or in gzip is unpacked as it is", () => {
  const workbook = workbookBytes(textRows(["id", "name"], ["1", "lamp"]));
  const packed = [
    gzip(workbook),
    Uint8Array.from(zipSync({ "read me.txt": BYTES, "Online Retail.xlsx": workbook })),
  ];
  for (const bytes of packed) {
    assertEquals(unpackTable(bytes, "it"), { bytes: workbook, format: "excel" });
  }
});

Deno.test("unpackTable: what is compressed twice is refused, so that nothing unpacks for ever", () => {
  const twice = [
    gzip(gzip(BYTES)),
    gzip(zipOf({ "a.csv": TEXT })),
    Uint8Array.from(zipSync({ "a.csv": zipOf({ "a.csv": TEXT }) })),
  ];
  for (const bytes of twice) assertStringIncludes(refused(bytes), "it is compressed twice");
});

Deno.test("unpackTable: an archive without a table, or with several, says what it holds", () => {
  assertStringIncludes(refused(zipOf({ "read me.md": "x" })), "no tables in it");
  assertStringIncludes(refused(zipOf({ "read me.md": "x" })), "holds read me.md");
  assertStringIncludes(refused(zipOf({ "a.csv": TEXT, "b.xlsx": TEXT })), "2 tables in it");
});

Deno.test("unpackTable: bombs are refused on their declared and on their real size", () => {
  const most = 1000, zeros = "0".repeat(100_000);
  assertStringIncludes(refused(gzip(zeros), most), "more than 1,000 bytes");
  assertStringIncludes(refused(zipOf({ "a.csv": zeros }), most), "more than 1,000 bytes");
  assertStringIncludes(
    refused(zipOf({ "a.csv": zeros }, { bytes: 10 }), most),
    "a.csv unpacks to more than the 10 bytes that it declares",
  );
});

Deno.test("unpackTable: damage is found", () => {
  const gzipped = gzip(BYTES), zip = zipOf({ "a.csv": TEXT });
  assertStringIncludes(refused(gzipped.subarray(0, -4)), "damaged gzip");
  assertStringIncludes(refused(gzipped.with(-5, gzipped.at(-5)! ^ 1)), "damaged gzip");
  assertStringIncludes(
    refused(zipOf({ "a.csv": TEXT }, { crc: 1 })),
    "is damaged (in its part a.csv)",
  );
  assertStringIncludes(
    refused(zipOf({ "a.csv": TEXT }, { bytes: 900 })),
    "is damaged (in its part a.csv)",
  );
  assertStringIncludes(
    refused(zipOf({ "a.csv": TEXT }, { method: 14 })),
    "unsupported compression",
  );
  for (let length = 4; length < zip.length; length++) {
    assertStringIncludes(refused(zip.subarray(0, length)), "it is cut off");
  }
});
