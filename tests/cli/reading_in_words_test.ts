import { assertEquals } from "@std/assert";
import { readingInWords } from "../../src/cli/reading_in_words.ts";

Deno.test("readingInWords: a line per column with its evidence, and the notes", () => {
  const taken = { input: "shop.csv", found_by: "by its name" };
  assertEquals(
    readingInWords({
      columns: [
        { ...taken, column: "quantity", header: "Qty", evidence: [] },
        { ...taken, column: "line_total", header: "Total", evidence: ["it is the sum"] },
        {
          ...taken,
          column: "customer_id",
          header: "Who",
          found_by: "named with --map",
          evidence: [],
        },
      ],
      notes: [
        { topic: "amounts", sentence: "shop.csv: what was paid is Total." },
        { topic: "currency", sentence: "shop.csv: all amounts are in EUR." },
      ],
    }),
    [
      "How shop.csv was read (columns by their names):",
      "  quantity     ← Qty",
      "  line_total   ← Total  it is the sum",
      "  customer_id  ← Who    named with --map",
      "  • All amounts are in EUR.",
      "  • What was paid is Total.",
    ].join("\n"),
  );
});

Deno.test("readingInWords: files that were read alike share a table, and name themselves in notes", () => {
  const column = {
    column: "quantity",
    header: "Qty",
    found_by: "by its name",
    evidence: [],
  } as const;
  assertEquals(
    readingInWords({
      columns: [{ input: "jan.csv", ...column }, { input: "feb.csv", ...column }],
      notes: [
        { topic: "orders", sentence: "feb.csv: 2 orders came back." },
        { topic: "dates", sentence: "Dates are read day-first." },
        { topic: "dates", sentence: "Dates are read day-first." },
      ],
    }),
    [
      "How jan.csv and 1 more of its kind were read (columns by their names):",
      "  quantity  ← Qty",
      "  • feb.csv: 2 orders came back.",
      "  • Dates are read day-first.",
    ].join("\n"),
  );
});

Deno.test("readingInWords: a long list of sentences is shortened, and says where the rest is", () => {
  const notes = Array.from({ length: 30 }, (_, i) => ({
    topic: "orders" as const,
    sentence: `Order ${i} came back.`,
  }));
  const lines = readingInWords({ columns: [], notes }).split("\n");
  assertEquals(lines.length, 25);
  assertEquals(lines[24], '  • … and 6 more: see "notes" in manifest.json.');
});
