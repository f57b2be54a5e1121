import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { segmentMigrationFigure } from "../../../src/figures/segments/segment_migration.ts";
import { html } from "../../../src/report/parts/html.ts";
import { renderReport } from "../../../src/report/render_report.ts";
import { migration as section } from "../../../src/report/sections/migration.ts";
import type { FollowedSegments } from "../../../src/segmentation/follow_segments.ts";
import { NO_DATA } from "../../../src/words/sentences.ts";
import { exampleRun, NOT_ENOUGH } from "../example_run.ts";

const migration: FollowedSegments = {
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
  share_same_by_older_model: 0.9,
  population_stability: [
    { feature: "recency_days", psi: 0.123, by_chance: 0.009, reading: "shifted a little" },
  ],
  advice: { refit: false, because: "The fitted segmentation still holds: no feature shifted." },
};
const pageOf = (result: FollowedSegments) =>
  renderReport({ ...exampleRun(), currency: "£", migration: { kind: "result", result } });
const sectionOf = (result: FollowedSegments) =>
  html`${section({ kind: "result", result }, "£")}`.markup;
const words = (page: string) =>
  page.replace(/<style>[\s\S]*?<\/style>/, "").replace(/<svg[\s\S]*?<\/svg>/g, "")
    .replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

Deno.test("migration: the report shows the flow, both matrices, the indices and the advice", () => {
  const page = pageOf(migration);
  const text = words(page);
  for (
    const word of [
      "Who moved, from 10 Sep 2011 to 10 Dec 2011",
      "700 (£5.6M)",
      "230 (£69K)",
      "0.123",
      "shifted a little",
      "94\u00a0% of 2,000 customers stayed in their segment",
      "the largest move is 90 from Infrequent shoppers to High-value customers",
      "The fitted segmentation still holds",
    ]
  ) assertStringIncludes(text, word.replace("\u00a0", " "));
  assertStringIncludes(page, "no purchase since");
});

Deno.test("migration: too short a file is said, and nothing where there are no segments", () => {
  const reason = "the file covers 40 days.";
  const short = { ...exampleRun(), migration: { kind: "not_enough_data", reason } as const };
  assertStringIncludes(words(renderReport(short)), `Who moved: Not enough data: ${reason}`);
  const unsegmented = { ...short, segmentation: NOT_ENOUGH };
  assert(!words(renderReport(unsegmented)).includes("Who moved"));
});

Deno.test("migration: hostile names are escaped, missing numbers are said", () => {
  const segments = [`</svg><script>alert("x")</script>`, "Infrequent shoppers"];
  assert(!sectionOf({ ...migration, segments }).includes("<script"));
  const none = JSON.parse(JSON.stringify(migration, (_, v) => typeof v === "number" ? null : v));
  const text = words(sectionOf(none));
  assert(!/NaN|undefined|\bnull\b|Infinity/.test(text));
});

Deno.test("segmentMigrationFigure: one caption, whatever the order of the segments, and where nobody moved", () => {
  const turned = <T>(list: readonly T[]) => list.toReversed();
  const { entries, exits } = migration;
  const reversed = {
    ...migration,
    segments: turned(migration.segments),
    customers: turned(migration.customers).map(turned),
    no_purchase_since: turned(migration.no_purchase_since).map(turned),
    entries: { ...entries, customers: turned(entries.customers) },
    exits: { ...exits, customers: turned(exits.customers) },
  };
  const caption = (of: typeof reversed) => segmentMigrationFigure(of).caption;
  assertEquals(caption(reversed), segmentMigrationFigure(migration).caption);
  const nobody = { customers: [], revenue: [] };
  const empty = { ...reversed, segments: [], customers: [], entries: nobody, exits: nobody };
  assertEquals(caption(empty), NO_DATA);
  const one = { customers: [0], revenue: [0] };
  assertEquals(
    caption({
      ...empty,
      segments: ["A"],
      customers: [[1]],
      no_purchase_since: [[1]],
      entries: one,
      exits: one,
    }),
    "100\u00a0% of 1 customer stayed in their segment; nobody moved.",
  );
});
