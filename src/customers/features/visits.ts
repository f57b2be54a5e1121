import pl, { type DataFrame } from "nodejs-polars";
import { exactTotal, exactTotalOf } from "../../frames/exact_total.ts";
import type { Snapshot } from "../snapshot.ts";

/**
 * The lines of a snapshot added up by customer, invoice, moment and country, so that features read
 * a table that is as short as the shop has orders.
 *
 * @returns `customer_id, invoice_id, invoice_date, country, revenue, items`, in no order.
 */
export function visits(snapshot: Snapshot): DataFrame {
  return snapshot.transactions.lazy()
    .groupBy(["customer_id", "invoice_id", "invoice_date", "country"])
    .agg(exactTotal("revenue"), exactTotalOf(pl.col("quantity")).alias("items"))
    .collectSync();
}
