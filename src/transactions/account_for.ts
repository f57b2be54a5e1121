import pl, { type DataFrame, type Series } from "nodejs-polars";
import type { Audit, RejectedReason } from "./audit.ts";
import { dateColumn, numberColumn } from "./columns.ts";
import { exactSum, fromUnits, type ScaledDecimals, scaleDecimals } from "./exact_sum.ts";

/** Why a line is not used. */
export type Fault = Pick<RejectedReason, "reason" | "column" | "description">;

/** The fault of a line without a fault. */
export const NONE = -1;

/** Lines after all checks; see {@linkcode accountFor}. */
export interface Accounted {
  /** Every line read: `quantity` and `unit_price` as numbers, null where unreadable. */
  readonly checked: DataFrame;
  /** The rows of `checked` that count as sales, as a column of integers. */
  readonly sold: Series;
  /** The lines of known customers among them, in order of time. */
  readonly kept: DataFrame;
  /** Per row of `checked` the position of its fault in `faults`, or {@linkcode NONE}. */
  readonly faultOfRow: Int32Array;
  readonly faults: readonly Fault[];
}

/**
 * Accounts for every line: how many, and what they were worth, were kept or fell under each fault.
 *
 * Sums whole units of the smallest coin, so that the parts equal the whole to the last digit.
 *
 * @param accounted Lines after all checks, see {@linkcode Accounted}.
 * @returns The audit, faults without lines left out.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { accountFor, NONE } from "./account_for.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const checked = pl.DataFrame({
 *   quantity: [3, 1], unit_price: [0.1, 0.2], customer_id: ["7", ""], invoice_id: ["1", "2"],
 *   product_id: ["A", "A"], invoice_date: [new Date("2024-05-01"), new Date("2024-05-02")],
 * });
 * const { revenue_read, revenue_kept, rejected } = accountFor({
 *   checked, sold: pl.Series("row", [0, 1], pl.Int32), kept: checked.head(1),
 *   faultOfRow: Int32Array.of(NONE, 0),
 *   faults: [{ reason: "missing_customer", column: "customer_id", description: "No customer." }],
 * });
 * assertEquals([revenue_read, revenue_kept, rejected[0].revenue], [0.5, 0.3, 0.2]);
 * ```
 */
export function accountFor(
  { checked, sold, kept, faultOfRow, faults }: Accounted,
): Omit<Audit, "returns"> {
  const { units, decimals } = revenueUnits(checked);
  const revenue = (counts?: (row: number) => boolean) =>
    fromUnits(exactSum(units, counts), decimals);
  const revenueOf = (fault: number) => revenue((row) => faultOfRow[row] === fault);
  const isSold = new Uint8Array(units.length);
  for (const row of sold.toTypedArray() as Int32Array) isSold[row] = 1;
  const rows = new Int32Array(faults.length);
  for (const fault of faultOfRow) if (fault !== NONE) rows[fault]++;
  const rejected = faults.flatMap(({ reason, column, description }, i): RejectedReason[] =>
    rows[i] === 0 ? [] : [{ reason, column, description, rows: rows[i], revenue: revenueOf(i) }]
  );
  const days = [kept.head(1), kept.tail(1)].map((line) => dateColumn(line, "invoice_date")[0]);
  const [firstDate, lastDate] = days.map((day) => new Date(day).toISOString().slice(0, 10));
  const withoutCustomer = sold.length - kept.height;
  return {
    rows_read: checked.height,
    rows_kept: kept.height,
    rejected,
    revenue_read: revenue(),
    revenue_kept: revenueOf(NONE),
    customers: kept.getColumn("customer_id").nUnique(),
    invoices: kept.getColumn("invoice_id").nUnique(),
    products: kept.filter(pl.col("product_id").neq(pl.lit(""))).getColumn("product_id").nUnique(),
    first_date: firstDate,
    last_date: lastDate,
    sales: {
      rows: sold.length,
      revenue: revenue((row) => isSold[row] === 1),
      description: `The kept lines and ${withoutCustomer} valid lines without a customer, ` +
        `which count in the sales totals and in no customer table.`,
    },
  };
}

/** Revenue of every line, its total where it has one, as an integer, in one unit for all; 0 where it cannot be read. */
function revenueUnits(checked: DataFrame): ScaledDecimals {
  const scaled = (name: string) => {
    const readable = pl.col(name).fillNull(pl.lit(0));
    return scaleDecimals(numberColumn(checked.select(readable), name));
  };
  if (checked.columns.includes("line_total")) return scaled("revenue");
  const quantity = scaled("quantity"), price = scaled("unit_price");
  const units = quantity.units;
  for (let row = 0; row < units.length; row++) units[row] *= price.units[row];
  return { units, decimals: quantity.decimals + price.decimals };
}
