import { formatDate } from "../words/dates.ts";
import type { DataFrame } from "nodejs-polars";
import { linesBefore } from "../frames/days.ts";
import { InputError } from "../frames/errors.ts";

/** Lines known of the customers on a date: only those strictly before it. */
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
  const past = linesBefore(asOf);
  const transactions = source.transactions.filter(past);
  if (transactions.height === 0) {
    throw new InputError(`No purchase lies before ${formatDate(asOf)}: choose a later as-of date.`);
  }
  return { asOf, transactions, returns: source.returns.filter(past) };
}
