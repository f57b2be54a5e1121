import pl, { type DataFrame } from "nodejs-polars";
import { numberColumn } from "../../frames/columns.ts";
import { exactTotal } from "../../frames/exact_total.ts";
import { calendarMonth, monthName } from "../calendar/calendar_month.ts";
import { isCompleteMonth } from "../calendar/is_complete_month.ts";
import { spanOfDays } from "../calendar/span_of_days.ts";

/** Sales and returns of one calendar month. */
export interface ReturnsMonthRow {
  /** `2011-11`. */
  readonly month: string;
  /** Value of the purchases. */
  readonly sold: number;
  /** Value of the lines cancelled in this month, above 0; they may have been bought earlier. */
  readonly returned: number;
  /** Returned relative to sold; null in a month without purchases. */
  readonly returned_share: number | null;
  /** False where the file begins after the month's first day or ends before its last one. */
  readonly complete: boolean;
}

/**
 * Returns by the calendar month in which they came back.
 *
 * @param transactions Purchases of known customers.
 * @param returns Cancelled lines of known customers, with negative revenue.
 * @returns One row per month that has purchases or returns, in order of time.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { returnsByMonth } from "./returns_by_month.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = (day: string, revenue: number) =>
 *   pl.DataFrame({
 *     invoice_id: ["1"], customer_id: ["7"], invoice_date: [new Date(day)], revenue: [revenue],
 *   });
 * assertEquals(returnsByMonth(lines("2024-05-01", 8), lines("2024-05-31", -2)), [
 *   { month: "2024-05", sold: 8, returned: 2, returned_share: 0.25, complete: true },
 * ]);
 * ```
 */
export function returnsByMonth(transactions: DataFrame, returns: DataFrame): ReturnsMonthRow[] {
  const bought = revenueOfMonths(transactions), back = revenueOfMonths(returns);
  const spans = [transactions, returns].filter(({ height }) => height > 0).map(spanOfDays);
  const span = [
    spans.map(([first]) => first).sort()[0],
    spans.map(([, last]) => last).sort().reverse()[0],
  ] as const;
  const months = [...new Set([...bought.keys(), ...back.keys()])].sort((a, b) => a - b);
  return months.map((month) => {
    const sold = bought.get(month) ?? 0;
    const returned = 0 - (back.get(month) ?? 0);
    return {
      month: monthName(month),
      sold,
      returned,
      returned_share: sold > 0 ? returned / sold : null,
      complete: isCompleteMonth(month, span),
    };
  });
}

function revenueOfMonths(lines: DataFrame): Map<number, number> {
  const months = lines
    .select(calendarMonth(pl.col("invoice_date")).alias("month"), pl.col("revenue"))
    .groupBy("month")
    .agg(exactTotal("revenue"));
  const revenue = numberColumn(months, "revenue");
  return new Map(Array.from(numberColumn(months, "month"), (month, row) => [month, revenue[row]]));
}
