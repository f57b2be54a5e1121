import pl, { type DataFrame } from "nodejs-polars";
import { exactTotal } from "../frames/exact_total.ts";

/** Sales in one hour of one weekday, over the whole file. */
export interface WeekdayHourRow {
  /** ISO weekday, Monday is 1 and Sunday 7. */
  readonly weekday: number;
  /** Hour of the day, 0 to 23, in the shop's wall clock. */
  readonly hour: number;
  readonly revenue: number;
  readonly invoices: number;
}

/**
 * Revenue and invoices by weekday and hour.
 *
 * @param sales Transaction lines.
 * @returns One row per weekday and hour that has sales, Monday first.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { revenueByWeekdayHour } from "./revenue_by_weekday_hour.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sales = pl.DataFrame({
 *   invoice_id: ["1"], revenue: [2.5], invoice_date: [new Date("2024-05-01T10:30:00Z")],
 * });
 * assertEquals(revenueByWeekdayHour(sales), [{ weekday: 3, hour: 10, revenue: 2.5, invoices: 1 }]);
 * ```
 */
export function revenueByWeekdayHour(sales: DataFrame): WeekdayHourRow[] {
  const date = pl.col("invoice_date");
  return sales.lazy()
    .withColumns(
      date.dt.weekday().cast(pl.Int32).alias("weekday"),
      date.dt.hour().cast(pl.Int32).alias("hour"),
    )
    .groupBy(["weekday", "hour"])
    .agg(exactTotal("revenue"), pl.col("invoice_id").nUnique().alias("invoices"))
    .sort(["weekday", "hour"])
    .collectSync()
    .toRecords() as unknown as WeekdayHourRow[];
}
