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
