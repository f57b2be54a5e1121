import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatMonth } from "../words/dates.ts";
import { formatNumber } from "../words/numbers.ts";
import type { RevenueByMonthRow } from "../figures/sales/revenue_by_month_chart.ts";
import { formatMoney } from "../words/money.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads the chart of revenue by month: the best month against the others, and what is incomplete.
 *
 * @param rows One row per month, in any order.
 * @param currency Sign or code of the currency.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readRevenueByMonth } from "./read_revenue_by_month.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const row = { invoices: 1, customers: 1, complete: true };
 * assertEquals(
 *   readRevenueByMonth([
 *     { month: "2011-10", revenue: 100, ...row },
 *     { month: "2011-11", revenue: 150, ...row },
 *     { month: "2011-12", revenue: 20, ...row, complete: false },
 *   ]),
 *   "Nov 2011 is the best month with 150, 1.5 times the mean of the other complete months; " +
 *     "Dec 2011 is covered only in part, so it cannot be compared.",
 * );
 * ```
 */
export function readRevenueByMonth(rows: readonly RevenueByMonthRow[], currency?: string): string {
  const months = finiteRows(rows, "revenue");
  const complete = months.filter((row) => row.complete);
  if (months.length === 0) return NO_DATA;
  const partial = months.filter((row) => !row.complete).map((row) => formatMonth(row.month)).sort();
  if (complete.length === 0) {
    return `No month is covered whole by the file: ${partial.join(", ")} cannot be compared.`;
  }
  const best = complete.reduce((a, b) => (b.revenue > a.revenue ? b : a));
  const others = complete.filter((row) => row !== best);
  const mean = others.reduce((sum, row) => sum + row.revenue, 0) / others.length;
  const against = mean > 0
    ? `, ${formatNumber(best.revenue / mean, 1)} times the mean of the other complete months`
    : "";
  const rest = partial.length === 0
    ? ""
    : `; ${partial.join(" and ")} ${
      partial.length === 1 ? "is" : "are"
    } covered only in part, so ` +
      `${partial.length === 1 ? "it" : "they"} cannot be compared`;
  return `${formatMonth(best.month)} is the best month with ${
    formatMoney(best.revenue, currency)
  }` +
    `${against}${rest}.`;
}
