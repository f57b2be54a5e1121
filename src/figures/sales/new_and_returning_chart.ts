import { inUnit } from "../../words/money.ts";
import { type ChartOptions, chartOptions } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatPercent, formatShort } from "../../words/numbers.ts";
import { type MonthOfFile, renderMonthBars } from "../drawing/month_bars.ts";
import { CATEGORIES, MAIN } from "../drawing/palette.ts";
import { renderNoData } from "../drawing/render.ts";

/** One month, split into new customers and those who came back. */
export interface NewAndReturningRow extends MonthOfFile {
  /** Customers whose first purchase falls in the month. */
  readonly new_customers: number;
  /** Customers who had bought in an earlier month. */
  readonly returning_customers: number;
  /** Revenue of either. */
  readonly new_revenue: number;
  readonly returning_revenue: number;
  /** Share of the month's revenue that returning customers bring, 0 to 1. */
  readonly returning_share: number;
}

const NEW = CATEGORIES[4];

/**
 * Draws the revenue of each month as a bar, returning customers below and new ones on top.
 *
 * @param rows One row per month, in any order.
 * @param options Title, width and currency.
 * @returns SVG text; the share of the returning customers stands above each bar where it fits.
 *
 * @example
 * ```ts
 * import { newAndReturningChart } from "./new_and_returning_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = newAndReturningChart([{
 *   month: "2011-11", new_customers: 1, returning_customers: 3, new_revenue: 100,
 *   returning_revenue: 300, returning_share: 0.75, complete: true,
 * }]);
 * assert(svg.includes("75\u00a0%"));
 * ```
 */
export function newAndReturningChart(
  rows: readonly NewAndReturningRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Revenue of new and of returning customers");
  const months = finiteRows(rows, "new_revenue", "returning_revenue", "returning_share");
  if (months.length === 0) return renderNoData(frame);
  const written = (frame.width - 70) / months.length >= 40;
  return renderMonthBars(months, {
    pieces: [
      { colour: MAIN, height: (row) => row.returning_revenue },
      { colour: NEW, height: (row) => row.new_revenue },
    ],
    label: (row) => (written ? formatPercent(row.returning_share) : ""),
    tip: (row) =>
      `${formatNumber(row.new_customers)} new: ${formatNumber(row.new_revenue)}\n` +
      `${formatNumber(row.returning_customers)} returning: ${formatNumber(row.returning_revenue)}`,
    axis: inUnit("↑ revenue", frame.currency),
    tickFormat: formatShort,
    legend: [
      { kind: "square", label: "new in the month", colour: NEW },
      { kind: "square", label: `returning${written ? ", with their share" : ""}`, colour: MAIN },
    ],
    description: `Stacked bars of revenue of new and of returning customers for ${months.length} ` +
      "months.",
  }, frame);
}
