import { formatDate } from "../words/dates.ts";
import pl, { type DataFrame } from "nodejs-polars";
import { DAY, instantOf } from "../frames/days.ts";
import { numberColumn, textColumn } from "../frames/columns.ts";
import { purchaseDays } from "../customers/features/purchase_days.ts";

/** Options of {@linkcode repeatPurchaseSummary}. */
export interface RepeatPurchaseSummaryOptions {
  /** Unit of `last_purchase_age` and `age`; default "days". */
  readonly unit?: "days" | "weeks";
}

const DAYS_PER = { days: 1, weeks: 7 };
const COLUMNS = ["customer_id", "invoice_date", "revenue"];

/**
 * Summarises each customer's purchases for the probability models.
 *
 * A purchase is a day with at least one line, as in the lifetimes package: several invoices of one
 * day are one purchase, and the first day is not a repeat.
 *
 * @param transactions Kept transaction lines: `customer_id, invoice_date, revenue`, in any order.
 * @param asOf ISO date: only lines before it count.
 * @param options The unit of time.
 * @returns One row per customer, sorted by `customer_id`: `repeat_frequency` (days with a purchase
 * after the first), `last_purchase_age` (first to last purchase day), `age` (first purchase day to
 * `asOf`), `mean_repeat_spend` (mean spend of the repeat days, 0 if there are none).
 * @throws {TypeError} If a column is missing.
 * @throws {RangeError} If `asOf` is no date, the unit is unknown, or no line lies before `asOf`.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../frames/columns.ts";
 * import { repeatPurchaseSummary } from "./repeat_purchase_summary.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const summary = repeatPurchaseSummary(pl.DataFrame({
 *   customer_id: ["7", "7", "7"], revenue: [10, 4, 8],
 *   invoice_date: dateSeries("invoice_date", Float64Array.of(0, 5, 9).map((day) => day * 864e5)),
 * }), "1970-01-11");
 * assertEquals(summary.row(0), ["7", 2, 9, 10, 6]);
 * ```
 */
export function repeatPurchaseSummary(
  transactions: DataFrame,
  asOf: string,
  options: RepeatPurchaseSummaryOptions = {},
): DataFrame {
  const { unit = "days" } = options;
  if (!Object.hasOwn(DAYS_PER, unit)) {
    throw new RangeError(`Summarising purchases: unit must be days or weeks, got ${unit}.`);
  }
  const missing = COLUMNS.filter((name) => !transactions.columns.includes(name));
  if (missing.length > 0) {
    throw new TypeError(`Summarising purchases: missing ${missing.join(", ")}.`);
  }
  const end = instantOf(asOf);
  const purchases = purchaseDays(transactions, null, asOf);
  if (purchases.height === 0) {
    throw new RangeError(`Summarising purchases: no line lies before ${formatDate(asOf)}.`);
  }

  const customerOf = textColumn(purchases, "customer_id");
  const dayOf = numberColumn(purchases, "day");
  const spendOf = numberColumn(purchases, "revenue");
  const customers: string[] = [];
  const rows: number[][] = [];
  for (let first = 0, next = 0; first < customerOf.length; first = next) {
    let repeatSpend = 0;
    for (next = first + 1; customerOf[next] === customerOf[first]; next++) {
      repeatSpend += spendOf[next];
    }
    const repeats = next - first - 1;
    customers.push(customerOf[first]);
    rows.push([
      repeats,
      (dayOf[next - 1] - dayOf[first]) / DAYS_PER[unit],
      (end / DAY - dayOf[first]) / DAYS_PER[unit],
      repeats === 0 ? 0 : repeatSpend / repeats,
    ]);
  }
  const column = (name: string, i: number) =>
    pl.Series(name, Float64Array.from(rows, (row) => row[i]), pl.Float64);
  return pl.DataFrame([
    pl.Series("customer_id", customers, pl.Utf8),
    column("repeat_frequency", 0),
    column("last_purchase_age", 1),
    column("age", 2),
    column("mean_repeat_spend", 3),
  ]);
}
