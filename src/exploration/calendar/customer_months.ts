import pl, { type DataFrame } from "nodejs-polars";
import { exactTotal } from "../../frames/exact_total.ts";
import { calendarMonth } from "./calendar_month.ts";

/**
 * What each customer spent in each calendar month, beside the month in which they first bought.
 *
 * @param transactions Purchases of known customers.
 * @returns One row per customer and month with purchases: `customer_id, month, first_month` (see
 * {@linkcode calendarMonth}) and `revenue`, sorted by month and customer.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { customerMonths } from "./customer_months.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const months = customerMonths(pl.DataFrame({
 *   customer_id: ["7", "7", "7"], revenue: [1, 2, 4],
 *   invoice_date: ["2024-01-05", "2024-01-09", "2024-02-01"].map((day) => new Date(day)),
 * }));
 * assertEquals(months.getColumn("revenue").toArray(), [3, 4]);
 * ```
 */
export function customerMonths(transactions: DataFrame): DataFrame {
  return transactions.lazy()
    .withColumns(calendarMonth(pl.col("invoice_date")).alias("month"))
    .groupBy(["customer_id", "month"])
    .agg(exactTotal("revenue"))
    .withColumns(pl.col("month").min().over("customer_id").alias("first_month"))
    .sort(["month", "customer_id"])
    .collectSync();
}
