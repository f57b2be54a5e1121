import { quantileSorted } from "../../numeric/quantile.ts";

/** Edges within which most outcomes lay, along the range of forecasts. */
export interface OutcomeIntervals {
  /** Forecasts at which the edges were taken, ascending. */
  readonly forecasts: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Options of {@linkcode fitOutcomeIntervals}. */
export interface OutcomeIntervalsOptions {
  /** Share of outcomes that an interval holds. */
  readonly coverage?: number;
  /** How many customers with similar forecasts are looked at together. */
  readonly neighbours?: number;
  /** At how many forecasts the edges are stored. */
  readonly points?: number;
  /**
   * Equally likely factors by which everyone may come out above forecast in the period to come; [1] by
   * default, as if it were known to be like the past.
   */
  readonly levels?: readonly number[];
}

/**
 * Learns how far outcomes spread around forecasts: quantiles of the outcomes of customers with
 * similar forecasts.
 *
 * The low edge is the lower quantile. Where many spent nothing at all, no outcome lies below it, and the
 * high edge gives up the whole rest: the interval still holds its share and not more.
 *
 * Forecasts must be of customers that the model had not seen (out-of-bag or a later period), or the
 * intervals come out too narrow.
 *
 * @throws {RangeError} If there are no customers.
 */
export function fitOutcomeIntervals(
  forecasts: Float64Array,
  outcomes: Float64Array,
  options: OutcomeIntervalsOptions = {},
): OutcomeIntervals {
  const { coverage = 0.8, neighbours = 200, points = 101, levels = [1] } = options;
  const n = forecasts.length;
  if (n === 0) throw new RangeError("Fitting intervals: there are no customers.");
  const order = Array.from(forecasts.keys()).sort((a, b) => forecasts[a] - forecasts[b] || a - b);
  const window = Math.min(neighbours, n);
  const ascending = Float64Array.from(order, (i) => forecasts[i]);
  const near = (forecast: number) => {
    const centre = nearest(ascending, forecast);
    const from = Math.min(Math.max(0, centre - Math.floor(window / 2)), n - window);
    return order.slice(from, from + window);
  };
  const edges = Array.from({ length: points }, (_, point) => {
    const forecast = ascending[Math.round((point / (points - 1)) * (n - 1))];
    const similar = Float64Array.from(
      levels.flatMap((level) => near(forecast * level)),
      (i) => outcomes[i],
    ).sort();
    const low = quantileSorted(similar, (1 - coverage) / 2);
    const below = similar.filter((outcome) => outcome < low).length / similar.length;
    return {
      forecast,
      low,
      high: quantileSorted(similar, Math.min(1, below + coverage)),
    };
  });
  return {
    forecasts: edges.map(({ forecast }) => forecast),
    low: edges.map(({ low }) => low),
    high: edges.map(({ high }) => high),
  };
}

/**
 * Gives each forecast its interval, straight lines between the stored edges; beyond the largest
 * stored forecast the edges grow in proportion to the forecast.
 *
 * @returns Low and high edge per customer; the forecast itself may lie outside, being a mean.
 */
export function predictOutcomeIntervals(
  intervals: OutcomeIntervals,
  forecasts: Float64Array,
): { low: Float64Array; high: Float64Array } {
  return {
    low: forecasts.map((value) => interpolate(intervals.forecasts, intervals.low, value)),
    high: forecasts.map((value) => interpolate(intervals.forecasts, intervals.high, value)),
  };
}

/** Position of the middle one of the forecasts nearest to a value. */
function nearest(ascending: Float64Array, value: number): number {
  const first = lowerBound(ascending, (x) => x >= value);
  const beyond = lowerBound(ascending, (x) => x > value);
  return Math.min(ascending.length - 1, Math.floor((first + beyond) / 2));
}

/** The first position from which on something holds. */
function lowerBound(ascending: Float64Array, holds: (x: number) => boolean): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(ascending[middle])) to = middle;
    else from = middle + 1;
  }
  return from;
}

function interpolate(x: readonly number[], y: readonly number[], at: number): number {
  const last = x.length - 1;
  if (at <= x[0]) return y[0];
  if (at >= x[last]) return x[last] > 0 ? y[last] * (at / x[last]) : y[last];
  const right = x.findIndex((edge) => edge >= at);
  const [x0, x1, y0, y1] = [x[right - 1], x[right], y[right - 1], y[right]];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}
