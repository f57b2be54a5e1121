import pl, { type DataFrame } from "nodejs-polars";
import { InputError } from "../transactions/input_error.ts";

/** What was known of the customers on a date: only lines strictly before it. */
export interface Snapshot {
  /** ISO date; the snapshot is taken at its midnight. */
  readonly asOf: string;
  /** Purchases before `asOf`. */
  readonly transactions: DataFrame;
  /** Cancelled lines before `asOf`. */
  readonly returns: DataFrame;
}

/** Frames from which a snapshot is taken. */
export interface SnapshotSource {
  readonly transactions: DataFrame;
  readonly returns: DataFrame;
}

/**
 * Takes a snapshot: features computed from it cannot know anything that came on `asOf` or later.
 *
 * @param source Purchases and returns, see `cleanTransactions`.
 * @param asOf ISO date such as `2011-09-09`.
 * @returns The lines strictly before midnight of that date.
 * @throws {InputError} If no purchase lies before the date.
 * @throws {RangeError} If `asOf` is no ISO date.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { takeSnapshot } from "./snapshot.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const transactions = pl.DataFrame({
 *   customer_id: ["7", "8"],
 *   invoice_date: [new Date("2024-05-01T10:00:00Z"), new Date("2024-05-02T00:00:00Z")],
 * });
 * const snapshot = takeSnapshot({ transactions, returns: transactions }, "2024-05-02");
 * assertEquals(snapshot.transactions.height, 1);
 * ```
 */
export function takeSnapshot(source: SnapshotSource, asOf: string): Snapshot {
  const past = before(instantOf(asOf));
  const transactions = source.transactions.filter(past);
  if (transactions.height === 0) {
    throw new InputError(`No purchase lies before ${asOf}: choose a later as-of date.`);
  }
  return { asOf, transactions, returns: source.returns.filter(past) };
}

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
 * import { linesWithin } from "./snapshot.ts";
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
    before(instantOf(from)).not().and(before(instantOf(addDays(from, days)))),
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
 * import { addDays } from "./snapshot.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(addDays("2011-12-10", -91), "2011-09-10");
 * ```
 */
export function addDays(date: string, days: number): string {
  return new Date(instantOf(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Milliseconds since 1970 at midnight of an ISO date, the shop's wall clock taken as UTC.
 *
 * @param date ISO date.
 * @returns Milliseconds.
 * @throws {RangeError} If the text is no date of the calendar.
 *
 * @example
 * ```ts
 * import { instantOf } from "./snapshot.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(instantOf("1970-01-02"), 86_400_000);
 * ```
 */
export function instantOf(date: string): number {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`Reading a date: "${date}" is no ISO date such as 2011-12-10.`);
  }
  return instant;
}

function before(instant: number) {
  return pl.col("invoice_date").cast(pl.Int64).cast(pl.Float64).lt(instant);
}
