import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  backtestForecasts,
  errorSpread,
  type ForecastTrial,
} from "../../src/forecast/backtest_forecasts.ts";
import type { ForecastMethod } from "../../src/forecast/forecast_methods.ts";
import type { MonthBlocks } from "../../src/forecast/month_blocks.ts";
import numpy from "../fixtures/forecast_scipy.json" with { type: "json" };

/** Months of customers who were all there before the first of them. */
function blocksOf(rates: readonly number[]): MonthBlocks {
  const months = rates.length;
  return {
    edges: Float64Array.from({ length: months + 1 }, (_, m) => Date.UTC(2021, m, 1)),
    rates: Float64Array.from(rates),
    cohorts: rates.map((_, c) => c === 0 ? Float64Array.from(rates) : new Float64Array(months)),
    arrivals: Float64Array.from(rates, (_, c) => c === 0 ? 9 : 0),
    recent: new Map(),
  };
}

Deno.test("backtestForecasts: MASE (Hyndman, Koehler 2006), WAPE, MAPE, bias and coverage of NumPy", () => {
  const { scores } = backtestForecasts(blocksOf(numpy.rates), numpy.steps);
  for (const [method, expected] of Object.entries(numpy.scores)) {
    const found = scores.find((row) => row.method === method)!;
    for (const name of Object.keys(expected) as (keyof typeof expected)[]) {
      assertAlmostEquals(found[name]!, expected[name], 1e-12, `${method}, ${name}`);
    }
  }
  assertEquals(
    scores.map(({ mae }) => mae),
    scores.map(({ mae }) => mae).toSorted((a, b) => a - b),
  );
  assertEquals(scores.filter(({ baseline }) => baseline).map(({ method }) => method).sort(), [
    "drift",
    "seasonal_naive",
  ]);
});

Deno.test("backtestForecasts: each origin sees only the months before it", () => {
  // 2 2 2 | 8 4: after three months 2 is repeated, after four 8.
  const trialsOf = (rates: number[]) =>
    backtestForecasts(blocksOf(rates), 2).trials
      .filter(({ method }) => method === "seasonal_naive")
      .map(({ origin, step, forecast, actual }) => [origin, step, forecast, actual]);
  assertEquals(trialsOf([2, 2, 2, 8, 4]), [[3, 0, 2, 8], [3, 1, 2, 4], [4, 0, 8, 4]]);
  const { trials } = backtestForecasts(blocksOf([2, 2, 2, 8, 4]), 1);
  const changed = backtestForecasts(blocksOf([2, 2, 2, 8, 900]), 1);
  assertEquals(changed.trials.map((row) => row.forecast), trials.map((row) => row.forecast));
});

Deno.test("backtestForecasts: forecasts that are too high have a positive bias, none is no MASE", () => {
  const scoreOf = (method: ForecastMethod, rates: number[]) =>
    backtestForecasts(blocksOf(rates), 1).scores.find((row) => row.method === method)!;
  // 40 is forecast as 50, 20 as 40: 15 too much each, of 30.
  const falling = scoreOf("seasonal_naive", [50, 50, 50, 40, 20]);
  assertEquals([falling.bias, falling.mae, falling.wape], [0.5, 15, 0.5]);
  // Changes of 0, 0, 10, 20 are 7.5 on average: errors of 15 are twice as large.
  assertEquals(falling.mase, 2);
  const constant = scoreOf("seasonal_naive", [7, 7, 7, 7, 7]);
  assertEquals([constant.mase, constant.mape, constant.bias], [null, 0, 0]);
  assertEquals([constant.coverage_80, constant.coverage_95], [1, 1]);
});

Deno.test("backtestForecasts: an interval does not know the error that it is judged by", () => {
  // Repeating the month before errs once, by ln 1.5 = .41. The other three errors are 0, so that
  // interval is as narrow as any: 3.18 · .05. With its own error it would hold: 2.78 · .41 / √4.
  const { scores } = backtestForecasts(blocksOf([2, 2, 2, 2, 2, 2, 3]), 1);
  const repeated = scores.find(({ method }) => method === "seasonal_naive")!;
  assertEquals([repeated.forecasts, repeated.coverage_80, repeated.coverage_95], [4, 0.75, 0.75]);
});

Deno.test("backtestForecasts: months without revenue have no MAPE; nothing foreseen as nothing is held", () => {
  const { scores } = backtestForecasts(blocksOf([5, 0, 0, 0, 0, 0]), 1);
  const repeated = scores.find(({ method }) => method === "seasonal_naive")!;
  assertEquals([repeated.mape, repeated.wape, repeated.bias], [null, 0, 0]);
  assertEquals([repeated.coverage_80, repeated.coverage_95], [1, 1]);
});

Deno.test("errorSpread: root mean square of log ratios, never below 5 % or a shorter step's", () => {
  const trial = (step: number, forecast: number, actual: number): ForecastTrial => {
    return { method: "drift", origin: 3, step, forecast, actual };
  };
  const trials = [trial(0, 10, 20), trial(0, 10, 5), trial(0, 0, 9), trial(1, 10, 11)];
  // Twice and half as much: ln 2 each; a forecast of nothing has no ratio.
  const near = errorSpread(trials, 0);
  assertAlmostEquals(near.spread, Math.log(2), 1e-15);
  assertEquals(near.errors, 2);
  assertEquals(errorSpread(trials, 1), { spread: near.spread, errors: 1 });
  assertEquals(errorSpread(trials, 5), { spread: near.spread, errors: 1 });
  assertEquals(errorSpread([trial(0, 10, 10.1)], 0), { spread: 0.05, errors: 1 });
  assert(errorSpread([], 0).errors === 0);
});
