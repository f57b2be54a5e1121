import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions } from "./chart_options.ts";
import { finiteRows } from "./finite_rows.ts";
import { formatMonth, formatNumber, formatPercent, formatShort } from "./format.ts";
import type { LegendEntry } from "./legend.ts";
import { monthTick } from "./month_tick.ts";
import { CATEGORIES, INK, MAIN } from "./palette.ts";
import { renderNoData, renderPlot } from "./render.ts";

/** One month, split into new customers and those who came back. */
export interface NewAndReturningRow {
  /** Year and month, `YYYY-MM`. */
  readonly month: string;
  /** Customers whose first purchase falls in the month. */
  readonly new_customers: number;
  /** Customers who had bought in an earlier month. */
  readonly returning_customers: number;
  /** Revenue of either, in the currency of the file. */
  readonly new_revenue: number;
  readonly returning_revenue: number;
  /** Share of the month's revenue that returning customers bring, 0 to 1. */
  readonly returning_share: number;
  /** Whether the file covers the month to its end. */
  readonly complete: boolean;
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
  const months = finiteRows(rows, "new_revenue", "returning_revenue", "returning_share")
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  if (months.length === 0) return renderNoData(frame);
  const names = months.map((row) => row.month);
  const written = (frame.width - 70) / names.length >= 32;
  const total = (row: NewAndReturningRow) => row.new_revenue + row.returning_revenue;
  const paler = (row: NewAndReturningRow) => (row.complete ? 1 : 0.4);
  const legend: LegendEntry[] = [
    { kind: "square", label: "new in the month", colour: NEW },
    { kind: "square", label: `returning${written ? ", with their share" : ""}`, colour: MAIN },
  ];
  if (!months.every((row) => row.complete)) {
    legend.push({ kind: "outline", label: "pale: month not complete", colour: INK.reference });
  }
  return renderPlot({
    height: 320,
    marginLeft: 62,
    marginRight: 8,
    marginTop: 34,
    marginBottom: 44,
    x: { domain: names, label: null, padding: 0.22 },
    y: {
      label: `↑ revenue (${frame.currency})`,
      labelArrow: "none",
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
      Plot.barY(months, { x: "month", y: "returning_revenue", fill: MAIN, fillOpacity: paler }),
      Plot.barY(months, {
        x: "month",
        y1: "returning_revenue",
        y2: total,
        fill: NEW,
        fillOpacity: paler,
        title: describe,
      }),
      Plot.text(written ? months : [], {
        x: "month",
        y: total,
        text: (row: NewAndReturningRow) => formatPercent(row.returning_share),
        dy: -9,
        fill: INK.strong,
        fontSize: 11,
      }),
      Plot.ruleY([0], { stroke: INK.reference }),
    ],
  }, {
    ...frame,
    legend,
    description: `Stacked bars of revenue of new and of returning customers for ${months.length} ` +
      "months.",
  });
}

const describe = (row: NewAndReturningRow): string =>
  `${formatMonth(row.month)}\n` +
  `${formatNumber(row.new_customers)} new: ${formatNumber(row.new_revenue)}\n` +
  `${formatNumber(row.returning_customers)} returning: ${formatNumber(row.returning_revenue)}` +
  (row.complete ? "" : "\n(month not complete)");
