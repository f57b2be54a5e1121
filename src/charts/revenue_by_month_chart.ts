import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions } from "./chart_options.ts";
import { finiteRows } from "./finite_rows.ts";
import { formatMonth, formatNumber, formatShort } from "./format.ts";
import type { LegendEntry } from "./legend.ts";
import { monthTick } from "./month_tick.ts";
import { INK, MAIN } from "./palette.ts";
import { renderNoData, renderPlot } from "./render.ts";

/** One calendar month of sales. */
export interface RevenueByMonthRow {
  /** Year and month, `YYYY-MM`. */
  readonly month: string;
  /** Revenue in the currency of the file. */
  readonly revenue: number;
  /** Number of invoices. */
  readonly invoices: number;
  /** Number of customers who bought. */
  readonly customers: number;
  /** Whether the file covers the month to its end. */
  readonly complete: boolean;
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
  const months = finiteRows(rows, "revenue").sort((a, b) => (a.month < b.month ? -1 : 1));
  if (months.length === 0) return renderNoData(frame);
  const names = months.map((row) => row.month);
  const best = months.reduce((a, b) => (b.revenue > a.revenue ? b : a));
  const legend: LegendEntry[] = months.every((row) => row.complete) ? [] : [
    { kind: "square", label: "complete month", colour: MAIN },
    { kind: "outline", label: "month that the file covers only in part", colour: MAIN },
  ];
  return renderPlot({
    height: 320,
    marginLeft: 62,
    marginRight: 8,
    marginTop: 34,
    marginBottom: 44,
    x: { domain: names, label: null, padding: 0.22 },
    y: {
      label: `↑ revenue (${frame.currency})`,
      grid: true,
      ticks: 5,
      tickFormat: formatShort,
      zero: true,
    },
    marks: [
      Plot.axisX(names, {
        tickFormat: monthTick(names, frame.width),
        tickSize: 0,
        label: null,
        lineHeight: 1.25,
      }),
      Plot.barY(months, {
        x: "month",
        y: "revenue",
        fill: MAIN,
        fillOpacity: (row: RevenueByMonthRow) => (row.complete ? 1 : 0.25),
        title: describe,
      }),
      Plot.barY(months.filter((row) => !row.complete), {
        x: "month",
        y: "revenue",
        fill: "none",
        stroke: MAIN,
        strokeDasharray: "4 3",
      }),
      Plot.text([best], {
        x: "month",
        y: "revenue",
        text: (row: RevenueByMonthRow) => formatShort(row.revenue),
        dy: -9,
        fill: INK.strong,
        fontWeight: 600,
      }),
      Plot.ruleY([0], { stroke: INK.reference }),
    ],
  }, {
    ...frame,
    legend,
    description: `Bars of revenue for ${months.length} months, from ${formatMonth(names[0])} to ` +
      `${formatMonth(names[names.length - 1])}.`,
  });
}

const describe = (row: RevenueByMonthRow): string =>
  `${formatMonth(row.month)}: ${formatNumber(row.revenue)}\n` +
  `${formatNumber(row.invoices)} orders, ${formatNumber(row.customers)} customers` +
  (row.complete ? "" : "\n(month not complete)");
