import pl, { type DataFrame } from "nodejs-polars";
import { orders } from "./orders.ts";
import type { Snapshot } from "../snapshot.ts";

/**
 * Counts each customer's orders by month of the year, all years together: what a season is tested
 * on.
 *
 * @param snapshot See {@linkcode takeSnapshot}.
 * @returns One row per customer, sorted by `customer_id`: `month_1` (January) to `month_12` as
 * Float64, adding up to `frequency`.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { ordersByMonth } from "./orders_by_month.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const transactions = pl.DataFrame({
 *   customer_id: ["7", "7", "7"], invoice_id: ["1", "2", "3"],
 *   invoice_date: ["2023-12-01", "2024-01-15", "2024-12-24"].map((day) => new Date(day)),
 * });
 * const months = ordersByMonth({ asOf: "2025-01-01", transactions, returns: transactions });
 * assertEquals([months.row(0)[1], months.row(0)[12]], [1, 2]);
 * ```
 */
export function ordersByMonth(snapshot: Snapshot): DataFrame {
  const month = pl.col("invoice_date").dt.month().cast(pl.Int32);
  const counts = Array.from(
    { length: 12 },
    (_, i) => month.eq(pl.lit(i + 1).cast(pl.Int32)).cast(pl.Float64).sum().alias(`month_${i + 1}`),
  );
  return orders(snapshot.transactions).groupBy("customer_id").agg(...counts).sort("customer_id");
}
