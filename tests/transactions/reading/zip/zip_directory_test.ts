import { strToU8, zipSync } from "fflate";
import {
  readZipDirectory,
  tooLarge,
  ZIP_LIMITS,
} from "../../../../src/transactions/reading/zip/zip_directory.ts";
import { assertEquals } from "@std/assert";

Deno.test("readZipDirectory: reads the central directory of a zip archive, with zip64", () => {
  const archive = zipSync({ "a.txt": strToU8("a".repeat(1000)) });
  const [entry] = readZipDirectory(archive, "a.zip", ZIP_LIMITS);
  assertEquals([entry.name, entry.unpacked], ["a.txt", 1000]);
});

Deno.test("tooLarge: the refusal of a file that unpacks to more than is sensible", () => {
  const { message } = tooLarge("a.xlsx", 5000);
  const reason = "it unpacks to more than 5,000 bytes; split it, or save it as plain CSV.";
  assertEquals(message, `a.xlsx is refused: ${reason}`);
});
