import { inUnit } from "../../words/money.ts";
import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatPercent, formatShort } from "../../words/numbers.ts";
import { shorten } from "../../words/sentences.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { labelMargin } from "../drawing/svg_text.ts";

/** Sales to one country. */
export interface RevenueByCountryRow {
  /** Name of the country. */
  readonly country: string;
  /** Revenue. */
  readonly revenue: number;
  /** Number of customers. */
  readonly customers: number;
  /** Number of invoices. */
  readonly invoices: number;
  /** Share of all revenue, 0 to 1. */
  readonly share: number;
}

/** How many countries have a line of their own. */
const SHOWN = 12;

/**
 * Draws revenue by country as dots on a logarithmic scale, the share written beside each.
 *
 * One home country often holds more than the rest together: bars from zero would show nothing
 * else, and bars on a logarithmic scale would lie about proportions, dots do not.
 *
 * @param rows One row per country, in any order; those without revenue are left out.
 * @param options Title, width and currency.
 * @returns SVG text with the twelve biggest countries.
 *
 * @example
 * ```ts
 * import { revenueByCountryChart } from "./revenue_by_country_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = revenueByCountryChart([
 *   { country: "United Kingdom", revenue: 820, customers: 9, invoices: 20, share: 0.82 },
 *   { country: "Eire", revenue: 180, customers: 1, invoices: 4, share: 0.18 },
 * ]);
 * assert(svg.includes("82.0\u00a0%"));
 * ```
 */
export function revenueByCountryChart(
  rows: readonly RevenueByCountryRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Revenue by country");
  const countries = finiteRows(rows, "revenue").filter((row) => row.revenue > 0)
    .sort((a, b) => b.revenue - a.revenue || (a.country < b.country ? -1 : 1))
    .slice(0, SHOWN);
  if (countries.length === 0) return renderNoData(frame);
  const low = 10 ** Math.floor(Math.log10(countries[countries.length - 1].revenue));
  const high = Math.max(10 ** Math.ceil(Math.log10(countries[0].revenue)), low * 10);
  const narrow = frame.width < NARROW;
  const name = (country: string) => shorten(country, narrow ? 14 : 19);
  const place = { x: "revenue", y: "country" };
  return renderPlot({
    height: 56 + countries.length * 25,
    marginLeft: labelMargin(countries.map((row) => name(row.country))),
    marginRight: narrow ? 52 : 170,
    marginTop: 6,
    marginBottom: 44,
    x: {
      type: "log",
      domain: [low, high],
      label: narrow
        ? `${inUnit("revenue", frame.currency)}; lines: ten times →`
        : `${inUnit("revenue", frame.currency)}; each grid line is ten times the one before →`,
      labelArrow: "none",
    },
    y: { domain: countries.map((row) => row.country), label: null },
    marks: [
      Plot.gridX(decades(low, high), { stroke: INK.soft }),
      Plot.axisX(decades(low, high), { tickFormat: formatShort, tickSize: 0 }),
      Plot.axisY({
        tickFormat: name,
        tickSize: 0,
        label: null,
      }),
      Plot.ruleY(countries, { y: "country", x1: low, x2: "revenue", stroke: INK.faint }),
      Plot.dot(countries, { ...place, r: 5.5, fill: MAIN, title: describe }),
      Plot.text(countries, {
        ...place,
        text: (row: RevenueByCountryRow) =>
          formatPercent(row.share, 1) + (narrow ? "" : `, ${customers(row.customers)}`),
        textAnchor: "start",
        dx: 11,
        fill: INK.strong,
        stroke: "white",
        strokeWidth: 4,
      }),
    ],
  }, {
    ...frame,
    description: `Dots of revenue on a logarithmic scale for ${countries.length} countries.`,
  });
}

const customers = (count: number): string =>
  `${formatNumber(count)} ${count === 1 ? "customer" : "customers"}`;

function decades(low: number, high: number): number[] {
  const ticks = [];
  for (let tick = low; tick <= high * 1.0001; tick *= 10) ticks.push(tick);
  return ticks;
}

const describe = (row: RevenueByCountryRow): string =>
  `${row.country}: ${formatNumber(row.revenue)}\n${formatNumber(row.invoices)} orders`;
