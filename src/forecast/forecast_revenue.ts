import { formatDate } from "../words/dates.ts";
import { formatName } from "../words/model_names.ts";
import { capitalise } from "../words/sentences.ts";
import { formatPercent } from "../words/numbers.ts";
import type { DataFrame } from "nodejs-polars";
import { NotEnoughDataError } from "../frames/errors.ts";
import { addDays, DAY, instantOf, MOST_YEARS } from "../frames/days.ts";
import { backtestForecasts, errorSpread, type ForecastScores } from "./backtest_forecasts.ts";
import { cohortsInSeason, FORECAST_METHODS, type ForecastMethod } from "./forecast_methods.ts";
import { monthBlocks, monthsLater } from "./month_blocks.ts";
import { spreadFactor } from "./spread_factor.ts";
import { standardDeviation } from "../numeric/sums.ts";

/** Options of {@linkcode forecastRevenue}. */
export interface RevenueForecastOptions {
  readonly asOf: string;
  /** ISO date of the first purchase. */
  readonly firstDate: string;
  /** Days to look ahead. */
  readonly horizonDays: number;
  /** Segment of each customer; those without one are left out of the table by segment. */
  readonly segmentOf?: ReadonlyMap<string, string>;
}

/** Expected revenue of some days with 80 and 95 % intervals. */
export interface ExpectedAmount {
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
  /** Of `expected`, from customers known before `asOf` and from those who come later. */
  readonly existing: number;
  readonly newcomers: number;
}

/** One calendar month ahead, or the part of it that lies in the horizon. */
export interface ForecastMonth extends ExpectedAmount {
  /** `2011-09`. */
  readonly month: string;
  readonly days: number;
  readonly complete: boolean;
}

/** Revenue forecast of the business. */
export interface RevenueForecast {
  readonly as_of: string;
  readonly horizon_days: number;
  /** The method that did best at past dates, and why. */
  readonly selected: ForecastMethod;
  readonly selection_reason: string;
  readonly months: readonly ForecastMonth[];
  readonly total: ExpectedAmount;
  readonly segments: readonly { segment: string; expected: number }[];
  /** Past months that end on the day of `as_of`, named by their first day. */
  readonly history: readonly { from: string; days: number; revenue: number }[];
  /** Every method at past dates, in money per day. */
  readonly methods: readonly ForecastScores[];
  readonly warnings: readonly string[];
}

const FEWEST_MONTHS = 6;

/** Most months ahead that are tried at past dates; later months have the errors of the last one. */
const FARTHEST_TRIED = 12;

/**
 * Forecasts the revenue of `[asOf, asOf + horizonDays)` by calendar month, from the lines before
 * `asOf` only, at most those of ten years.
 *
 * The method with the smallest mean absolute error at past origins is taken; the share of existing
 * customers is that of the cohort forecast. Intervals come from the errors at past origins by months
 * ahead; where no month of the year was seen twice they are widened by the spread of the months seen.
 * Errors of different months are taken to go together, so intervals of the total are sums.
 *
 * @param transactions Purchases of known customers.
 * @param options See {@linkcode RevenueForecastOptions}.
 * @returns Months, total, segments, history and backtest; money in the file's currency.
 * @throws {RangeError} If the horizon is no positive whole number of days.
 * @throws {NotEnoughDataError} If fewer than six months lie before `asOf`, or all without revenue.
 */
export function forecastRevenue(
  transactions: DataFrame,
  options: RevenueForecastOptions,
): RevenueForecast {
  const { asOf, firstDate, horizonDays } = options;
  if (!Number.isInteger(horizonDays) || horizonDays < 1) {
    throw new RangeError(
      `Forecasting revenue: a horizon of ${horizonDays} days, at least 1 is needed.`,
    );
  }
  const earliest = new Date(monthsLater(asOf, -12 * MOST_YEARS)).toISOString().slice(0, 10);
  const from = firstDate > earliest ? firstDate : earliest;
  const blocks = monthBlocks(transactions, asOf, from);
  const { rates, edges } = blocks;
  const seen = rates.length;
  if (seen < FEWEST_MONTHS || rates.subarray(-3).every((rate) => rate <= 0)) {
    throw new NotEnoughDataError(
      `${seen} whole months from ${formatDate(firstDate)} to ${
        formatDate(asOf)
      }; a revenue forecast ` +
        `needs ${FEWEST_MONTHS}, with revenue in the last three.`,
      `${FEWEST_MONTHS} whole months`,
    );
  }
  const ends = [instantOf(asOf)];
  while (ends[ends.length - 1] < instantOf(addDays(asOf, horizonDays))) {
    ends.push(monthsLater(asOf, ends.length));
  }
  const steps = ends.length - 1;
  const { trials, scores } = backtestForecasts(blocks, Math.min(steps, FARTHEST_TRIED));
  const [best] = scores;
  const method = best.method;
  const rate = FORECAST_METHODS[method](blocks, seen, steps);
  const cohorts = cohortsInSeason(blocks, seen, steps);
  const knownShare = cohorts.existing.map((value, h) => {
    const both = value + cohorts.newcomers[h];
    return both > 0 ? value / both : 1;
  });
  const oneSeason = seen < 24;
  const season = oneSeason ? logSpread(rates) : 0;
  const own = trials.filter((trial) => trial.method === method);
  const reach = Array.from(rate, (_, step) => {
    const { spread, errors } = errorSpread(own, step);
    const wide = Math.hypot(spread, season);
    return { at80: spreadFactor(0.8, errors) * wide, at95: spreadFactor(0.95, errors) * wide };
  });

  const byMonth = new Map<string, ExpectedAmount & { days: number }>();
  for (let day = 0, step = 0; day < horizonDays; day++) {
    const date = addDays(asOf, day);
    while (instantOf(date) >= ends[step + 1]) step++;
    const { at80, at95 } = reach[step];
    const amount = {
      days: 1,
      expected: rate[step],
      low80: rate[step] * Math.exp(-at80),
      high80: rate[step] * Math.exp(at80),
      low95: rate[step] * Math.exp(-at95),
      high95: rate[step] * Math.exp(at95),
      existing: rate[step] * knownShare[step],
      newcomers: rate[step] * (1 - knownShare[step]),
    };
    const month = date.slice(0, 7);
    byMonth.set(month, added(byMonth.get(month) ?? { ...NOTHING, days: 0 }, amount));
  }
  const months = [...byMonth].map(([month, amount]) => {
    const length = (monthsLater(`${month}-01`, 1) - instantOf(`${month}-01`)) / DAY;
    return { month, ...amount, complete: amount.days === length };
  });
  const { days: _, ...total } = months.reduce(added, { ...NOTHING, days: 0 });
  return {
    as_of: asOf,
    horizon_days: horizonDays,
    selected: method,
    selection_reason:
      `${capitalise(formatName(method))} had the lowest error of ${scores.length} methods over ` +
      `${best.forecasts} backtests (WAPE ${formatPercent(best.wape)}).`,
    months,
    total,
    segments: bySegment(total, blocks.recent, options.segmentOf),
    history: Array.from(rates, (perDay, m) => {
      const days = (edges[m + 1] - edges[m]) / DAY;
      return {
        from: new Date(edges[m]).toISOString().slice(0, 10),
        days,
        revenue: perDay * days,
      };
    }),
    methods: scores,
    warnings: [
      ...(from === firstDate ? [] : [
        `The revenue forecast learns from the last ${MOST_YEARS} years, from ${
          formatDate(from)
        } on; the file ` +
        `begins on ${formatDate(firstDate)}.`,
      ]),
      ...warnings(seen, horizonDays, best, oneSeason),
    ],
  };
}

const NOTHING: ExpectedAmount = {
  expected: 0,
  low80: 0,
  high80: 0,
  low95: 0,
  high95: 0,
  existing: 0,
  newcomers: 0,
};

type Days = ExpectedAmount & { readonly days: number };

function added(a: Days, b: Days): Days {
  return {
    days: a.days + b.days,
    expected: a.expected + b.expected,
    low80: a.low80 + b.low80,
    high80: a.high80 + b.high80,
    low95: a.low95 + b.low95,
    high95: a.high95 + b.high95,
    existing: a.existing + b.existing,
    newcomers: a.newcomers + b.newcomers,
  };
}

/** Existing customers' part by what each segment spent in the last three months. */
function bySegment(
  total: ExpectedAmount,
  recent: ReadonlyMap<string, number>,
  segmentOf: ReadonlyMap<string, string> = new Map(),
) {
  const spent = new Map<string, number>();
  let all = 0;
  for (const [customer, revenue] of [...recent].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const segment = segmentOf.get(customer);
    if (segment === undefined) continue;
    spent.set(segment, (spent.get(segment) ?? 0) + revenue);
    all += revenue;
  }
  const rows = [...spent].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([segment, revenue]) => ({ segment, expected: total.existing * revenue / all }));
  return [...rows, { segment: "New customers", expected: total.newcomers }];
}

function warnings(seen: number, horizonDays: number, best: ForecastScores, oneSeason: boolean) {
  const sentences: string[] = [];
  if (oneSeason) {
    sentences.push(
      `Only ${seen} whole months were seen, too few to learn a yearly peak such as Christmas: ` +
        `the revenue forecast is too low before a peak and too high after it, and its intervals ` +
        `are widened to match.`,
    );
  }
  if (best.baseline) {
    sentences.push(`No method beat the naive revenue forecasts in backtests.`);
  }
  if (horizonDays > seen * 30) {
    sentences.push(`The revenue forecast looks further ahead than the file looks back.`);
  }
  return sentences;
}

/** Standard deviation of the logarithms of positive values. */
function logSpread(rates: Float64Array): number {
  const logs = rates.filter((rate) => rate > 0).map(Math.log);
  return standardDeviation(logs);
}
