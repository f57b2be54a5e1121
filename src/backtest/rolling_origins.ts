import { timeSplit } from "./time_split.ts";
import { addDays } from "../frames/days.ts";

/** Options of {@linkcode rollingOrigins}. */
export interface RollingOriginsOptions {
  /** ISO date of the first purchase. */
  readonly firstDate: string;
  /** ISO date up to which lines are known. */
  readonly asOf: string;
  /** Days to look ahead. */
  readonly horizonDays: number;
  /** Days between neighbouring snapshots, about: the horizon is cut into equal steps; default 30. */
  readonly stepDays?: number;
  /** Origins to test on at most, as far as the file reaches back; default 3. */
  readonly tests?: number;
}

/** A date to test on, and the snapshots whose labels were known by then. */
export interface Origin {
  /** ISO dates of the snapshots to learn from, the latest first. */
  readonly train: readonly string[];
  /** ISO date of the snapshot to measure on. */
  readonly test: string;
}

/** A year of monthly snapshots, so that every season is in it once. */
const MOST_SNAPSHOTS = 12;

/**
 * Lays out snapshots for a backtest that rolls through time.
 *
 * What is fitted for a test date learns from every snapshot whose labels end by that date, which
 * shows it more than one season. The same customer is in several of them, at different ages.
 *
 * Source: Tashman, "Out-of-sample tests of forecasting accuracy" (2000).
 *
 * @param options See {@linkcode RollingOriginsOptions}.
 * @returns The origins, the latest last; the latest test's labels end at `asOf`.
 * @throws {RangeError} If the horizon, the step or the number of tests is no positive whole number.
 * @throws {NotEnoughDataError} If the file is too short for a single origin, see `timeSplit`.
 *
 * @example
 * ```ts
 * import { rollingOrigins } from "./rolling_origins.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const origins = rollingOrigins({ firstDate: "2010-12-01", asOf: "2011-12-09", horizonDays: 91 });
 * assertEquals(origins.map(({ test }) => test), ["2011-07-11", "2011-08-10", "2011-09-09"]);
 * assertEquals(origins[0].train, ["2011-04-11", "2011-03-11", "2011-02-09"]);
 * ```
 */
export function rollingOrigins(options: RollingOriginsOptions): Origin[] {
  const { firstDate, asOf, horizonDays, tests = 3 } = options;
  if (!Number.isInteger(tests) || tests < 1) {
    throw new RangeError(`Laying out origins: at least 1 test is needed, got ${tests}.`);
  }
  timeSplit(asOf, horizonDays, firstDate);
  const dates = snapshotDates(options);
  return knownSnapshots(dates, asOf, horizonDays)
    .map((test) => ({ train: knownSnapshots(dates, test, horizonDays), test }))
    .filter(({ train }) => train.length > 0)
    .slice(0, tests)
    .reverse();
}

/**
 * Dates at which snapshots are taken, backwards from today in equal parts of the horizon, so that
 * the labels of one end where another is taken; each has half a horizon of purchases before it.
 *
 * @returns ISO dates, the latest (today) first.
 * @throws {RangeError} If the step is no positive whole number.
 */
export function snapshotDates(options: RollingOriginsOptions): string[] {
  const { firstDate, asOf, horizonDays, stepDays = 30 } = options;
  if (!Number.isInteger(stepDays) || stepDays < 1) {
    throw new RangeError(`Laying out origins: a step of ${stepDays} days, at least 1 is needed.`);
  }
  const steps = Math.max(1, Math.round(horizonDays / stepDays));
  const earliest = addDays(firstDate, Math.ceil(horizonDays / 2));
  const dates: string[] = [];
  for (let i = 0;; i++) {
    const date = addDays(asOf, -Math.floor(i * horizonDays / steps));
    if (date < earliest) return dates;
    dates.push(date);
  }
}

/**
 * The snapshots whose labels are known on a date.
 *
 * @param dates ISO dates of snapshots, the latest first.
 * @param on ISO date on which a model is fitted.
 * @param horizonDays Days that the labels of a snapshot look ahead.
 * @returns The dates a horizon or more before, at most the twelve latest.
 */
export function knownSnapshots(
  dates: readonly string[],
  on: string,
  horizonDays: number,
): string[] {
  return dates.filter((date) => addDays(date, horizonDays) <= on).slice(0, MOST_SNAPSHOTS);
}
