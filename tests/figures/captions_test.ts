import { gains } from "./models/model_rows.ts";
import { escapeXml } from "../../src/figures/drawing/svg_text.ts";
import { gainsAndLiftFigure } from "../../src/figures/models/gains_and_lift.ts";
import { rfmGridFigure } from "../../src/figures/segments/rfm_grid.ts";
import { cohortRevenueFigure } from "../../src/figures/sales/cohort_revenue.ts";
import type { Figure, FigureOptions } from "../../src/figures/drawing/figure.ts";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { basketDistributionFigure } from "../../src/figures/assortment/basket_distribution.ts";
import { priceBandsFigure } from "../../src/figures/assortment/price_bands.ts";
import { productChangesFigure } from "../../src/figures/assortment/product_changes.ts";
import { topProductsFigure } from "../../src/figures/assortment/top_products.ts";
import { calibrationFigure } from "../../src/figures/models/calibration.ts";
import { partialDependenceFigure } from "../../src/figures/models/partial_dependence.ts";
import { featureImportanceFigure } from "../../src/figures/models/feature_importance.ts";
import { predictedActualFigure } from "../../src/figures/models/predicted_actual.ts";
import { rocCurveFigure } from "../../src/figures/models/roc_curve.ts";
import { recommendationFigure } from "../../src/figures/recommendations/recommendation.ts";
import { returnsByMonthFigure } from "../../src/figures/returns/returns_by_month.ts";
import { returnsByProductFigure } from "../../src/figures/returns/returns_by_product.ts";
import { cohortRetentionFigure } from "../../src/figures/sales/cohort_retention.ts";
import { newAndReturningFigure } from "../../src/figures/sales/new_and_returning.ts";
import { paretoFigure } from "../../src/figures/sales/pareto.ts";
import { revenueByCountryFigure } from "../../src/figures/sales/revenue_by_country.ts";
import { revenueByMonthFigure } from "../../src/figures/sales/revenue_by_month.ts";
import { revenueByWeekdayHourFigure } from "../../src/figures/sales/revenue_by_weekday_hour.ts";
import { principalComponentsFigure } from "../../src/figures/segments/principal_components.ts";
import { segmentProfilesFigure } from "../../src/figures/segments/segment_profiles.ts";
import { segmentSizesFigure } from "../../src/figures/segments/segment_sizes.ts";
import { selectionFigure } from "../../src/figures/segments/selection.ts";
import { silhouettePlotFigure } from "../../src/figures/segments/silhouette_plot.ts";
import { snakePlotFigure } from "../../src/figures/segments/snake_plot.ts";
import { testSentence } from "../sentences.ts";
import { NO_DATA } from "../../src/words/sentences.ts";
import { exampleResults } from "../report/example_run.ts";

const { exploration, segments, selection, evidence, churn, deciles } = exampleResults();
const { rising, falling } = exploration.product_changes;
const productChanges = [...rising, ...falling];
const recommendations = [{
  model: "item_cosine",
  task: "new items",
  baseline: false,
  ndcg_at_10: 0.1,
  recall_at_10: 0.05,
  hit_rate_at_10: 0.5,
}];

type Of = (rows: readonly never[]) => Figure;
const figures: [string, Of, readonly object[]][] = [
  ["revenueByMonthFigure", revenueByMonthFigure, exploration.months],
  ["revenueByWeekdayHourFigure", revenueByWeekdayHourFigure, exploration.weekday_hours],
  ["cohortRetentionFigure", cohortRetentionFigure, exploration.cohorts],
  ["paretoFigure", paretoFigure, exploration.pareto],
  ["revenueByCountryFigure", revenueByCountryFigure, exploration.countries],
  ["topProductsFigure", topProductsFigure, exploration.top_products],
  ["newAndReturningFigure", newAndReturningFigure, exploration.new_and_returning],
  ["productChangesFigure", productChangesFigure, productChanges],
  ["priceBandsFigure", priceBandsFigure, exploration.price_bands],
  ["returnsByMonthFigure", returnsByMonthFigure, exploration.returns_by_month],
  ["returnsByProductFigure", returnsByProductFigure, exploration.returned_products],
  ["selectionFigure", (rows) => selectionFigure(rows, 4), selection],
  ["segmentSizesFigure", segmentSizesFigure, segments],
  ["segmentProfilesFigure", segmentProfilesFigure, segments],
  ["silhouettePlotFigure", silhouettePlotFigure, evidence.silhouettes],
  [
    "principalComponentsFigure",
    (loadings) => principalComponentsFigure({ ...evidence.components, loadings }),
    evidence.components.loadings,
  ],
  [
    "cohortRevenueFigure",
    cohortRevenueFigure,
    exploration.cohorts.map((row) => (
      { ...row, revenue: 300 * row.customers }
    )),
  ],
  [
    "rfmGridFigure",
    rfmGridFigure,
    [[5, "Champions"], [1, "Lost"]].map(([recency, segment]) => (
      { recency, volume: 3, segment, customers: 10 * Number(recency), revenue: 900 }
    )),
  ],
  ["gainsAndLiftFigure", gainsAndLiftFigure, gains],
  ["snakePlotFigure", snakePlotFigure, evidence.snake],
  ["rocCurveFigure", rocCurveFigure, churn.comparison.roc],
  ["calibrationFigure", calibrationFigure, churn.comparison.calibration],
  ["featureImportanceFigure", featureImportanceFigure, churn.importance],
  ["predictedActualFigure", predictedActualFigure, deciles],
  ["recommendationFigure", recommendationFigure, recommendations],
];

for (const [name, of, rows] of figures) {
  const ofAny = of as unknown as (rows: readonly object[], options?: FigureOptions) => Figure;
  const readAny = (some: readonly object[]) => ofAny(some).caption;

  Deno.test(`${name}: the caption describes the drawing, the rows are its table, no unit is made up`, () => {
    const { svg, caption, table } = ofAny(rows);
    assertStringIncludes(svg(), `>${escapeXml(caption)}</desc>`);
    assertMatch(table, /^<table .*<caption .*<td /);
    assert(!/currency|undefined|NaN/.test(svg() + table));
  });

  testSentence(name, readAny, rows, name !== "rocCurveFigure");
}

Deno.test("revenueByMonthFigure: a file of incomplete months compares nothing", () => {
  const row = { month: "2011-12", revenue: 5, invoices: 1, customers: 1, complete: false };
  assertEquals(
    revenueByMonthFigure([row]).caption,
    "The file covers no whole month: Dec 2011 cannot be compared.",
  );
});

Deno.test("cohortRetentionFigure: leaves out the incomplete month (cohort 2011-11, one month later)", () => {
  // 2011-10: 10 of 100 come back in November; 2011-11: 1 of 100 in the few days of December.
  const rows = [
    { cohort: "2011-10", age_months: 1, customers: 10, share: 0.1 },
    { cohort: "2011-11", age_months: 1, customers: 1, share: 0.01 },
  ];
  assertStringIncludes(
    cohortRetentionFigure(rows, { incompleteMonth: "2011-12" }).caption,
    "10.0\u00a0% buy again",
  );
  assertStringIncludes(cohortRetentionFigure(rows).caption, "5.5\u00a0% buy again");
});

Deno.test("calibrationFigure: names the side of the error, weighted by customers", () => {
  // (0.5 − 0.6) × 90 + (0.5 − 0.5) × 10, by 100: −0.09.
  const rows = [
    { model: "m", mean_probability: 0.5, observed_rate: 0.6, rows: 90 },
    { model: "m", mean_probability: 0.5, observed_rate: 0.5, rows: 10 },
  ];
  assertStringIncludes(calibrationFigure(rows).caption, "9.0 percentage points too low");
});

Deno.test("newAndReturningFigure: in a file of one month nobody can have come back", () => {
  const month = (month: string, new_revenue: number, returning_revenue: number) => ({
    month,
    new_customers: 400,
    returning_customers: 300,
    new_revenue,
    returning_revenue,
    returning_share: returning_revenue / (new_revenue + returning_revenue),
    complete: month !== "2011-12",
  });
  const rows = [
    month("2010-12", 570_423, 0),
    month("2011-01", 292_367, 275_734),
    month("2011-11", 135_131, 1_021_074),
    month("2011-12", 27_005, 490_185),
  ];
  assertStringIncludes(newAndReturningFigure(rows.slice(0, 1)).caption, "one month");
  assertStringIncludes(
    newAndReturningFigure(rows).caption,
    "88\u00a0% of revenue in Nov 2011, compared with 49\u00a0% in Jan 2011",
  );
});

Deno.test("basketDistributionFigure: says which way the mean is pulled, or that it is not", () => {
  const spread = { median: 100, mean: 101, p90: 150, largest: 900, bins: [] };
  assertStringIncludes(
    basketDistributionFigure(spread).caption,
    "near the median, 1\u00a0% away",
  );
  assertStringIncludes(
    basketDistributionFigure({ ...spread, mean: 300 }).caption,
    "pulled up by the largest",
  );
  assertStringIncludes(
    basketDistributionFigure({ ...spread, mean: 60 }).caption,
    "pulled down by many small ones",
  );
  assertEquals(basketDistributionFigure(undefined).caption, NO_DATA);
  assertEquals(basketDistributionFigure({ ...spread, median: NaN }).caption, NO_DATA);
});

Deno.test("returnsByMonthFigure: nothing returned is said, and names no month", () => {
  const none = exploration.returns_by_month.map((row) => ({
    ...row,
    returned: 0,
    returned_share: 0,
  }));
  assertEquals(
    returnsByMonthFigure(none).caption,
    "Nothing was returned in the months of this file.",
  );
});

Deno.test("productChangesFigure: only what rose or fell is named, with its windows", () => {
  const windows = { before: "2011-06-10", after: "2011-09-09", until: "2011-12-09" };
  const sentence = productChangesFigure(rising, { windows }).caption;
  assertStringIncludes(sentence, "From 9 Sep 2011 up to 9 Dec 2011");
  assert(!sentence.includes("falls"));
  const still = { ...rising[0], change: 0 };
  assertStringIncludes(productChangesFigure([still]).caption, "No product's revenue changed");
});

Deno.test("silhouettePlotFigure: says most, all or the largest part of the misplaced, and where there are none", () => {
  const rows = (...counts: number[]) =>
    counts.flatMap((below, cluster) =>
      Array.from({ length: 4 }, (_, i) => (
        { cluster, segment: `S${cluster}`, silhouette: i < below ? -0.1 : 0.5 }
      ))
    );
  assertStringIncludes(silhouettePlotFigure(rows(2, 0, 0)).caption, "all of them in S0");
  assertStringIncludes(silhouettePlotFigure(rows(1, 3, 1)).caption, "most of them in S1");
  assertStringIncludes(
    silhouettePlotFigure(rows(1, 1, 2)).caption,
    "the largest part of them in S2",
  );
  assertStringIncludes(
    silhouettePlotFigure(rows(0, 0, 0)).caption,
    "No customer is nearer to another",
  );
});

Deno.test("principalComponentsFigure: an axis is named after the largest loadings, whatever their sign", () => {
  const sentence = principalComponentsFigure({
    points: evidence.components.points,
    loadings: [
      { feature: "frequency", x: -0.75, y: 0.1 },
      { feature: "recency_days", x: 0.65, y: 0.2 },
      { feature: "monetary_value", x: 0.5, y: -0.97 },
    ],
    explained: [0.6, 0.25],
  }).caption;
  assertStringIncludes(
    sentence,
    "mostly in frequency and recency, from bottom to top in total spend",
  );
  assertStringIncludes(sentence, "85\u00a0% of the variance");
});

Deno.test("captions: amounts of money carry the currency, numbers of items none", () => {
  const currency = "£";
  const prices = [
    { band: 1, lowest_price: 0.1, highest_price: 2, quantity_share: 0.8, revenue_share: 0.5 },
    { band: 2, lowest_price: 2.1, highest_price: 9, quantity_share: 0.2, revenue_share: 0.5 },
  ].map((band) => ({ lines: 9, quantity: 90, revenue: 100, ...band }));
  assertMatch(priceBandsFigure(prices, { currency }).caption, /up to £2\.00 each.*from £2\.10/);
  const spread = { median: 300, mean: 480, p90: 900, largest: 9000, bins: [] };
  assertMatch(
    basketDistributionFigure(spread, { currency }).caption,
    /at most £300, nine of ten at most £900; the mean of £480.*up to £9,000/,
  );
  assert(!basketDistributionFigure(spread, { currency, unit: "items" }).caption.includes("£"));
  const spend = [2, 90].map((value) => (
    { feature: "monetary_value", value, probability: value / 100, low: 0, high: 1 }
  ));
  assertMatch(partialDependenceFigure(spend, { currency }).caption, /\(£2 to £90\)/);
  const segment = { medians: { monetary_value: 250 }, differences: { monetary_value: 1.5 } };
  assertMatch(
    segmentProfilesFigure([{ name: "A", ...segment }], { currency }).caption,
    /median £250/,
  );
});
