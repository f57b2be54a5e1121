import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions } from "./chart_options.ts";
import { finiteRows } from "./finite_rows.ts";
import { formatMonth, formatNumber, formatPercent } from "./format.ts";
import type { LegendEntry } from "./legend.ts";
import { monthTick } from "./month_tick.ts";
import { CATEGORIES, INK } from "./palette.ts";
import { renderNoData, renderPlot } from "./render.ts";

/** What was sold and what came back in one month. */
export interface ReturnsByMonthRow {
  /** Year and month, `YYYY-MM`. */
  readonly month: string;
  /** Value of the purchases and of the returns, in the currency of the file. */
  readonly sold: number;
  readonly returned: number;
  /** Returned relative to sold; null where nothing was sold. */
  readonly returned_share: number | null;
  /** Whether the file covers the month to its end. */
  readonly complete: boolean;
}

const COLOUR = CATEGORIES[1];

/**
 * Draws the value that came back in each month, relative to what was sold in it, as bars.
 *
 * @param rows One row per month, in any order; those without a share are left out.
 * @param options Title, width and currency.
 * @returns SVG text; the share stands above each bar, or above the highest where there is no room.
 *
 * @example
 * ```ts
 * import { returnsByMonthChart } from "./returns_by_month_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = returnsByMonthChart([
 *   { month: "2011-01", sold: 100, returned: 16.6, returned_share: 0.166, complete: true },
 * ]);
 * assert(svg.includes("16.6\u00a0%"));
 * ```
 */
export function returnsByMonthChart(
  rows: readonly ReturnsByMonthRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Value that came back, by month");
  const months = finiteRows(rows, "returned_share").sort((a, b) => (a.month < b.month ? -1 : 1));
  if (months.length === 0) return renderNoData(frame);
  const names = months.map((row) => row.month);
  const highest = months.reduce((a, b) => (b.returned_share! > a.returned_share! ? b : a));
  const written = (frame.width - 70) / names.length >= 40;
  const place = { x: "month", y: "returned_share" };
  const legend: LegendEntry[] = months.every((row) => row.complete) ? [] : [
    { kind: "square", label: "complete month", colour: COLOUR },
    { kind: "outline", label: "month that the file covers only in part", colour: COLOUR },
  ];
  return renderPlot({
    height: 290,
    marginLeft: 52,
    marginRight: 8,
    marginTop: 34,
    marginBottom: 44,
    x: { domain: names, label: null, padding: 0.22 },
    y: {
      label: "↑ returned in the month, relative to sold in it",
      labelArrow: "none",
      grid: true,
      ticks: 5,
      tickFormat: (share: number) => formatPercent(share, highest.returned_share! < 0.05 ? 1 : 0),
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
        ...place,
        fill: COLOUR,
        fillOpacity: (row: ReturnsByMonthRow) => (row.complete ? 1 : 0.25),
        title: describe,
      }),
      Plot.barY(months.filter((row) => !row.complete), {
        ...place,
        fill: "none",
        stroke: COLOUR,
        strokeDasharray: "4 3",
      }),
      Plot.text(written ? months : [highest], {
        ...place,
        text: (row: ReturnsByMonthRow) => formatPercent(row.returned_share, 1),
        dy: -9,
        fill: INK.strong,
        fontSize: 11,
      }),
      Plot.ruleY([0], { stroke: INK.reference }),
    ],
  }, {
    ...frame,
    legend,
    description: `Bars of the share of value that came back for ${months.length} months.`,
  });
}

const describe = (row: ReturnsByMonthRow): string =>
  `${formatMonth(row.month)}: ${formatNumber(row.returned)} came back, ` +
  `${formatNumber(row.sold)} was sold` + (row.complete ? "" : "\n(month not complete)");
