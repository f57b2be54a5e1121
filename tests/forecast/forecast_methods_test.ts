import { assertAlmostEquals, assertEquals } from "@std/assert";
import {
  cohortsInSeason,
  FORECAST_BASELINES,
  FORECAST_METHODS,
  type ForecastMethod,
} from "../../src/forecast/forecast_methods.ts";
import type { MonthBlocks } from "../../src/forecast/month_blocks.ts";

/** A shop of one cohort whose customers keep all they spend. */
function blocksOf(rates: readonly number[]): MonthBlocks {
  const none = new Float64Array(rates.length);
  const cohorts = rates.map((_, m) => m === 0 ? Float64Array.from(rates) : none);
  const arrivals = Float64Array.from(rates, (_, m) => m === 0 ? 5 : 0);
  return { rates: Float64Array.from(rates), cohorts, arrivals } as unknown as MonthBlocks;
}

Deno.test("FORECAST_METHODS: less than two years have no season; by hand on ten months", () => {
  const blocks = blocksOf([10, 10, 10, 10, 10, 10, 10, 7, 10, 13]);
  assertEquals([...FORECAST_METHODS.recent_mean(blocks, 10, 2)], [10, 10]);
  assertEquals([...FORECAST_METHODS.seasonal_naive(blocks, 10, 2)], [13, 13]);
  FORECAST_METHODS.drift(blocks, 10, 2)
    .forEach((value, h) => assertAlmostEquals(value, 13 + (h + 1) * 3 / 9, 1e-12));
});

Deno.test("FORECAST_METHODS: the season is taken out by its shrunken factors and put back", () => {
  const rates = Array.from({ length: 24 }, (_, m) => m % 12 === 11 ? 11 : 1);
  // A year's mean is 22/12; logarithms of two years over three, the third one unseen.
  const usual = Math.exp(2 / 3 * Math.log(12 / 22)), december = Math.exp(2 / 3 * Math.log(6));
  const level = (1 / usual + 1 / usual + 11 / december) / 3;
  const forecast = FORECAST_METHODS.recent_mean(blocksOf(rates), 24, 12);
  assertAlmostEquals(forecast[0], level * usual, 1e-12);
  assertAlmostEquals(forecast[11], level * december, 1e-12);
});

Deno.test("FORECAST_METHODS: what comes later changes no forecast; baselines are among them", () => {
  const past = Array.from({ length: 26 }, (_, m) => 20 + m % 5 + 3 * (m % 12));
  const names = Object.keys(FORECAST_METHODS) as ForecastMethod[];
  for (const name of names) {
    const [known, later] = [past, [...past, 1e9, 0]]
      .map((rates) => FORECAST_METHODS[name](blocksOf(rates), 26, 6));
    assertEquals(later, known, name);
  }
  assertEquals(names.slice(-2), [...FORECAST_BASELINES]);
});

Deno.test("cohortsInSeason: customers and newcomers are the forecast by cohorts", () => {
  const blocks = blocksOf(Array.from({ length: 26 }, (_, m) => 20 + 3 * (m % 12)));
  const { existing, newcomers } = cohortsInSeason(blocks, 26, 6);
  assertEquals(existing.map((v, h) => v + newcomers[h]), FORECAST_METHODS.cohorts(blocks, 26, 6));
  assertEquals([...newcomers], [0, 0, 0, 0, 0, 0]);
});
