/**
 * Reads an ISO date as its midnight in UTC, the wall clock of the transactions.
 *
 * @param day An ISO date such as `2011-09-09`.
 * @param purpose What the date is for, named in the message.
 * @returns Milliseconds since 1970.
 * @throws {RangeError} If the text is not a date of the calendar.
 *
 * @example
 * ```ts
 * import { parseDay } from "./parse_day.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parseDay("1970-01-02", "the as-of date"), 86_400_000);
 * ```
 */
export function parseDay(day: string, purpose: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  // Date.parse rolls 2011-02-30 over to March: the text must come back unchanged.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw new RangeError(`Reading ${purpose}: expected a date like 2011-09-09, got "${day}".`);
  }
  return time;
}
