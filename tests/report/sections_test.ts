import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Markup } from "../../src/report/parts/html.ts";
import type { RunResult } from "../../src/pipeline/run_pipeline.ts";
import { assortment } from "../../src/report/sections/assortment.ts";
import { caveats } from "../../src/report/sections/caveats.ts";
import { customers } from "../../src/report/sections/customers.ts";
import { decisions } from "../../src/report/sections/decisions.ts";
import { findings } from "../../src/report/sections/findings.ts";
import { forecast } from "../../src/report/sections/forecast.ts";
import { incoming } from "../../src/report/sections/incoming.ts";
import { offers } from "../../src/report/sections/offers.ts";
import { overTime } from "../../src/report/sections/over_time.ts";
import { predictions } from "../../src/report/sections/predictions.ts";
import { returned } from "../../src/report/sections/returned.ts";
import { segmentEvidence } from "../../src/report/sections/segment_evidence.ts";
import { worth } from "../../src/report/sections/worth.ts";
import { NOT_ENOUGH, smallRun } from "./example_run.ts";

/** A run in which no stage found anything. */
const nothing = (): RunResult => ({ ...smallRun(), exploration: NOT_ENOUGH, offers: NOT_ENOUGH });

const cases: [(run: RunResult) => Markup, string][] = [
  [caveats, "Not enough data: the file is empty."],
  [customers, "Not enough data: 2 customers, 2 distinct; segments need 20"],
  [decisions, "Whom to contact: Not enough data: testing predictions over 91 days"],
  [findings, "<h1>What the transactions say about the customers</h1>"],
  [findings, "Not enough data: testing predictions over 91 days"],
  [forecast, "Revenue forecast: Not enough data: 0 whole months"],
  [incoming, "add up"],
  [offers, "not enough data"],
  [predictions, "Not enough data: testing predictions over 91 days"],
  [returned, "not enough data"],
  [segmentEvidence, "not enough data to examine segments"],
  [worth, "Holdout purchases. Not enough data: no line lies before 2 Feb 2024"],
];

for (const [section, sentence] of cases) {
  Deno.test(`${section.name}: where nothing was found out, "${sentence}"`, () => {
    assertStringIncludes(section(nothing()).markup, sentence);
  });
}

Deno.test("assortment, overTime: every figure says that there is not enough data", () => {
  const missing = "There is not enough data for this figure.</figcaption>";
  const count = (section: Markup) => section.markup.split(missing).length - 1;
  assertEquals([count(assortment(nothing())), count(overTime(nothing()))], [7, 4]);
});

Deno.test("caveats: what a stage warns of, and the files that were read", () => {
  const { markup } = caveats(smallRun());
  assertStringIncludes(markup, "The file covers less than two years");
  assertStringIncludes(markup, "Input: shop.csv, 2 lines.");
  assert(!markup.includes("undefined"));
});
