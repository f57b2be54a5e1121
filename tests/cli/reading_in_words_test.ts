import { assertEquals } from "@std/assert";
import { readingInWords } from "../../src/cli/reading_in_words.ts";

Deno.test("readingInWords: a line per column with its evidence, and the notes", () => {
  const taken = { input: "shop.csv", found_by: "by its name" };
  assertEquals(
    readingInWords({
      columns: [
        { ...taken, column: "quantity", header: "Qty", evidence: [] },
        { ...taken, column: "line_total", header: "Total", evidence: ["it is the sum"] },
      ],
      notes: [{ topic: "amounts", sentence: "What was paid is Total." }],
    }),
    [
      "How shop.csv was read:",
      "  quantity    ← Qty    by its name",
      "  line_total  ← Total  by its name; it is the sum",
      "  What was paid is Total.",
    ].join("\n"),
  );
});
