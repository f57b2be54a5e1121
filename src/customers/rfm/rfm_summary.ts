import pl, { type DataFrame } from "nodejs-polars";
import { exactTotal } from "../../frames/exact_total.ts";
import { DAY, instantOf } from "../../frames/days.ts";
import type { Snapshot } from "../snapshot.ts";

/**
 * Recency, frequency and monetary value of each customer at a snapshot.
 *
 * @param snapshot See {@linkcode takeSnapshot}.
 * @returns One row per customer, sorted by `customer_id`: `recency_days` (whole days from the last
 * purchase to the snapshot), `frequency` (purchase invoices), `monetary_value` (total spend).
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { rfmSummary } from "./rfm_summary.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const transactions = pl.DataFrame({
 *   customer_id: ["7", "7"], invoice_id: ["1", "2"], revenue: [2.5, 4],
 *   invoice_date: [new Date("2024-05-01T10:00:00Z"), new Date("2024-05-03T10:00:00Z")],
 * });
 * const rfm = rfmSummary({ asOf: "2024-05-11", transactions, returns: transactions });
 * assertEquals(rfm.row(0), ["7", 7, 2, 6.5]);
 * ```
 */
export function rfmSummary(snapshot: Snapshot): DataFrame {
  const date = pl.col("invoice_date").cast(pl.Int64).cast(pl.Float64);
  return snapshot.transactions
    .groupBy("customer_id")
    .agg(
      date.max().mul(-1).add(instantOf(snapshot.asOf)).div(DAY).floor().alias("recency_days"),
      pl.col("invoice_id").nUnique().cast(pl.Float64).alias("frequency"),
      exactTotal("revenue").alias("monetary_value"),
    )
    .sort("customer_id");
}
