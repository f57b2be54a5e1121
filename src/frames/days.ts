import pl, { type DataFrame, type Expr } from "nodejs-polars";

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/**
 * Years that series by month or week look back: a few lines may lie a century apart, and what is
 * counted by month must not cost, or show, more than the lines are worth.
 */
export const MOST_YEARS = 10;

/**
 * The lines in a window of time.
 *
 * @param lines Lines with an `invoice_date`.
 * @param from ISO date, included.
 * @param days Length of the window in days.
 * @returns The lines in `[from, from + days)`.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { linesWithin } from "./days.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({
 *   invoice_date: ["2024-05-01", "2024-05-02", "2024-05-03"].map((day) => new Date(day)),
 * });
 * assertEquals(linesWithin(lines, "2024-05-02", 1).height, 1);
 * ```
 */
export function linesWithin(lines: DataFrame, from: string, days: number): DataFrame {
  return lines.filter(
    linesBefore(from).not().and(linesBefore(addDays(from, days))),
  );
}

/**
 * Moves an ISO date by whole days.
 *
 * @param date ISO date.
 * @param days Days to add, negative to go back.
 * @returns ISO date.
 *
 * @example
 * ```ts
 * import { addDays } from "./days.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(addDays("2011-12-10", -91), "2011-09-10");
 * ```
 */
export function addDays(date: string, days: number): string {
  return new Date(instantOf(date) + days * DAY).toISOString().slice(0, 10);
}

/**
 * Milliseconds since 1970 at midnight of an ISO date, the shop's wall clock taken as UTC.
 *
 * @param date ISO date such as `2011-09-09`.
 * @returns Milliseconds.
 * @throws {RangeError} If the text is no date of the calendar.
 */
export function instantOf(date: string, purpose = "a date"): number {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  // Date.parse rolls 2011-02-30 over to March: the text must come back unchanged.
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`Reading ${purpose}: expected a date like 2011-09-09, got "${date}".`);
  }
  return instant;
}

/**
 * Says which lines lie strictly before an ISO date.
 *
 * @param date ISO date.
 */
export function linesBefore(date: string): Expr {
  return pl.col("invoice_date").cast(pl.Int64).cast(pl.Float64).lt(instantOf(date));
}
