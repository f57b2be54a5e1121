import { countOf } from "../../words/numbers.ts";
import type { Audit, RejectedReason } from "./audit.ts";
import { type Coded, codesAt, numbersAt } from "../../frames/coded.ts";
import { exactSum, exactSums } from "../../frames/exact_sum.ts";
import { amountOfSum } from "../../frames/money.ts";
import type { TypedLines } from "../interpretation/typed_lines.ts";
import { sum } from "../../numeric/sums.ts";

/** Reason why a line is not used. */
export type Fault = Pick<RejectedReason, "reason" | "column" | "description">;

/** The fault of a line without a fault. */
export const NONE = -1;

/** Lines after all checks; see {@linkcode accountFor}. */
export interface Accounted {
  /** Every line read. */
  readonly lines: TypedLines;
  /** The rows that count as sales. */
  readonly sold: Int32Array;
  /** Those of known customers among them, in order of time; none where the file has no customers. */
  readonly kept: Int32Array;
  /** Per row the position of its fault in `faults`, or {@linkcode NONE}. */
  readonly faultOfRow: Int32Array;
  readonly faults: readonly Fault[];
}

/**
 * Accounts for every line: how many, and what they were worth, were kept or fell under each fault.
 *
 * Sums whole millionths, so that the parts equal the whole to the last digit, see `LARGEST_AMOUNT`.
 *
 * @param accounted Lines after all checks, see {@linkcode Accounted}.
 */
export function accountFor(
  { lines, sold, kept, faultOfRow, faults }: Accounted,
): Omit<Audit, "returns" | "net" | "last_line_date"> {
  const units = countedMillionths(lines);
  const keptGroup = faults.length;
  const groupOfRow = new Int32Array(units.length), rows = new Int32Array(faults.length + 1);
  for (let row = 0; row < units.length; row++) {
    const group = faultOfRow[row] === NONE ? keptGroup : faultOfRow[row];
    groupOfRow[row] = group;
    rows[group]++;
  }
  const sums = exactSums(units, groupOfRow, faults.length + 1);
  const rejected = faults.flatMap(({ reason, column, description }, i): RejectedReason[] =>
    rows[i] === 0
      ? []
      : [{ reason, column, description, rows: rows[i], revenue: amountOfSum(sums[i]) }]
  );
  const counted = kept.length > 0 ? kept : sold;
  const ends = Int32Array.of(counted[0], counted[counted.length - 1]);
  const [firstDate, lastDate] = Array.from(
    numbersAt(lines.invoice_date, ends),
    (instant) => new Date(instant).toISOString().slice(0, 10),
  );
  const noProduct = lines.product_id.values.indexOf("");
  const withoutCustomer = sold.length - kept.length;
  return {
    rows_read: lines.height,
    rows_kept: kept.length,
    rejected,
    revenue_read: amountOfSum(sums.reduce((total, sum) => total + sum)),
    revenue_kept: amountOfSum(sums[keptGroup]),
    customers: distinct(lines.customer_id, kept),
    invoices: distinct(lines.invoice_id, counted),
    products: distinct(lines.product_id, counted, noProduct),
    first_date: firstDate,
    last_date: lastDate,
    sales: {
      rows: sold.length,
      revenue: amountOfSum(exactSum(units, sold)),
      description:
        `The kept lines and ${countOf(withoutCustomer, "valid line")} without a customer, ` +
        `which count in the sales totals but in no customer table.`,
    },
  };
}

/** How many values stand in some lines, one code not counted. */
function distinct(column: Coded<readonly string[]>, rows: Int32Array, notCounted = -1): number {
  const isThere = new Uint8Array(column.values.length);
  const codes = codesAt(column, rows);
  for (let i = 0; i < codes.length; i++) isThere[codes[i]] = 1;
  if (notCounted >= 0) isThere[notCounted] = 0;
  return sum(isThere);
}

/**
 * What every line is worth, in whole millionths.
 *
 * @param lines Typed lines.
 * @returns One number per line; 0 where the worth cannot be read or counted.
 */
export function countedMillionths({ worth: { codes, values } }: TypedLines): Float64Array {
  const millionths = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const worth = values[codes[row]];
    if (Number.isFinite(worth)) millionths[row] = worth;
  }
  return millionths;
}
