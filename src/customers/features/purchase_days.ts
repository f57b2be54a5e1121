import pl, { type DataFrame } from "nodejs-polars";
import { DAY, linesBefore } from "../../frames/days.ts";
import { exactTotal } from "../../frames/exact_total.ts";

/**
 * The days on which each customer bought, as the probability models count purchases: several
 * invoices of one day are one.
 *
 * @param transactions Lines: `customer_id, invoice_date, revenue`, in any order.
 * @param from ISO date of the first day; null for all of the past.
 * @param until ISO date of the first day that no longer counts.
 * @returns `customer_id, day` (since 1970), `revenue` of that day; sorted by customer and day.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../../frames/columns.ts";
 * import { purchaseDays } from "./purchase_days.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const days = purchaseDays(pl.DataFrame({
 *   customer_id: ["7", "7", "7"], revenue: [10, 4, 8],
 *   invoice_date: dateSeries("invoice_date", Float64Array.of(0.1, 0.2, 9).map((day) => day * 864e5)),
 * }), null, "1970-01-05");
 * assertEquals(days.rows(), [["7", 0, 14]]);
 * ```
 */
export function purchaseDays(
  transactions: DataFrame,
  from: string | null,
  until: string,
): DataFrame {
  const before = transactions.filter(linesBefore(until));
  const instant = pl.col("invoice_date").cast(pl.Int64).cast(pl.Float64);
  return (from === null ? before : before.filter(linesBefore(from).not()))
    .withColumns(instant.div(DAY).floor().alias("day"))
    .groupBy("customer_id", "day")
    .agg(exactTotal("revenue"))
    .sort(["customer_id", "day"]);
}
