import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { migrationRows } from "../../src/report/migration_rows.ts";
import { readMigration } from "../../src/report/read_migration.ts";
import { renderReport } from "../../src/report/render_report.ts";
import type { ReportMigration } from "../../src/report/report_migration.ts";
import { NO_DATA } from "../../src/words/sentences.ts";
import { exampleInput } from "./example_input.ts";

const migration: ReportMigration = {
  from: "2011-09-10",
  to: "2011-12-10",
  days: 91,
  segments: ["High-value customers", "Infrequent shoppers"],
  customers: [[700, 30], [90, 1180]],
  revenue: [[5_600_000, 40_000], [180_000, 520_000]],
  no_purchase_since: [[150, 30], [0, 900]],
  entries: { customers: [25, 230], revenue: [41_000, 69_000] },
  exits: { customers: [0, 0], revenue: [0, 0] },
  share_stayed: 0.94,
  population_stability: [
    { feature: "recency_days", psi: 0.123, by_chance: 0.009, reading: "shifted a little" },
  ],
  advice: { because: "The fitted segmentation still holds: no feature shifted." },
};
const words = (page: string) =>
  page.replace(/<style>[\s\S]*?<\/style>/, "").replace(/<svg[\s\S]*?<\/svg>/g, "")
    .replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

Deno.test("migration: the report shows the flow, both matrices, the indices and the advice", () => {
  const page = renderReport({ ...exampleInput(), currency: "£", migration });
  const text = words(page);
  for (
    const word of [
      "Who moved, from 10 Sep 2011 to 10 Dec 2011",
      "700 (£5.6M)",
      "230 (£69K)",
      "0.123",
      "shifted a little",
      "94\u00a0% of 2,000 customers are in the segment where they were",
      "the largest move is 90 from Infrequent shoppers to High-value customers",
      "The fitted segmentation still holds",
    ]
  ) assertStringIncludes(text, word.replace("\u00a0", " "));
  assertStringIncludes(page, "no purchase since");
});

Deno.test("migration: too short a file is said, and nothing where nobody asked", () => {
  const reason = "Not enough data: the file covers 40 days.";
  const short = { ...exampleInput(), migration: { kind: "not_enough_data", reason } as const };
  assertStringIncludes(words(renderReport(short)), `Who moved: ${reason}`);
  assert(!words(renderReport(exampleInput())).includes("Who moved"));
});

Deno.test("migration: hostile names are escaped, missing numbers are said", () => {
  const segments = [`</svg><script>alert("x")</script>`, "Infrequent shoppers"];
  assert(
    !renderReport({ ...exampleInput(), migration: { ...migration, segments } })
      .includes("<script"),
  );
  const none = JSON.parse(JSON.stringify(migration, (_, v) => typeof v === "number" ? null : v));
  const text = words(renderReport({ ...exampleInput(), migration: none }));
  assert(!/NaN|undefined|\bnull\b|Infinity/.test(text));
});

Deno.test("readMigration: one sentence, whatever the order of the rows, and where nobody moved", () => {
  const rows = migrationRows(migration);
  assertEquals(readMigration(rows.toReversed()), readMigration(rows));
  assertEquals(readMigration([]), NO_DATA);
  assertEquals(
    readMigration([{ from: "A", to: "A", customers: 1, no_purchase_since: 1 }]),
    "100\u00a0% of 1 customer are in the segment where they were; nobody moved.",
  );
});
