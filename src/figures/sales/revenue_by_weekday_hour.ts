import { formatNumber, formatPercent, formatShort } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import type { WeekdayHourRow } from "../../exploration/revenue_by_weekday_hour.ts";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, SEQUENTIAL } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { shadeOf } from "../drawing/shade_of.ts";
import { joinWords, NO_DATA } from "../../words/sentences.ts";
import { inUnit } from "../../words/money.ts";

/** Names of the days, Monday first. */
const WEEKDAYS: readonly string[] = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];

/**
 * Revenue by day of the week and hour as a heat map.
 *
 * @param rows One row per weekday and hour with sales, in any order.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: the best day, the best hour, and days without sales.
 *
 * @example
 * ```ts
 * import { revenueByWeekdayHourFigure } from "./revenue_by_weekday_hour.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = [1, 2, 3, 4, 5, 7].map((weekday) => ({
 *   weekday, hour: 9, revenue: weekday === 4 ? 500 : 100, invoices: 1,
 * }));
 * assertEquals(
 *   revenueByWeekdayHourFigure(rows).caption,
 *   "Thursday is the strongest day with 50.0\u00a0% of revenue, Thursday from 9:00 to 10:00 the " +
 *     "strongest hour; there are no sales on Saturday.",
 * );
 * ```
 */
export function revenueByWeekdayHourFigure(
  rows: readonly WeekdayHourRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Revenue by weekday and hour",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

function draw(rows: readonly WeekdayHourRow[], frame: Drawing): string {
  const cells = finiteRows(rows, "weekday", "hour", "revenue");
  if (cells.length === 0) return renderNoData(frame);
  const first = Math.min(...cells.map((row) => row.hour));
  const last = Math.max(...cells.map((row) => row.hour));
  const hours = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const most = Math.max(...cells.map((row) => row.revenue));
  const step = Math.ceil((hours.length * 22) / (frame.width - 88));
  const empty = hours.flatMap((hour) => WEEKDAYS.map((_, i) => ({ hour, weekday: i + 1 })));
  return renderPlot({
    height: 290,
    marginLeft: 84,
    marginRight: 4,
    marginTop: 4,
    marginBottom: 40,
    x: { domain: hours, label: null, padding: 0.06 },
    y: { domain: [1, 2, 3, 4, 5, 6, 7], label: null, padding: 0.06 },
    marks: [
      Plot.axisX({
        ticks: hours.filter((_, i) => i % step === 0),
        tickFormat: (hour: number) => `${hour}`,
        tickSize: 0,
        label: frame.width < NARROW
          ? "hour of the day (24-hour clock)"
          : "hour of the day (24-hour clock, start of the hour)",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      Plot.axisY({ tickFormat: (day: number) => WEEKDAYS[day - 1], tickSize: 0, label: null }),
      Plot.cell(empty, { x: "hour", y: "weekday", fill: INK.faint, fillOpacity: 0.6 }),
      Plot.cell(cells, {
        x: "hour",
        y: "weekday",
        fill: (row: WeekdayHourRow) => shadeOf(row.revenue, [0, most], SEQUENTIAL),
        title: (row: WeekdayHourRow) =>
          `${WEEKDAYS[row.weekday - 1]}, ${row.hour}:00 to ${row.hour}:59\n` +
          `${formatNumber(row.revenue)} in ${formatNumber(row.invoices)} orders`,
      }),
    ],
  }, {
    ...frame,
    legend: [
      {
        kind: "ramp",
        label: `${inUnit("revenue", frame.currency)}`,
        colours: SEQUENTIAL,
        from: "0",
        to: formatShort(most),
      },
      { kind: "square", label: "no sales", colour: INK.faint },
    ],
  });
}

function captionOf(rows: readonly WeekdayHourRow[]): string {
  const cells = finiteRows(rows, "weekday", "hour", "revenue");
  const total = cells.reduce((sum, row) => sum + row.revenue, 0);
  if (!(total > 0)) return NO_DATA;
  const byDay = WEEKDAYS.map((name, i) => ({
    name,
    lines: cells.filter((row) => row.weekday === i + 1).length,
    revenue: cells.filter((row) => row.weekday === i + 1)
      .reduce((sum, row) => sum + row.revenue, 0),
  }));
  const day = byDay.reduce((a, b) => (b.revenue > a.revenue ? b : a));
  const hour = cells.reduce((a, b) => (b.revenue > a.revenue ? b : a));
  const closed = byDay.filter((row) => row.lines === 0).map((row) => row.name);
  return `${day.name} is the strongest day with ${formatPercent(day.revenue / total, 1)} of ` +
    `revenue, ${WEEKDAYS[hour.weekday - 1]} from ${hour.hour}:00 to ${hour.hour + 1}:00 the ` +
    `strongest hour${closed.length ? `; there are no sales on ${joinWords(closed)}` : ""}.`;
}
