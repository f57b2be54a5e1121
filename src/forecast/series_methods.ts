import { mean } from "../numeric/sums.ts";

/** Forecasts a series: its past and how many steps to look ahead. */
export type SeriesMethod = (past: Float64Array, steps: number) => Float64Array;

/** Repeats the value of a year before; the last value where less than a year was seen. */
export function seasonalNaive(past: Float64Array, steps: number): Float64Array {
  const season = past.length >= 12 ? 12 : 1;
  return Float64Array.from({ length: steps }, (_, h) => past[past.length - season + h % season]);
}

/** Goes on along the straight line from the first value to the last. */
export function drift(past: Float64Array, steps: number): Float64Array {
  const last = past[past.length - 1];
  const slope = (last - past[0]) / Math.max(1, past.length - 1);
  return Float64Array.from({ length: steps }, (_, h) => Math.max(0, last + slope * (h + 1)));
}

/** The mean of the last three values for every step. */
export function recentMean(past: Float64Array, steps: number): Float64Array {
  const last = past.slice(-3);
  return new Float64Array(steps).fill(mean(last));
}

const GRID = [0.1, 0.3, 0.5, 0.7, 0.9];
const DAMPING = 0.9;

/**
 * Exponential smoothing with a damped trend (Hyndman and Athanasopoulos, 2021, section 8.2); its two
 * weights are those of a grid that would have foreseen the past best one step ahead.
 */
export function dampedTrend(past: Float64Array, steps: number): Float64Array {
  let best = { error: Infinity, forecast: new Float64Array(steps) };
  for (const alpha of GRID) {
    for (const beta of GRID) {
      const smoothed = smoothDamped(past, steps, alpha, beta, DAMPING);
      if (smoothed.error < best.error) best = smoothed;
    }
  }
  return best.forecast.map((value) => Math.max(0, value));
}

/**
 * Damped smoothing with given weights: the level starts at the first value, the trend at the first
 * change.
 *
 * @param alpha Weight of a new value in the level, in (0, 1).
 * @param beta Weight of a new change in the trend, in (0, 1).
 * @param phi What remains of the trend from one step to the next, in (0, 1].
 */
export function smoothDamped(
  past: Float64Array,
  steps: number,
  alpha: number,
  beta: number,
  phi: number,
): { forecast: Float64Array<ArrayBuffer>; error: number } {
  let level = past[0];
  let trend = past.length > 1 ? past[1] - past[0] : 0;
  let error = 0;
  for (let t = 1; t < past.length; t++) {
    const expected = level + phi * trend;
    error += (past[t] - expected) ** 2;
    const next = alpha * past[t] + (1 - alpha) * expected;
    trend = beta * (next - level) + (1 - beta) * phi * trend;
    level = next;
  }
  const forecast = new Float64Array(steps);
  for (let h = 0, reach = phi; h < steps; h++, reach += phi ** (h + 1)) {
    forecast[h] = level + reach * trend;
  }
  return { forecast, error };
}
