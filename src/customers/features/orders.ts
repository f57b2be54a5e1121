import pl, { type DataFrame } from "nodejs-polars";

/**
 * The orders of each customer with the moment of their first line.
 *
 * @returns `customer_id, invoice_id, invoice_date`, one row per order, in no order.
 */
export function orders(visits: DataFrame): DataFrame {
  return visits.groupBy("customer_id", "invoice_id").agg(pl.col("invoice_date").min());
}
