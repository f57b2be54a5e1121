import { assert, assertStringIncludes } from "@std/assert";
import type { BusinessForecast } from "../../src/forecast/forecast_business.ts";
import { forecast } from "../../src/report/sections/forecast.ts";
import { smallRun } from "./example_run.ts";

const amount = {
  expected: 3000,
  low80: 2000,
  high80: 4500,
  low95: 1500,
  high95: 6000,
  existing: 2700,
  newcomers: 300,
};
const example: BusinessForecast["forecast"] = {
  as_of: "2011-09-09",
  selected: "cohorts",
  horizon_days: 30,
  selection_reason: "The cohorts of customers erred least.",
  months: [{ month: "2011-09", days: 22, complete: false, ...amount }],
  total: amount,
  segments: [{ segment: "A <b>", expected: 2700 }, { segment: "New customers", expected: 300 }],
  history: [{ from: "2011-08-09", days: 31, revenue: 3100 }],
  methods: [{
    method: "cohorts",
    baseline: false,
    forecasts: 8,
    mae: 12,
    wape: 0.12,
    mape: null,
    mase: 0.8,
    bias: -0.05,
    coverage_80: 0.8,
    coverage_95: null,
  }],
  warnings: ["Only one Christmas was seen."],
};

const sentence = "each value is multiplied by 0.900";
const result: BusinessForecast = {
  forecast: example,
  reconciliation: { factor: 0.9, customers_total: 3000, business_total: 2700, sentence },
};

Deno.test("forecast: figures, intervals, part of newcomers, caveats and escaped names", () => {
  const { markup } = forecast({
    ...smallRun(),
    currency: "£",
    forecast: { kind: "result", result },
  });
  for (
    const text of [
      "Forecast for 30 days: £3K",
      "£2K",
      "Sep 2011",
      "A &lt;b&gt;",
      "multiplied by 0.900",
    ]
  ) {
    assertStringIncludes(markup, text);
  }
  assertStringIncludes(markup, "Only one Christmas was seen.");
  assert(!/NaN|undefined|\bnull\b/.test(markup));
});

Deno.test("forecast: says why there is none", () => {
  const { markup } = forecast({
    ...smallRun(),
    forecast: { kind: "not_enough_data", reason: "3 whole months" },
  });
  assertStringIncludes(markup, "3 whole months");
});
