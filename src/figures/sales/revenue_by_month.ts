import { formatMoney, inUnit } from "../../words/money.ts";
import { formatNumber, formatShort } from "../../words/numbers.ts";
import { formatMonth } from "../../words/dates.ts";
import type { MonthRow } from "../../exploration/revenue_by_month.ts";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { renderMonthBars } from "../drawing/month_bars.ts";
import { MAIN } from "../drawing/palette.ts";
import { renderNoData } from "../drawing/render.ts";
import { NO_DATA } from "../../words/sentences.ts";

/**
 * Revenue of each month as bars; a month that the file covers only in part is pale.
 *
 * @param rows One row per month, in any order.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: the best month against the others, and what is incomplete.
 *
 * @example
 * ```ts
 * import { revenueByMonthFigure } from "./revenue_by_month.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const row = { invoices: 1, customers: 1, complete: true };
 * assertEquals(
 *   revenueByMonthFigure([
 *     { month: "2011-10", revenue: 100, ...row },
 *     { month: "2011-11", revenue: 150, ...row },
 *     { month: "2011-12", revenue: 20, ...row, complete: false },
 *   ]).caption,
 *   "Nov 2011 is the best month with 150, 1.5 times the mean of the other complete months; " +
 *     "Dec 2011 is covered only in part, so it cannot be compared.",
 * );
 * ```
 */
export function revenueByMonthFigure(
  rows: readonly MonthRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Revenue by month",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows, options.currency),
    rows,
  }, options);
}

function draw(rows: readonly MonthRow[], frame: Drawing): string {
  const months = finiteRows(rows, "revenue");
  if (months.length === 0) return renderNoData(frame);
  const best = months.reduce((a, b) => (b.revenue > a.revenue ? b : a));
  return renderMonthBars(months, {
    pieces: [{ colour: MAIN, height: (row) => row.revenue }],
    label: (row) => (row === best ? formatShort(row.revenue) : ""),
    tip: (row) =>
      `${formatNumber(row.revenue)}\n` +
      `${formatNumber(row.invoices)} orders, ${formatNumber(row.customers)} customers`,
    axis: `↑ ${inUnit("revenue", frame.currency)}`,
    tickFormat: formatShort,
  }, frame);
}

function captionOf(rows: readonly MonthRow[], currency?: string): string {
  const months = finiteRows(rows, "revenue");
  const complete = months.filter((row) => row.complete);
  if (months.length === 0) return NO_DATA;
  const partial = months.filter((row) => !row.complete).map((row) => formatMonth(row.month)).sort();
  if (complete.length === 0) {
    return `The file covers no whole month: ${partial.join(", ")} cannot be compared.`;
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
