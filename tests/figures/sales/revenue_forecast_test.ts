import { assertEquals, assertStringIncludes } from "@std/assert";
import { revenueForecastFigure } from "../../../src/figures/sales/revenue_forecast.ts";

const amount = (expected: number) => (
  { expected, low80: 80, high80: 120, low95: 60, high95: 150, existing: 60, newcomers: 40 }
);
const forecast = {
  horizon_days: 61,
  history: [{ from: "2011-08-01", days: 31, revenue: 31 * 90 }],
  months: [
    { month: "2011-09", days: 1, complete: false, ...amount(1_200_000) },
    { month: "2011-10", days: 1, complete: true, ...amount(100) },
  ],
  total: amount(100),
};

Deno.test("revenueForecastFigure: two bands per month ahead, a ring where only a part is meant", () => {
  const svg = revenueForecastFigure(forecast, { currency: "£" }).svg();
  for (const opacity of ["0.15", "0.3"]) {
    const [, band] = svg.split(`stroke-opacity="${opacity}"`);
    assertEquals(band.slice(0, band.indexOf("</g>")).split("<line").length - 1, 2);
  }
  assertStringIncludes(svg, "part of the month");
  assertEquals(svg.split("part of the month").length - 1, 1);
  assertStringIncludes(svg, "revenue per day (£)");
  assertStringIncludes(svg, "1M");
});

Deno.test("revenueForecastFigure: the rows are not changed, narrow works, nothing is said as no data", () => {
  const months = Object.freeze(forecast.months.map((row) => Object.freeze(row)));
  assertStringIncludes(revenueForecastFigure({ ...forecast, months }, { width: 340 }).svg(), "Oct");
  const none = { ...forecast, months: [] };
  assertStringIncludes(revenueForecastFigure(none).svg(), "no data");
  const unknown = { ...forecast, months: [{ ...months[0], expected: NaN }] };
  assertStringIncludes(revenueForecastFigure(unknown).svg(), "no data");
});
