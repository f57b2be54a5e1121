import { mean } from "../numeric/sums.ts";
import { FORECAST_BASELINES, FORECAST_METHODS, type ForecastMethod } from "./forecast_methods.ts";
import type { MonthBlocks } from "./month_blocks.ts";
import { spreadFactor } from "./spread_factor.ts";

/** Earliest number of known months from which a forecast is tried. */
const FEWEST_KNOWN = 3;

/** Scores of one method over all origins and steps, in money per day. */
export interface ForecastScores {
  readonly method: ForecastMethod;
  readonly baseline: boolean;
  readonly forecasts: number;
  readonly mae: number;
  /** Sum of absolute errors relative to the sum of actual values. */
  readonly wape: number;
  /** Mean of absolute errors relative to each actual value; null where one is 0. */
  readonly mape: number | null;
  /** Mean absolute error relative to that of repeating the month before; null if that is 0. */
  readonly mase: number | null;
  /** Mean of forecast less actual, relative to the mean of actual values. */
  readonly bias: number;
  /** Share of actual values within intervals made of the errors of the other origins. */
  readonly coverage_80: number | null;
  readonly coverage_95: number | null;
}

/** One forecast made in the past and what came. */
export interface ForecastTrial {
  readonly method: ForecastMethod;
  /** Months that were known. */
  readonly origin: number;
  /** Months ahead, 0 for the next one. */
  readonly step: number;
  readonly forecast: number;
  readonly actual: number;
}

/**
 * Makes every forecast that could have been made after each past month and compares it with what
 * came: rolling origins.
 *
 * @returns All trials, and the scores of each method, the smallest error first.
 */
export function backtestForecasts(blocks: MonthBlocks, steps: number): {
  trials: readonly ForecastTrial[];
  scores: readonly ForecastScores[];
} {
  const { rates } = blocks;
  const methods = Object.keys(FORECAST_METHODS) as ForecastMethod[];
  const trials = methods.flatMap((method) => {
    const made: ForecastTrial[] = [];
    for (let origin = FEWEST_KNOWN; origin < rates.length; origin++) {
      const ahead = Math.min(steps, rates.length - origin);
      FORECAST_METHODS[method](blocks, origin, ahead).forEach((forecast, step) =>
        made.push({ method, origin, step, forecast, actual: rates[origin + step] })
      );
    }
    return made;
  });
  const changes = rates.subarray(1).map((rate, m) => Math.abs(rate - rates[m]));
  const naive = mean([...changes]);
  const scores = methods.map((method) =>
    score(method, trials.filter((trial) => trial.method === method), naive)
  ).sort((a, b) => a.mae - b.mae);
  return { trials, scores };
}

/**
 * Typical size of the errors a number of months ahead, as a difference of logarithms.
 *
 * @param step Months ahead, 0 for the next one.
 * @returns Root mean square, never smaller than that of any shorter step or than 5 %, and how many
 * errors it rests on.
 */
export function errorSpread(
  trials: readonly ForecastTrial[],
  step: number,
): { spread: number; errors: number } {
  let spread = 0.05;
  let errors = 0;
  for (let h = 0; h <= step; h++) {
    const logs = trials.filter((trial) =>
      trial.step === h && trial.forecast > 0 && trial.actual > 0
    )
      .map(({ actual, forecast }) => Math.log(actual / forecast));
    if (logs.length === 0) continue;
    errors = logs.length;
    spread = Math.max(spread, Math.sqrt(mean(logs.map((value) => value ** 2))));
  }
  return { spread, errors };
}

function score(
  method: ForecastMethod,
  trials: readonly ForecastTrial[],
  naive: number,
): ForecastScores {
  const errors = trials.map(({ forecast, actual }) => forecast - actual);
  const mae = mean(errors.map(Math.abs));
  const actual = mean(trials.map((trial) => trial.actual));
  const positive = trials.every((trial) => trial.actual > 0);
  const covered = (level: 0.8 | 0.95) => {
    const judged = trials.map((trial) => {
      // Nothing foreseen and nothing come: there is no ratio to judge by.
      if (trial.actual === trial.forecast) return 1;
      const others = trials.filter(({ origin }) => origin !== trial.origin);
      const { spread, errors } = errorSpread(others, trial.step);
      const reach = spreadFactor(level, errors) * spread;
      return Math.abs(Math.log(trial.actual / trial.forecast)) <= reach ? 1 : 0;
    });
    return judged.length > 1 ? mean(judged) : null;
  };
  return {
    method,
    baseline: FORECAST_BASELINES.includes(method),
    forecasts: trials.length,
    mae,
    wape: actual > 0 ? mae / actual : 0,
    mape: positive ? mean(trials.map((trial, i) => Math.abs(errors[i]) / trial.actual)) : null,
    mase: naive > 0 ? mae / naive : null,
    bias: actual > 0 ? mean(errors) / actual : 0,
    coverage_80: covered(0.8),
    coverage_95: covered(0.95),
  };
}
