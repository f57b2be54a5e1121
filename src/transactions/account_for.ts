import pl, { type DataFrame } from "nodejs-polars";
import type { Audit, RejectedReason } from "./audit.ts";
import { dateColumn, numberColumn } from "./columns.ts";
import { exactSum, exactSums, fromUnits, type ScaledDecimals, scaleDecimals } from "./exact_sum.ts";

/** Why a line is not used. */
export type Fault = Pick<RejectedReason, "reason" | "column" | "description">;

/** The fault of a line without a fault. */
export const NONE = -1;

/** Lines after all checks; see {@linkcode accountFor}. */
export interface Accounted {
  /** Every line read: `quantity` and `unit_price` as numbers, null where unreadable. */
  readonly checked: DataFrame;
  /** The rows of `checked` that count as sales. */
  readonly sold: Int32Array;
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
 *   checked, sold: Int32Array.of(0, 1), kept: checked.head(1),
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
  const keptGroup = faults.length;
  const groupOfRow = new Int32Array(units.length), rows = new Int32Array(faults.length + 1);
  for (let row = 0; row < units.length; row++) {
    const group = faultOfRow[row] === NONE ? keptGroup : faultOfRow[row];
    groupOfRow[row] = group;
    rows[group]++;
  }
  const sums = exactSums(units, groupOfRow, faults.length + 1);
  const revenue = (sum: bigint) => fromUnits(sum, decimals);
  const rejected = faults.flatMap(({ reason, column, description }, i): RejectedReason[] =>
    rows[i] === 0 ? [] : [{ reason, column, description, rows: rows[i], revenue: revenue(sums[i]) }]
  );
  const days = [kept.head(1), kept.tail(1)].map((line) => dateColumn(line, "invoice_date")[0]);
  const [firstDate, lastDate] = days.map((day) => new Date(day).toISOString().slice(0, 10));
  const [customers, invoices, products] = distinctIds(kept);
  const withoutCustomer = sold.length - kept.height;
  return {
    rows_read: checked.height,
    rows_kept: kept.height,
    rejected,
    revenue_read: revenue(sums.reduce((total, sum) => total + sum)),
    revenue_kept: revenue(sums[keptGroup]),
    customers,
    invoices,
    products,
    first_date: firstDate,
    last_date: lastDate,
    sales: {
      rows: sold.length,
      revenue: revenue(exactSum(units, sold)),
      description: `The kept lines and ${withoutCustomer} valid lines without a customer, ` +
        `which count in the sales totals and in no customer table.`,
    },
  };
}

function distinctIds(kept: DataFrame): number[] {
  const product = pl.col("product_id");
  return kept.select(
    pl.col("customer_id").nUnique(),
    pl.col("invoice_id").nUnique(),
    product.filter(product.neq(pl.lit(""))).nUnique(),
  ).row(0).map(Number);
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
