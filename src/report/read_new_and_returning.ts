import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatMonth } from "../words/dates.ts";
import { countOf, formatPercent } from "../words/numbers.ts";
import type { NewAndReturningRow } from "../figures/sales/new_and_returning_chart.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads the chart of new and returning customers: who brings the revenue of the last whole month.
 *
 * @param rows One row per month, in any order.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readNewAndReturning } from "./read_new_and_returning.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const row = { new_customers: 12, returning_customers: 9, new_revenue: 1, complete: true };
 * assertEquals(
 *   readNewAndReturning([
 *     { ...row, month: "2011-01", returning_revenue: 0, returning_share: 0 },
 *     { ...row, month: "2011-02", returning_revenue: 1, returning_share: 0.5 },
 *     { ...row, month: "2011-03", returning_revenue: 3, returning_share: 0.75 },
 *   ]),
 *   "Returning customers bring 75\u00a0% of the revenue in Mar 2011, after 50\u00a0% in Feb 2011; " +
 *     "12 customers are new then, and in the file's first month everybody seems to be.",
 * );
 * ```
 */
export function readNewAndReturning(rows: readonly NewAndReturningRow[]): string {
  const months = finiteRows(rows, "returning_share", "new_customers")
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  if (months.length === 0) return NO_DATA;
  const [first, ...later] = months;
  if (later.length === 0) {
    return `The file has one month with known customers, ${formatMonth(first.month)}: nobody can ` +
      `have come back.`;
  }
  const whole = later.filter((row) => row.complete);
  const last = (whole.length > 0 ? whole : later).slice(-1)[0];
  const before = later[0] === last
    ? ""
    : `, after ${formatPercent(later[0].returning_share)} in ${formatMonth(later[0].month)}`;
  const fresh = last.new_customers === 0
    ? "nobody is"
    : countOf(last.new_customers, "customer is", "customers are");
  return `Returning customers bring ${formatPercent(last.returning_share)} of the revenue in ` +
    `${formatMonth(last.month)}${before}; ` +
    `${fresh} new then, and in the file's first month everybody seems to be.`;
}
