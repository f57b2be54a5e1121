import pl, { type DataFrame } from "nodejs-polars";

/**
 * The orders of each customer with the moment of their first line.
 *
 * @param visits Lines or {@linkcode visits}: `customer_id, invoice_id, invoice_date`.
 * @returns `customer_id, invoice_id, invoice_date`, one row per order, in no order.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { orders } from "./orders.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({
 *   customer_id: ["7", "7"], invoice_id: ["1", "1"],
 *   invoice_date: [new Date("2024-05-01T17:59:00Z"), new Date("2024-05-01T18:01:00Z")],
 * });
 * assertEquals(orders(lines).getColumn("invoice_date").dt.minute().toArray(), [59]);
 * ```
 */
export function orders(visits: DataFrame): DataFrame {
  return visits.groupBy("customer_id", "invoice_id").agg(pl.col("invoice_date").min());
}
