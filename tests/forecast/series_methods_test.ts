import { assertAlmostEquals, assertEquals } from "@std/assert";
import {
  dampedTrend,
  drift,
  recentMean,
  seasonalNaive,
  smoothDamped,
} from "../../src/forecast/series_methods.ts";

const SERIES = Float64Array.of(30, 34, 31, 40, 38, 45, 44, 52);

Deno.test("smoothDamped: statsmodels' Holt with a damped trend, see fixtures/damped_trend.py", () => {
  const { forecast, error } = smoothDamped(SERIES, 3, 0.5, 0.3, 0.9);
  const expected = [51.591750402581226, 53.72988560185823, 55.654207281207526];
  expected.forEach((value, h) => assertAlmostEquals(forecast[h], value, 1e-9));
  assertAlmostEquals(error, 105.8574246993261, 1e-9);
});

Deno.test("seasonalNaive: the year before goes round, and again after a year", () => {
  const year = Float64Array.from({ length: 15 }, (_, m) => m);
  assertEquals([...seasonalNaive(year, 13)], [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 3]);
});

Deno.test("drift and dampedTrend: a fall ends at zero, the past is not changed", () => {
  const past = Float64Array.of(30, 20, 10);
  assertEquals([...drift(past, 3)], [0, 0, 0]);
  assertEquals(dampedTrend(past, 30).every((value) => value >= 0), true);
  assertEquals([...past], [30, 20, 10]);
});

Deno.test("recentMean: the mean of the last three values for every step", () => {
  assertEquals([...recentMean(Float64Array.of(9, 1, 2, 3), 2)], [2, 2]);
});

Deno.test("dampedTrend: exponential smoothing with a damped trend", () => {
  assertEquals([...dampedTrend(Float64Array.of(5, 5, 5, 5), 2)], [5, 5]);
});
