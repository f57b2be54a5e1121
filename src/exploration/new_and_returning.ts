import pl, { type DataFrame } from "nodejs-polars";
import { numberColumn } from "../frames/columns.ts";
import { exactTotal } from "../frames/exact_total.ts";
import { monthName } from "./calendar/calendar_month.ts";
import { customerMonths } from "./calendar/customer_months.ts";
import { isCompleteMonth } from "./calendar/is_complete_month.ts";
import { spanOfDays } from "./calendar/span_of_days.ts";

/** One calendar month, split into customers who are new and customers who came back. */
export interface NewAndReturningRow {
  /** `2011-11`. */
  readonly month: string;
  /** Customers whose first purchase falls in this month. */
  readonly new_customers: number;
  /** Customers who had bought in an earlier month. */
  readonly returning_customers: number;
  /** All that the new customers spent in this month, their second orders included. */
  readonly new_revenue: number;
  readonly returning_revenue: number;
  /** Share of the month's revenue that returning customers bring, 0 to 1. */
  readonly returning_share: number;
  /** False where the file begins after the month's first day or ends before its last one. */
  readonly complete: boolean;
}

/**
 * Revenue and customers of each month, first-time buyers apart from those who came back.
 *
 * A customer is new in the calendar month of the first purchase, as in {@linkcode cohortRetention}.
 * In the first month of a file everybody seems new.
 *
 * @param transactions Purchases of known customers.
 * @returns One row per month that has purchases, in order of time.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { newAndReturning } from "./new_and_returning.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const [, february] = newAndReturning(pl.DataFrame({
 *   invoice_id: ["1", "2", "3"], customer_id: ["7", "7", "8"], revenue: [5, 3, 1],
 *   invoice_date: ["2024-01-05", "2024-02-01", "2024-02-28"].map((day) => new Date(day)),
 * }));
 * assertEquals(february, {
 *   month: "2024-02", new_customers: 1, returning_customers: 1, new_revenue: 1,
 *   returning_revenue: 3, returning_share: 0.75, complete: true,
 * });
 * ```
 */
export function newAndReturning(transactions: DataFrame): NewAndReturningRow[] {
  const months = customerMonths(transactions)
    .withColumns(pl.col("month").eq(pl.col("first_month")).alias("is_new"))
    .groupBy(["month", "is_new"])
    .agg(exactTotal("revenue"), pl.len().alias("customers"))
    .sort("month");
  const span = spanOfDays(transactions);
  const [month, fresh, revenue, customers] = ["month", "is_new", "revenue", "customers"]
    .map((name) => numberColumn(months, name));
  const rowOf = (one: number, isNew: boolean) =>
    month.findIndex((it, row) => it === one && fresh[row] === Number(isNew));
  return [...new Set(month)].map((one) => {
    const [first, again] = [rowOf(one, true), rowOf(one, false)];
    const new_revenue = revenue[first] ?? 0, returning_revenue = revenue[again] ?? 0;
    return {
      month: monthName(one),
      new_customers: customers[first] ?? 0,
      returning_customers: customers[again] ?? 0,
      new_revenue,
      returning_revenue,
      returning_share: returning_revenue / (new_revenue + returning_revenue),
      complete: isCompleteMonth(one, span),
    };
  });
}
