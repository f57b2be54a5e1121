import pl, { type DataFrame } from "nodejs-polars";
import { exactTotal, exactTotalOf } from "../../frames/exact_total.ts";
import type { Snapshot } from "../snapshot.ts";

/**
 * The lines of a snapshot added up by customer, invoice, moment and country, so that features read
 * a table that is as short as the shop has orders.
 *
 * @param snapshot See {@linkcode takeSnapshot}.
 * @returns `customer_id, invoice_id, invoice_date, country, revenue, items`, in no order.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { visits } from "./visits.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const noon = new Date("2024-05-01T12:00:00Z");
 * const transactions = pl.DataFrame({
 *   customer_id: ["7", "7"], invoice_id: ["1", "1"], invoice_date: [noon, noon],
 *   country: ["UK", "UK"], quantity: [2, 1], revenue: [0.1, 0.2],
 * });
 * const [visit] = visits({ asOf: "2024-05-02", transactions, returns: transactions }).toRecords();
 * assertEquals([visit.revenue, visit.items], [0.3, 3]);
 * ```
 */
export function visits(snapshot: Snapshot): DataFrame {
  return snapshot.transactions.lazy()
    .groupBy(["customer_id", "invoice_id", "invoice_date", "country"])
    .agg(exactTotal("revenue"), exactTotalOf(pl.col("quantity")).alias("items"))
    .collectSync();
}
