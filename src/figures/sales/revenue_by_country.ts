import { formatNumber, formatPercent, formatShort } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import type { CountryRow } from "../../exploration/revenue_by_country.ts";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { labelMargin } from "../drawing/svg_text.ts";
import { NO_DATA, shorten } from "../../words/sentences.ts";
import { inUnit } from "../../words/money.ts";

/** How many countries have a line of their own. */
const SHOWN = 12;

/**
 * Revenue of each country as dots on a logarithmic scale.
 *
 * One home country often holds more than the rest together: bars from zero would show nothing
 * else, and bars on a logarithmic scale would lie about proportions, dots do not.
 *
 * @param rows One row per country, in any order; those without revenue are left out.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: the biggest, the next, and how many there are.
 *
 * @example
 * ```ts
 * import { revenueByCountryFigure } from "./revenue_by_country.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   revenueByCountryFigure([
 *     { country: "EIRE", revenue: 18, customers: 1, invoices: 4, share: 0.18 },
 *     { country: "United Kingdom", revenue: 82, customers: 9, invoices: 20, share: 0.82 },
 *   ]).caption,
 *   "United Kingdom brings 82.0\u00a0% of revenue; EIRE follows with 18.0\u00a0%, and 2 countries " +
 *     "bought in all.",
 * );
 * ```
 */
export function revenueByCountryFigure(
  rows: readonly CountryRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Revenue by country",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

function draw(rows: readonly CountryRow[], frame: Drawing): string {
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
        ? `${inUnit("revenue", frame.currency)}, lines: ten times →`
        : `${inUnit("revenue", frame.currency)}, each grid line ten times the one before →`,
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
        text: (row: CountryRow) =>
          formatPercent(row.share, 1) + (narrow ? "" : `, ${customers(row.customers)}`),
        textAnchor: "start",
        dx: 11,
        fill: INK.strong,
        stroke: "white",
        strokeWidth: 4,
      }),
    ],
  }, frame);
}

function captionOf(rows: readonly CountryRow[]): string {
  const countries = finiteRows(rows, "revenue", "share").sort((a, b) =>
    b.revenue - a.revenue || (a.country < b.country ? -1 : 1)
  );
  if (countries.length === 0) return NO_DATA;
  const [first, second] = countries;
  if (second === undefined) return `All revenue comes from one country, ${first.country}.`;
  return `${first.country} brings ${formatPercent(first.share, 1)} of revenue; ${second.country} ` +
    `follows with ${formatPercent(second.share, 1)}, and ${countries.length} countries bought in ` +
    `all.`;
}

const customers = (count: number): string =>
  `${formatNumber(count)} ${count === 1 ? "customer" : "customers"}`;

function decades(low: number, high: number): number[] {
  const ticks = [];
  for (let tick = low; tick <= high * 1.0001; tick *= 10) ticks.push(tick);
  return ticks;
}

const describe = (row: CountryRow): string =>
  `${row.country}: ${formatNumber(row.revenue)}\n${formatNumber(row.invoices)} orders`;
