import type { DataFrame } from "nodejs-polars";
import { revenueByMonth } from "./revenue_by_month.ts";

/** What was sold and what came back in one calendar month. */
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
  const sold = byMonth(transactions),
    back = byMonth(returns),
    all = byMonth(
      transactions.select("invoice_id", "customer_id", "invoice_date", "revenue")
        .vstack(returns.select("invoice_id", "customer_id", "invoice_date", "revenue")),
    );
  return [...all.values()].map(({ month, complete }) => {
    const bought = sold.get(month)?.revenue ?? 0;
    const returned = 0 - (back.get(month)?.revenue ?? 0);
    const returned_share = bought > 0 ? returned / bought : null;
    return { month, sold: bought, returned, returned_share, complete };
  });
}

function byMonth(lines: DataFrame) {
  return new Map(lines.height ? revenueByMonth(lines).map((row) => [row.month, row]) : []);
}
