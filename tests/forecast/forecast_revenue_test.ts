import { assert, assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import pl, { type DataFrame } from "nodejs-polars";
import { NotEnoughDataError } from "../../src/frames/errors.ts";
import { forecastRevenue } from "../../src/forecast/forecast_revenue.ts";
import { numberColumn } from "../../src/frames/columns.ts";
import { addDays, DAY, instantOf, linesWithin } from "../../src/frames/days.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";

/** Twenty customers take turns; together they spend `perDay` on every day. */
function shop(days: number, perDay: (date: string, day: number) => number): DataFrame {
  const dates = Array.from({ length: days }, (_, day) => addDays("2021-01-01", day));
  return pl.DataFrame({
    customer_id: dates.map((_, day) => `c${day % 20}`),
    invoice_date: dates.map((date) => new Date(instantOf(date) + DAY / 2)),
    revenue: dates.map(perDay),
  });
}
const options = { asOf: "2022-01-01", firstDate: "2021-01-01", horizonDays: 90 };

Deno.test("forecastRevenue: a constant business goes on, by months that add up", () => {
  const { months, total, segments, history } = forecastRevenue(shop(365, () => 100), {
    ...options,
    segmentOf: new Map(Array.from({ length: 20 }, (_, i) => [`c${i}`, i < 10 ? "A" : "B"])),
  });
  assertAlmostEquals(total.expected, 9000, 1e-6);
  assertEquals(months.map(({ month, days }) => [month, days]), [
    ["2022-01", 31],
    ["2022-02", 28],
    ["2022-03", 31],
  ]);
  assert(months.every(({ complete }) => complete));
  assertAlmostEquals(months.reduce((sum, { expected }) => sum + expected, 0), 9000, 1e-6);
  assertAlmostEquals(segments.reduce((sum, { expected }) => sum + expected, 0), 9000, 1e-6);
  assertEquals(segments.map(({ segment }) => segment), ["A", "B", "New customers"]);
  assertAlmostEquals(history[0].revenue, 3100, 1e-6);
  assert(total.low95 < total.low80 && total.low80 < 9000 && total.high80 < total.high95);
});

Deno.test("forecastRevenue: a straight line goes on, and a trend is not taken for its mean", () => {
  const { selected, total } = forecastRevenue(shop(365, (_, day) => 100 + day), options);
  assertEquals(selected, "drift");
  const truth = Array.from({ length: 90 }, (_, h) => 465 + h).reduce((a, b) => a + b);
  assertAlmostEquals(total.expected / truth, 1, 0.03);
});

Deno.test("forecastRevenue: a peak seen in three years is foreseen, one seen once is warned of", () => {
  const peak = (date: string) => date.slice(5, 7) === "12" ? 300 : 100;
  const seen = forecastRevenue(shop(3 * 365 - 31, peak), {
    asOf: "2023-12-01",
    firstDate: "2021-01-01",
    horizonDays: 62,
  });
  const [december, january] = seen.months;
  assertAlmostEquals(december.expected, 9300, 0.15 * 9300);
  assertAlmostEquals(january.expected, 3100, 0.15 * 3100);
  assertEquals(seen.warnings.filter((sentence) => sentence.includes("Christmas")), []);
  const once = forecastRevenue(shop(365, peak), options);
  assert(once.warnings.some((sentence) => sentence.includes("Christmas")));
});

Deno.test("forecastRevenue: lines on or after the date and the order of rows change nothing", () => {
  const lines = shop(500, (_, day) => 100 + (day * 37 % 11) / 7);
  const expected = forecastRevenue(lines.head(365), options);
  assertEquals(forecastRevenue(lines, options), expected);
  assertEquals(forecastRevenue(lines.sort("revenue"), options), expected);
});

Deno.test("forecastRevenue: too short a file or no horizon is said in a sentence", () => {
  const lines = shop(365, () => 1);
  const short = { ...options, asOf: "2021-04-01" };
  assertThrows(() => forecastRevenue(lines, short), NotEnoughDataError, "needs 6");
  for (const horizonDays of [0, -1, 1.5, NaN]) {
    assertThrows(() => forecastRevenue(lines, { ...options, horizonDays }), RangeError, "horizon");
  }
});

Deno.test({
  name: "forecastRevenue: on the UCI file the 95 % interval of the total holds what came",
  ignore: !onlineRetailPath,
  fn() {
    const { transactions } = onlineRetail();
    const { total, methods, warnings } = forecastRevenue(transactions, {
      asOf: "2011-09-09",
      firstDate: "2010-12-01",
      horizonDays: 91,
    });
    // What all customers spent, and the reference's sum of those known on the date: their part of
    // the interval.
    const came = numberColumn(linesWithin(transactions, "2011-09-09", 91), "revenue")
      .reduce((sum, value) => sum + value, 0);
    const known = total.existing / total.expected;
    assertLess(2_688_083, came);
    assertLess(total.low95, came);
    assertLess(came, total.high95);
    assertLess(total.low95 * known, 2_688_083);
    assertLess(2_688_083, total.high95 * known);
    assert(methods.every(({ mae, mase, mape }) => [mae, mase, mape].every(Number.isFinite)));
    assertEquals(warnings.length, 1);
  },
});

Deno.test("forecastRevenue: of a file of 119 years the last ten are looked at, and that is said", () => {
  const days = Array.from({ length: 300 }, (_, i) => addDays("1980-01-01", i * 145));
  const lines = pl.DataFrame({
    customer_id: days.map((_, i) => `c${i % 60}`),
    invoice_date: days.map((date) => new Date(instantOf(date))),
    revenue: days.map((_, i) => 10 + i % 7),
  });
  const asOf = addDays(days[days.length - 1], 1);
  const { history, methods, warnings } = forecastRevenue(lines, {
    asOf,
    firstDate: days[0],
    horizonDays: 91,
  });
  assertEquals(history.length, 120);
  assert(methods.every(({ forecasts }) => forecasts < 12 * 120), "a trial per month and step");
  assertEquals(
    warnings[0],
    "The revenue forecast learns from the last 10 years, from 14 Sep 2088 on; the file begins on " +
      "1 Jan 1980.",
  );
  const { warnings: short } = forecastRevenue(lines, {
    asOf,
    firstDate: history[0].from,
    horizonDays: 91,
  });
  assertEquals(warnings.slice(1), short); // ten years are all of them
});
