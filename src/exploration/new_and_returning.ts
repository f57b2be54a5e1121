import pl, { type DataFrame } from "nodejs-polars";
import { numberColumn } from "../transactions/columns.ts";
import { exactTotal } from "../transactions/exact_total.ts";
import { monthName } from "./calendar_month.ts";
import { customerMonths } from "./customer_months.ts";
import { revenueByMonth } from "./revenue_by_month.ts";

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
  const months = customerMonths(transactions);
  const isNew = pl.col("month").eq(pl.col("first_month"));
  const fresh = totalsByMonth(months.filter(isNew));
  const back = totalsByMonth(months.filter(isNew.not()));
  const nothing = { customers: 0, revenue: 0 };
  return revenueByMonth(transactions).map(({ month, complete }) => {
    const [first, again] = [fresh.get(month) ?? nothing, back.get(month) ?? nothing];
    return {
      month,
      new_customers: first.customers,
      returning_customers: again.customers,
      new_revenue: first.revenue,
      returning_revenue: again.revenue,
      returning_share: again.revenue / (first.revenue + again.revenue),
      complete,
    };
  });
}

function totalsByMonth(months: DataFrame): Map<string, { customers: number; revenue: number }> {
  const totals = months.groupBy("month")
    .agg(exactTotal("revenue"), pl.col("customer_id").nUnique().alias("customers"));
  const [revenue, customers] = ["revenue", "customers"].map((name) => numberColumn(totals, name));
  return new Map(
    Array.from(numberColumn(totals, "month"), (month, row) => [
      monthName(month),
      { revenue: revenue[row], customers: customers[row] },
    ]),
  );
}
