import pl, { type DataFrame } from "nodejs-polars";
import { exactTotal } from "../frames/exact_total.ts";
import { calendarMonth, monthName } from "./calendar/calendar_month.ts";
import { isCompleteMonth } from "./calendar/is_complete_month.ts";
import { spanOfDays } from "./calendar/span_of_days.ts";

/** Sales of one calendar month. */
export interface MonthRow {
  /** `2011-11`. */
  readonly month: string;
  readonly revenue: number;
  readonly invoices: number;
  /** Known customers who bought. */
  readonly customers: number;
  /** False where the file begins after the month's first day or ends before its last one. */
  readonly complete: boolean;
}

/**
 * Revenue, invoices and active customers of each calendar month.
 *
 * @param sales Transaction lines; lines without a customer count in revenue and invoices.
 * @returns One row per month that has sales, in order of time.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { revenueByMonth } from "./revenue_by_month.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sales = pl.DataFrame({
 *   invoice_id: ["1", "2"], customer_id: ["7", ""], revenue: [2.5, 1],
 *   invoice_date: [new Date("2024-01-01T10:00:00Z"), new Date("2024-02-03T10:00:00Z")],
 * });
 * assertEquals(revenueByMonth(sales), [
 *   { month: "2024-01", revenue: 2.5, invoices: 1, customers: 1, complete: true },
 *   { month: "2024-02", revenue: 1, invoices: 1, customers: 0, complete: false },
 * ]);
 * ```
 */
export function revenueByMonth(sales: DataFrame): MonthRow[] {
  const date = pl.col("invoice_date");
  const known = pl.col("customer_id").neq(pl.lit(""));
  const months = sales.lazy()
    .withColumns(calendarMonth(date).alias("month"))
    .groupBy("month")
    .agg(
      exactTotal("revenue"),
      pl.col("invoice_id").nUnique().alias("invoices"),
      pl.col("customer_id").filter(known).nUnique().alias("customers"),
    )
    .sort("month")
    .collectSync();
  const span = spanOfDays(sales);
  return months.toRecords().map((row) => ({
    month: monthName(Number(row.month)),
    revenue: Number(row.revenue),
    invoices: Number(row.invoices),
    customers: Number(row.customers),
    complete: isCompleteMonth(Number(row.month), span),
  }));
}
