import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { outcomeInWords } from "../../src/report/outcome_in_words.ts";
import { outlierTable } from "../../src/report/outlier_table.ts";
import { readBaskets } from "../../src/report/read_baskets.ts";
import { readCalibration } from "../../src/report/read_calibration.ts";
import { readCohorts } from "../../src/report/read_cohorts.ts";
import { readComponentsMap } from "../../src/report/read_components_map.ts";
import { readCountries } from "../../src/report/read_countries.ts";
import { readImportance } from "../../src/report/read_importance.ts";
import { readNewAndReturning } from "../../src/report/read_new_and_returning.ts";
import { readOutliers } from "../../src/report/read_outliers.ts";
import { readPareto } from "../../src/report/read_pareto.ts";
import { readPriceBands } from "../../src/report/read_price_bands.ts";
import { readProductChanges } from "../../src/report/read_product_changes.ts";
import { readRecommendations } from "../../src/report/read_recommendations.ts";
import { readReturnedProducts } from "../../src/report/read_returned_products.ts";
import { readReturnsByMonth } from "../../src/report/read_returns_by_month.ts";
import { readRevenueByMonth } from "../../src/report/read_revenue_by_month.ts";
import { readRevenueDeciles } from "../../src/report/read_revenue_deciles.ts";
import { readRfmSegments } from "../../src/report/read_rfm_segments.ts";
import { readRoc } from "../../src/report/read_roc.ts";
import { readSegmentProfiles } from "../../src/report/read_segment_profiles.ts";
import { readSegmentSizes } from "../../src/report/read_segment_sizes.ts";
import { readSelection } from "../../src/report/read_selection.ts";
import { readSilhouetteBlades } from "../../src/report/read_silhouette_blades.ts";
import { readSnakePlot } from "../../src/report/read_snake_plot.ts";
import { readTask } from "../../src/report/read_task.ts";
import { readTopProducts } from "../../src/report/read_top_products.ts";
import { readWeekdayHours } from "../../src/report/read_weekday_hours.ts";
import { NO_DATA } from "../../src/words/sentences.ts";
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

const evidence = input.segmentEvidence!;

type Read = (rows: readonly never[]) => string;
const readings: [string, Read, readonly object[]][] = [
  ["readRevenueByMonth", readRevenueByMonth, input.months],
  ["readWeekdayHours", readWeekdayHours, input.weekdayHours],
  ["readCohorts", readCohorts, input.cohorts],
  ["readPareto", readPareto, input.pareto],
  ["readCountries", readCountries, input.countries],
  ["readTopProducts", readTopProducts, input.topProducts],
  ["readNewAndReturning", readNewAndReturning, input.newAndReturning],
  ["readProductChanges", readProductChanges, input.productChanges],
  ["readPriceBands", readPriceBands, input.priceBands],
  ["readReturnsByMonth", readReturnsByMonth, input.returnsByMonth],
  ["readReturnedProducts", readReturnedProducts, input.returnedProducts],
  ["readOutliers", readOutliers, input.outliers],
  ["readSelection", (rows) => readSelection(rows, 4), input.selection],
  ["readSegmentSizes", readSegmentSizes, input.segments],
  ["readSegmentProfiles", readSegmentProfiles, input.segmentProfiles],
  ["readSilhouetteBlades", readSilhouetteBlades, evidence.silhouettes],
  [
    "readComponentsMap",
    (loadings) => readComponentsMap({ ...evidence.components, loadings }),
    evidence.components.loadings,
  ],
  ["readSnakePlot", readSnakePlot, evidence.snake],
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

Deno.test("readNewAndReturning: in a file of one month nobody can have come back", () => {
  assertStringIncludes(readNewAndReturning(input.newAndReturning.slice(0, 1)), "one month");
  const sentence = readNewAndReturning(input.newAndReturning);
  assertStringIncludes(
    sentence,
    "88\u00a0% of the revenue in Nov 2011, after 49\u00a0% in Jan 2011",
  );
});

Deno.test("readBaskets: says which way the mean is pulled, or that it is not", () => {
  const spread = { median: 100, mean: 101, p90: 150, largest: 900, bins: [] };
  assertStringIncludes(readBaskets(spread), "near the middle one, 1\u00a0% away");
  assertStringIncludes(readBaskets({ ...spread, mean: 300 }), "pulled up by the largest");
  assertStringIncludes(readBaskets({ ...spread, mean: 60 }), "pulled down by many small ones");
  assertEquals(readBaskets(null), NO_DATA);
  assertEquals(readBaskets({ ...spread, median: NaN }), NO_DATA);
});

Deno.test("readReturnsByMonth: nothing returned is said, and names no month", () => {
  const none = input.returnsByMonth.map((row) => ({ ...row, returned: 0, returned_share: 0 }));
  assertEquals(readReturnsByMonth(none), "Nothing came back in the months of this file.");
});

Deno.test("readProductChanges: only what rose or fell is named, with its windows", () => {
  const windows = { before: "2011-06-10", after: "2011-09-09", until: "2011-12-09" };
  const rising = input.productChanges.filter(({ change }) => change > 0);
  const sentence = readProductChanges(rising, windows);
  assertStringIncludes(sentence, "From 9 Sep 2011 up to 9 Dec 2011");
  assert(!sentence.includes("falls"));
  const still = { ...rising[0], change: 0 };
  assertStringIncludes(readProductChanges([still]), "No product sells for more or less");
});

Deno.test("readOutliers: counts add up, and the bird order is among the cancelled", () => {
  const sentence = readOutliers(input.outliers, "£");
  assertStringIncludes(sentence, "Of the 8 lines");
  assertStringIncludes(sentence, "3 were cancelled, 3 were kept and 2 name no customer");
  assertStringIncludes(sentence, "£284,623");
  const kept = input.outliers.filter(({ cancelled_by }) => cancelled_by === "");
  assert(!readOutliers(kept).includes("cancelled,"));
  const followed = kept.filter(({ customer_id }) => customer_id !== "");
  assertEquals(
    readOutliers(followed),
    "The 3 lines furthest above the median line were kept.",
  );
});

Deno.test("readOutliers: ordinary lines do not stand out, and the table shows none", () => {
  const ordinary = input.outliers.map((line) => (
    { ...line, times_median_quantity: 2, times_median_revenue: 9.9 }
  ));
  assertStringIncludes(readOutliers(ordinary), "No line has 10 times the pieces");
  assertEquals(outlierTable(ordinary), null);
  const [one, ...others] = ordinary;
  const rows = [{ ...one, times_median_revenue: 10 }, ...others];
  assertEquals(outlierTable(rows)?.markup.match(/<th scope="row"/g)?.length, 1);
});

Deno.test("outcomeInWords: the time until the cancellation in a fitting unit", () => {
  const [line] = input.outliers;
  const after = (minutes: number, invoice_date = line.invoice_date) =>
    outcomeInWords({ ...line, invoice_date, minutes_until_cancelled: minutes });
  assertEquals(after(1), "cancelled 1 minute later by C581484");
  assertEquals(after(180), "cancelled 3 hours later by C581484");
  assertEquals(after(4320), "cancelled 3 days later by C581484");
  assertEquals(after(0), "cancelled at once by C581484");
  assertEquals(after(0, "2011-12-09T00:00"), "cancelled on the same day by C581484");
  assertEquals(outcomeInWords({ ...line, cancelled_by: "" }), "kept");
  const fee = { ...line, cancelled_by: "", customer_id: "", is_service: true };
  assertEquals(outcomeInWords(fee), "kept, a service or an adjustment; it names no customer");
});

Deno.test("readSilhouetteBlades: says most, all or the largest part of the misplaced, and where there are none", () => {
  const rows = (...counts: number[]) =>
    counts.flatMap((below, cluster) =>
      Array.from({ length: 4 }, (_, i) => (
        { cluster, segment: `S${cluster}`, silhouette: i < below ? -0.1 : 0.5 }
      ))
    );
  assertStringIncludes(readSilhouetteBlades(rows(2, 0, 0)), "all of them in S0");
  assertStringIncludes(readSilhouetteBlades(rows(1, 3, 1)), "most of them in S1");
  assertStringIncludes(readSilhouetteBlades(rows(1, 1, 2)), "the largest part of them in S2");
  assertStringIncludes(readSilhouetteBlades(rows(0, 0, 0)), "No customer is nearer to another");
});

Deno.test("readComponentsMap: an axis is named after the largest loadings, whatever their sign", () => {
  const sentence = readComponentsMap({
    points: evidence.components.points,
    loadings: [
      { feature: "frequency", x: -0.75, y: 0.1 },
      { feature: "recency_days", x: 0.65, y: 0.2 },
      { feature: "monetary_value", x: 0.5, y: -0.97 },
    ],
    explained: [0.6, 0.25],
  });
  assertStringIncludes(
    sentence,
    "mostly in frequency and recency, from bottom to top in total spend",
  );
  assertStringIncludes(sentence, "85\u00a0% of all differences");
});
