import { gzipSync } from "node:zlib";
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { InputError } from "../../../src/transactions/input_error.ts";
import { listZip, readZipMember } from "../../../src/transactions/reading/read_zip_member.ts";
import { unpackTable } from "../../../src/transactions/reading/unpack_table.ts";
import { zipOf } from "../../zip_of.ts";

const TEXT = "id,name\n1,lamp\n";
const BYTES = new TextEncoder().encode(TEXT);

/** An archive with a folder, a deflated and a stored file, and a comment. */
const BY_PYTHON = Uint8Array.fromBase64(
  "UEsDBBQAAAAAAAAAZkcAAAAAAAAAAAAAAAAHAAAAZm9sZGVyL1BLAwQUAAAACAAAAGZHLthLcxIAAACUAAAAEAAA" +
    "AGZvbGRlci9saW5lcy5jc3bLTNHJS8xN5TLUyUnMLRgcFABQSwMEFAAAAAAAAABmR4HLGXsKAAAACgAAAAsAAABy" +
    "ZWFkIG1lLnR4dHR3byB0YWJsZXNQSwECFAMUAAAAAAAAAGZHAAAAAAAAAAAAAAAABwAAAAAAAAAAAAAAgAEAAAAA" +
    "Zm9sZGVyL1BLAQIUAxQAAAAIAAAAZkcu2EtzEgAAAJQAAAAQAAAAAAAAAAAAAACAASUAAABmb2xkZXIvbGluZXMu" +
    "Y3N2UEsBAhQDFAAAAAAAAABmR4HLGXsKAAAACgAAAAsAAAAAAAAAAAAAAIABZQAAAHJlYWQgbWUudHh0UEsFBgAA" +
    "AAADAAMArAAAAJgAAAAPAG1hZGUgYnkgemlwZmlsZQ==",
);

const unpacked = (bytes: Uint8Array) => new TextDecoder().decode(unpackTable(bytes, "it").bytes);

function refused(bytes: Uint8Array, most?: number): string {
  return assertThrows(() => unpackTable(bytes, "it", most), InputError).message;
}

Deno.test("unpackTable: plain, gzipped (also in several members) and zipped CSV", () => {
  assertEquals(unpacked(BYTES), TEXT);
  assertEquals(unpacked(gzipSync(BYTES)), TEXT);
  assertEquals(unpacked(Uint8Array.of(...gzipSync("id,name\n"), ...gzipSync("1,lamp\n"))), TEXT);
  assertEquals(unpacked(zipOf({ "lines.csv": TEXT })), TEXT);
  assertEquals(unpacked(zipOf({ "a/LINES.CSV": TEXT, "__MACOSX/a/LINES.CSV": "x" })), TEXT);
});

Deno.test("unpackTable: Parquet is told by its first bytes, all else is text", () => {
  assertEquals(unpackTable(new TextEncoder().encode("PAR1..."), "it").format, "parquet");
  assertEquals(unpackTable(new Uint8Array(0), "it").format, "csv");
});

Deno.test("unpackTable: an archive without a CSV, or with several, says what it holds", () => {
  assertStringIncludes(refused(zipOf({ "Online Retail.xlsx": "x" })), "no CSV files");
  assertStringIncludes(refused(zipOf({ "Online Retail.xlsx": "x" })), "holds Online Retail.xlsx");
  assertStringIncludes(refused(zipOf({ "a.csv": TEXT, "b.csv": TEXT })), "2 CSV files");
});

Deno.test("unpackTable: bombs are refused on their declared and on their real size", () => {
  const most = 1000, zeros = "0".repeat(100_000);
  assertStringIncludes(refused(gzipSync(zeros), most), "more than 1,000 bytes");
  assertStringIncludes(refused(zipOf({ "a.csv": zeros }), most), "more than 1,000 bytes");
  assertStringIncludes(refused(zipOf({ "a.csv": zeros }, { bytes: 10 }), most), "damaged");
});

Deno.test("unpackTable: damage is found", () => {
  const gzip = gzipSync(BYTES), zip = zipOf({ "a.csv": TEXT });
  assertStringIncludes(refused(gzip.subarray(0, -4)), "damaged gzip");
  assertStringIncludes(refused(gzip.with(-5, gzip.at(-5)! ^ 1)), "damaged gzip");
  assertStringIncludes(refused(zipOf({ "a.csv": TEXT }, { crc: 1 })), "damaged zip");
  assertStringIncludes(refused(zipOf({ "a.csv": TEXT }, { bytes: 900 })), "damaged zip");
  assertStringIncludes(refused(zipOf({ "a.csv": TEXT }, { method: 14 })), "in a rare way");
  for (let length = 4; length < zip.length; length++) {
    assertStringIncludes(refused(zip.subarray(0, length)), "damaged zip");
  }
});

Deno.test("listZip and readZipMember: an archive made by Python's zipfile", () => {
  const members = listZip(BY_PYTHON, "it");
  assertEquals(members.map(({ name, method }) => [name, method]), [
    ["folder/lines.csv", 8],
    ["read me.txt", 0],
  ]);
  const [table, note] = members.map((member) =>
    new TextDecoder().decode(readZipMember(BY_PYTHON, member, 1000, "it"))
  );
  assertEquals([table, note], [`id,name\n${"1,lamp\n".repeat(20)}`, "two tables"]);
});
