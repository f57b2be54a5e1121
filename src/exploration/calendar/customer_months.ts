import pl, { type DataFrame } from "nodejs-polars";
import { exactTotal } from "../../frames/exact_total.ts";
import { calendarMonth } from "./calendar_month.ts";

/**
 * What each customer spent in each calendar month, beside the month in which they first bought.
 *
 * @returns One row per customer and month with purchases: `customer_id, month, first_month` (see
 * {@linkcode calendarMonth}) and `revenue`, sorted by month and customer.
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
