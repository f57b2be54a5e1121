import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { readCalibration } from "../../src/report/read_calibration.ts";
import { readCohorts } from "../../src/report/read_cohorts.ts";
import { readCountries } from "../../src/report/read_countries.ts";
import { readImportance } from "../../src/report/read_importance.ts";
import { readPareto } from "../../src/report/read_pareto.ts";
import { readRecommendations } from "../../src/report/read_recommendations.ts";
import { readRevenueByMonth } from "../../src/report/read_revenue_by_month.ts";
import { readRevenueDeciles } from "../../src/report/read_revenue_deciles.ts";
import { readRfmSegments } from "../../src/report/read_rfm_segments.ts";
import { readRoc } from "../../src/report/read_roc.ts";
import { readSegmentProfiles } from "../../src/report/read_segment_profiles.ts";
import { readSegmentSizes } from "../../src/report/read_segment_sizes.ts";
import { readSelection } from "../../src/report/read_selection.ts";
import { readTask } from "../../src/report/read_task.ts";
import { readTopProducts } from "../../src/report/read_top_products.ts";
import { readWeekdayHours } from "../../src/report/read_weekday_hours.ts";
import { NO_DATA } from "../../src/report/sentences.ts";
import { exampleInput } from "./example_input.ts";

const input = exampleInput();
const recommendations = [{
  model: "item_cosine",
  task: "new items",
  baseline: false,
  ndcg_at_10: 0.1,
  recall_at_10: 0.05,
  hit_rate_at_10: 0.5,
}];

type Read = (rows: readonly never[]) => string;
const readings: [string, Read, readonly object[]][] = [
  ["readRevenueByMonth", readRevenueByMonth, input.months],
  ["readWeekdayHours", readWeekdayHours, input.weekdayHours],
  ["readCohorts", readCohorts, input.cohorts],
  ["readPareto", readPareto, input.pareto],
  ["readCountries", readCountries, input.countries],
  ["readTopProducts", readTopProducts, input.topProducts],
  ["readSelection", (rows) => readSelection(rows, 4), input.selection],
  ["readSegmentSizes", readSegmentSizes, input.segments],
  ["readSegmentProfiles", readSegmentProfiles, input.segmentProfiles],
  ["readRfmSegments", readRfmSegments, input.rfmSegments],
  ["readRoc", readRoc, input.roc.churn],
  ["readCalibration", readCalibration, input.calibration.churn],
  ["readImportance", readImportance, input.importance.churn],
  ["readRevenueDeciles", readRevenueDeciles, input.revenueDeciles],
  ["readRecommendations", readRecommendations, recommendations],
];

for (const [name, read, rows] of readings) {
  const readAny = read as unknown as (rows: readonly object[]) => string;

  Deno.test(`${name}: is one sentence in words, whatever the order of the rows`, () => {
    const sentence = readAny(Object.freeze(rows.map((row) => Object.freeze({ ...row }))));
    assertMatch(sentence, /^[A-Z0-9].*\.$/);
    assert(!/NaN|undefined|null|Infinity/.test(sentence), sentence);
    assert(!/\d\.\d{4,}/.test(sentence), `raw decimals: ${sentence}`);
    if (name !== "readRoc") assertEquals(readAny([...rows].reverse()), sentence);
  });

  Deno.test(`${name}: says so where there is no data, and reads a single row`, () => {
    assertEquals(readAny([]), NO_DATA);
    for (const row of rows.slice(0, 3)) {
      assert(!/NaN|undefined|null|Infinity/.test(readAny([row])), readAny([row]));
      const missing = Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, typeof value === "number" ? NaN : value]),
      );
      assert(!/NaN|undefined|null|Infinity/.test(readAny([missing])), readAny([missing]));
    }
  });
}

Deno.test("readRevenueByMonth: a file of incomplete months compares nothing", () => {
  const row = { month: "2011-12", revenue: 5, invoices: 1, customers: 1, complete: false };
  assertEquals(
    readRevenueByMonth([row]),
    "No month is covered whole by the file: Dec 2011 cannot be compared.",
  );
});

Deno.test("readCohorts: leaves out the incomplete month (cohort 2011-11, one month later)", () => {
  // 2011-10: 10 of 100 come back in November; 2011-11: 1 of 100 in the few days of December.
  const rows = [
    { cohort: "2011-10", age_months: 1, customers: 10, share: 0.1 },
    { cohort: "2011-11", age_months: 1, customers: 1, share: 0.01 },
  ];
  assertStringIncludes(readCohorts(rows, "2011-12"), "10.0\u00a0% buy again");
  assertStringIncludes(readCohorts(rows), "5.5\u00a0% buy again");
});

Deno.test("readCalibration: names the side of the error, weighted by customers", () => {
  // (0.5 − 0.6) × 90 + (0.5 − 0.5) × 10, by 100: −0.09.
  const rows = [
    { model: "m", mean_predicted: 0.5, observed: 0.6, count: 90 },
    { model: "m", mean_predicted: 0.5, observed: 0.5, count: 10 },
  ];
  assertStringIncludes(readCalibration(rows), "9.0 percentage points too low");
});

Deno.test("readTask: a model that does not beat the baseline is called no better", () => {
  const models = [
    { model: "forest", baseline: false, roc_auc: 0.7 },
    { model: "frequency", baseline: true, roc_auc: 0.7 },
  ];
  const task = { kind: "classification", customers: 10, positive_rate: 0.5, models } as const;
  assertStringIncludes(readTask(task).sentence, "no better than the best baseline");
});

Deno.test("readTask: says where R² and absolute error name different winners", () => {
  const models = [
    { model: "forest", baseline: false, mae: 600, r2: 0.3 },
    { model: "last_period", baseline: true, mae: 610, r2: 0.5 },
  ];
  const { figure, sentence } = readTask({ kind: "regression", customers: 9, models }, "£");
  assertEquals(figure, "£600");
  assertStringIncludes(sentence, "better than the best baseline (last period, £610). By R²");
});

Deno.test("readTask: missing, unmeasured and empty tasks are said in words", () => {
  assertEquals(readTask(undefined).sentence, "This was not measured in this run.");
  const reason = "the file covers 40 days, 182 are needed.";
  assertEquals(
    readTask({ kind: "not_enough_data", reason }).sentence,
    `Not enough data: ${reason}`,
  );
  const empty = readTask({ kind: "ranking", customers: 0, models: [] });
  assertEquals(empty.sentence, "Not enough data: no model could be measured.");
});
