import { assertEquals } from "@std/assert";
import { openZip } from "../../../../src/transactions/reading/zip/open_zip.ts";
import { ZIP_LIMITS } from "../../../../src/transactions/reading/zip/zip_directory.ts";

/** An archive with a folder, a deflated and a stored file, and a comment. */
const BY_PYTHON = Uint8Array.fromBase64(
  "UEsDBBQAAAAAAAAAZkcAAAAAAAAAAAAAAAAHAAAAZm9sZGVyL1BLAwQUAAAACAAAAGZHLthLcxIAAACUAAAAEAAA" +
    "AGZvbGRlci9saW5lcy5jc3bLTNHJS8xN5TLUyUnMLRgcFABQSwMEFAAAAAAAAABmR4HLGXsKAAAACgAAAAsAAABy" +
    "ZWFkIG1lLnR4dHR3byB0YWJsZXNQSwECFAMUAAAAAAAAAGZHAAAAAAAAAAAAAAAABwAAAAAAAAAAAAAAgAEAAAAA" +
    "Zm9sZGVyL1BLAQIUAxQAAAAIAAAAZkcu2EtzEgAAAJQAAAAQAAAAAAAAAAAAAACAASUAAABmb2xkZXIvbGluZXMu" +
    "Y3N2UEsBAhQDFAAAAAAAAABmR4HLGXsKAAAACgAAAAsAAAAAAAAAAAAAAIABZQAAAHJlYWQgbWUudHh0UEsFBgAA" +
    "AAADAAMArAAAAJgAAAAPAG1hZGUgYnkgemlwZmlsZQ==",
);

Deno.test("openZip: an archive made by Python's zipfile, whole and in pieces", () => {
  const archive = openZip(BY_PYTHON, "it", ZIP_LIMITS);
  assertEquals(archive.names, ["folder/", "folder/lines.csv", "read me.txt"]);
  const text = (name: string) => new TextDecoder().decode(archive.read(name));
  assertEquals(text("folder/lines.csv"), `id,name\n${"1,lamp\n".repeat(20)}`);
  assertEquals(text("READ ME.txt"), "two tables");
  let inPieces = "";
  archive.unpack("read me.txt", (piece) => inPieces += new TextDecoder().decode(piece));
  assertEquals(inPieces, "two tables");
});
