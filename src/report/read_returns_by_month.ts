import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatMonth } from "../words/dates.ts";
import { formatPercent } from "../words/numbers.ts";
import type { ReturnsByMonthRow } from "../figures/returns/returns_by_month_chart.ts";
import { formatMoney } from "../words/money.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads the returns by month: how much came back in all, and in which month most.
 *
 * @param rows One row per month, in any order.
 * @param currency Sign or code of the currency.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readReturnsByMonth } from "./read_returns_by_month.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readReturnsByMonth([
 *     { month: "2011-01", sold: 100, returned: 20, returned_share: 0.2, complete: true },
 *     { month: "2011-02", sold: 300, returned: 20, returned_share: 0.0667, complete: true },
 *   ]),
 *   "In all 40 came back, 10.0\u00a0% of what was sold; Jan 2011 has the largest share, 20.0\u00a0%.",
 * );
 * ```
 */
export function readReturnsByMonth(rows: readonly ReturnsByMonthRow[], currency?: string): string {
  const known = finiteRows(rows, "sold", "returned");
  const months = finiteRows(known, "returned_share");
  if (months.length === 0) return NO_DATA;
  const returned = known.reduce((sum, row) => sum + row.returned, 0);
  const sold = known.reduce((sum, row) => sum + row.sold, 0);
  if (returned === 0) return "Nothing came back in the months of this file.";
  const most = months.reduce((a, b) => (b.returned_share! > a.returned_share! ? b : a));
  return `In all ${formatMoney(returned, currency)} came back, ` +
    `${formatPercent(returned / sold, 1)} of what was sold; ${formatMonth(most.month)}` +
    `${most.complete ? "" : ", covered only in part,"} has the largest share, ` +
    `${formatPercent(most.returned_share, 1)}.`;
}
