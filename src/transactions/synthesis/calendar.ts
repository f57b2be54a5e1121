import { DAY } from "../../frames/days.ts";
import { sum } from "../../numeric/sums.ts";
import { positiveInteger } from "../../numeric/positive_integer.ts";

/** Busyness of the weekdays, Sunday first; mean 1. */
const WEEKDAYS = [0.7, 1.05, 1.1, 1.15, 1.35, 1.1, 0.55];
/** Busyness of the hours 0 … 23 on working days and at weekends. */
const WORKING_HOURS = hours({
  8: 2,
  9: 5,
  10: 9,
  11: 10,
  12: 13,
  13: 12,
  14: 10,
  15: 9,
  16: 6,
  17: 3,
  18: 1,
}); // deno-fmt-ignore
const WEEKEND_HOURS = hours({ 10: 4, 11: 6, 12: 9, 13: 9, 14: 8, 15: 6, 16: 2 });
/** Month and day of the days on which the shop is closed. */
const CLOSED = ["01-01", "12-25", "12-26"];

/**
 * The shop's calendar as a clock that runs fast on busy days and stands still on closed ones.
 *
 * A purchase process that is steady on this clock (a constant rate per day of usual business) has
 * the year's, the week's and the day's rhythm on the wall clock.
 */
export interface BusinessCalendar {
  /** Midnight of the first day, in milliseconds since 1970 (wall clock as UTC). */
  readonly start: number;
  /** Business days passed before each day, and in total: `days + 1` ascending numbers. */
  readonly passed: Float64Array;
}

/**
 * Lays out the business days of a period.
 *
 * @param start First day, ISO text such as `"2023-01-01"`.
 * @param days Length of the period in days.
 * @param season How busy each month is, January first; only ratios matter.
 * @returns The calendar; a year has about 365 business days, unevenly spread.
 * @throws {RangeError} If the start is no date, or the period is shorter than a day or has no
 * opening day.
 */
export function createCalendar(
  start: string,
  days: number,
  season: readonly number[],
): BusinessCalendar {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(start) ? Date.parse(`${start}T00:00:00Z`) : NaN;
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== start) {
    throw new RangeError(`Laying out a calendar: the start must be a date, got "${start}".`);
  }
  positiveInteger("Laying out a calendar: days", days);
  const usualMonth = sum(season) / 12;
  const passed = new Float64Array(days + 1);
  for (let day = 0; day < days; day++) {
    const date = new Date(midnight + day * DAY);
    const open = CLOSED.includes(date.toISOString().slice(5, 10)) ? 0 : 1;
    const busyness = season[date.getUTCMonth()] / usualMonth * WEEKDAYS[date.getUTCDay()];
    passed[day + 1] = passed[day] + open * busyness;
  }
  if (passed[days] === 0) {
    throw new RangeError(
      `Laying out a calendar: the shop is closed from ${start} for ${days} days.`,
    );
  }
  return { start: midnight, passed };
}

/**
 * The business days passed when a wall-clock day begins.
 *
 * @param day Whole days since the calendar's start; what lies outside counts as its first or last.
 * @returns Business days since the calendar's start.
 */
export function businessTimeAt(calendar: BusinessCalendar, day: number): number {
  const last = calendar.passed.length - 1;
  return calendar.passed[Math.min(last, Math.max(0, Math.floor(day)))];
}

/**
 * The wall clock's time when so many business days have passed.
 *
 * @param businessTime Business days since the calendar's start; the total is the last open minute.
 * @returns Milliseconds since 1970, a whole minute, within opening hours.
 */
export function wallClockAt(calendar: BusinessCalendar, businessTime: number): number {
  const { start, passed } = calendar;
  const time = Math.min(businessTime, passed[passed.length - 1] * (1 - Number.EPSILON));
  const day = lastAtMost(passed, time);
  const share = Math.min(
    (time - passed[day]) / (passed[day + 1] - passed[day]),
    1 - Number.EPSILON,
  );
  const midnight = start + day * DAY;
  const weekday = new Date(midnight).getUTCDay();
  const busyHours = weekday === 0 || weekday === 6 ? WEEKEND_HOURS : WORKING_HOURS;
  const hour = lastAtMost(busyHours, share);
  const rest = (share - busyHours[hour]) / (busyHours[hour + 1] - busyHours[hour]);
  return midnight + (hour * 60 + Math.min(59, Math.floor(rest * 60))) * 60_000;
}

/** Position of the last element ≤ value that has a larger one after it (binary search). */
function lastAtMost(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Cumulated shares of the hours 0 … 24. */
function hours(weights: Readonly<Record<number, number>>): Float64Array {
  const cumulated = new Float64Array(25);
  for (let hour = 0; hour < 24; hour++) {
    cumulated[hour + 1] = cumulated[hour] + (weights[hour] ?? 0);
  }
  return cumulated.map((sum) => sum / cumulated[24]);
}
