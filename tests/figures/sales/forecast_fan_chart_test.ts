import { assertEquals, assertStringIncludes } from "@std/assert";
import {
  forecastFanChart,
  type ForecastFanRow,
} from "../../../src/figures/sales/forecast_fan_chart.ts";

const range = { low80: 80, high80: 120, low95: 60, high95: 150 };
const rows: ForecastFanRow[] = [
  { month: "2011-08", value: 90, complete: true },
  { month: "2011-09", value: 1_200_000, complete: false, range },
  { month: "2011-10", value: 100, complete: true, range },
];

Deno.test("forecastFanChart: two bands per month ahead, a ring where only a part is meant", () => {
  const svg = forecastFanChart(rows, { currency: "£" });
  for (const opacity of ["0.15", "0.3"]) {
    const [, band] = svg.split(`stroke-opacity="${opacity}"`);
    assertEquals(band.slice(0, band.indexOf("</g>")).split("<line").length - 1, 2);
  }
  assertStringIncludes(svg, "only a part of the month");
  assertEquals(svg.split("only a part of the month").length - 1, 1);
  assertStringIncludes(svg, "revenue per day (£)");
  assertStringIncludes(svg, "1M");
});

Deno.test("forecastFanChart: the rows are not changed, narrow works, nothing is said as no data", () => {
  const frozen = Object.freeze(rows.map((row) => Object.freeze(row)));
  assertStringIncludes(forecastFanChart(frozen, { width: 340 }), "Oct");
  assertStringIncludes(forecastFanChart([]), "no data");
  assertStringIncludes(forecastFanChart([{ ...rows[1], value: NaN }]), "no data");
});
