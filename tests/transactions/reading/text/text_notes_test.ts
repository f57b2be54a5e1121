import { mendedNote, titlesNote } from "../../../../src/transactions/reading/text/text_notes.ts";
import { assertEquals } from "@std/assert";

Deno.test("titlesNote: says which line was taken as the header", () => {
  assertEquals(titlesNote("a.csv", 1, []), []);
  assertEquals(
    titlesNote("a.csv", 3, ["Sales"])[0].sentence,
    'a.csv: took line 3 as the header and passed over 1 title above it ("Sales").',
  );
});

Deno.test("mendedNote: says how many lines were read as Windows-1252, and where the first is", () => {
  assertEquals(
    mendedNote("a.csv", { count: 2, first: { line: 7, text: "café" } }).sentence,
    'a.csv: 2 lines of this UTF-8 file are not UTF-8 and were read as Windows-1252 (first: line 7, "café").',
  );
});
