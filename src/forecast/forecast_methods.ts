import { cohortForecast } from "./cohort_forecast.ts";
import type { MonthBlocks } from "./month_blocks.ts";
import { monthFactors } from "./month_factors.ts";
import {
  dampedTrend,
  drift,
  recentMean,
  seasonalNaive,
  type SeriesMethod,
} from "./series_methods.ts";

/** Name of a method of {@linkcode FORECAST_METHODS}. */
export type ForecastMethod =
  | "cohorts"
  | "damped_trend"
  | "recent_mean"
  | "seasonal_naive"
  | "drift";

/** Forecasts revenue per day from the first `now` months only. */
export type BlockMethod = (blocks: MonthBlocks, now: number, steps: number) => Float64Array;

/** All methods, the two baselines last. */
export const FORECAST_METHODS: Readonly<Record<ForecastMethod, BlockMethod>> = {
  cohorts: (blocks, now, steps) => {
    const { existing, newcomers } = cohortsInSeason(blocks, now, steps);
    return existing.map((value, h) => value + newcomers[h]);
  },
  damped_trend: inSeason(dampedTrend),
  recent_mean: inSeason(recentMean),
  seasonal_naive: ({ rates }, now, steps) => seasonalNaive(rates.subarray(0, now), steps),
  drift: ({ rates }, now, steps) => drift(rates.subarray(0, now), steps),
};

/** Names of the methods that any forecast must beat. */
export const FORECAST_BASELINES: readonly ForecastMethod[] = ["seasonal_naive", "drift"];

/**
 * The cohort forecast on revenue freed of its season, which is put back for the months ahead.
 *
 * @returns Revenue per day from existing customers and from newcomers.
 */
export function cohortsInSeason(blocks: MonthBlocks, now: number, steps: number) {
  const factors = monthFactors(blocks.rates.subarray(0, now));
  const cohorts = blocks.cohorts.map((row) => row.map((value, m) => value / factors[m % 12]));
  const { existing, newcomers } = cohortForecast({ ...blocks, cohorts }, now, steps);
  const seasoned = (values: Float64Array) => values.map((v, h) => v * factors[(now + h) % 12]);
  return { existing: seasoned(existing), newcomers: seasoned(newcomers) };
}

function inSeason(method: SeriesMethod): BlockMethod {
  return ({ rates }, now, steps) => {
    const past = rates.subarray(0, now);
    const factors = monthFactors(past);
    return method(past.map((value, m) => value / factors[m % 12]), steps)
      .map((value, h) => value * factors[(now + h) % 12]);
  };
}
