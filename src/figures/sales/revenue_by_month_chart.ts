import { inUnit } from "../../words/money.ts";
import { type ChartOptions, chartOptions } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatShort } from "../../words/numbers.ts";
import { type MonthOfFile, renderMonthBars } from "../drawing/month_bars.ts";
import { MAIN } from "../drawing/palette.ts";
import { renderNoData } from "../drawing/render.ts";

/** One calendar month of sales. */
export interface RevenueByMonthRow extends MonthOfFile {
  /** Revenue. */
  readonly revenue: number;
  /** Number of invoices. */
  readonly invoices: number;
  /** Number of customers who bought. */
  readonly customers: number;
}

/**
 * Draws revenue by month as bars; a month that the file does not cover whole is lighter and dashed.
 *
 * @param rows One row per month, in any order.
 * @param options Title, width and currency.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { revenueByMonthChart } from "./revenue_by_month_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const rows = [{ month: "2011-11", revenue: 1e6, invoices: 9, customers: 5, complete: true }];
 * assert(revenueByMonthChart(rows).includes("Nov"));
 * ```
 */
export function revenueByMonthChart(
  rows: readonly RevenueByMonthRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Revenue by month");
  const months = finiteRows(rows, "revenue");
  if (months.length === 0) return renderNoData(frame);
  const best = months.reduce((a, b) => (b.revenue > a.revenue ? b : a));
  return renderMonthBars(months, {
    pieces: [{ colour: MAIN, height: (row) => row.revenue }],
    label: (row) => (row === best ? formatShort(row.revenue) : ""),
    tip: (row) =>
      `${formatNumber(row.revenue)}\n` +
      `${formatNumber(row.invoices)} orders, ${formatNumber(row.customers)} customers`,
    axis: inUnit("↑ revenue", frame.currency),
    tickFormat: formatShort,
    description: `Bars of revenue for ${months.length} months.`,
  }, frame);
}
