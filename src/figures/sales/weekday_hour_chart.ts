import { inUnit } from "../../words/money.ts";
import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatShort } from "../../words/numbers.ts";
import { INK, SEQUENTIAL } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { shadeOf } from "../drawing/shade_of.ts";

/** Sales in one hour of one day of the week, over the whole file. */
export interface WeekdayHourRow {
  /** Day of the week: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Hour of the day, 0 to 23, on the shop's own clock. */
  readonly hour: number;
  /** Revenue. */
  readonly revenue: number;
  /** Number of invoices. */
  readonly invoices: number;
}

/** Names of the days, Monday first. */
export const WEEKDAYS: readonly string[] = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];

/**
 * Draws revenue by weekday and hour as a heat map; cells without sales stay grey.
 *
 * @param rows One row per weekday and hour with sales, in any order.
 * @param options Title, width and currency.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { weekdayHourChart } from "./weekday_hour_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = weekdayHourChart([{ weekday: 4, hour: 12, revenue: 300, invoices: 2 }]);
 * assert(svg.includes("Thursday"));
 * ```
 */
export function weekdayHourChart(
  rows: readonly WeekdayHourRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Revenue by weekday and hour");
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
          : "hour of the day (24-hour clock, beginning of the hour)",
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
    description: "Heat map of revenue: one row per day of the week, one column per hour.",
    legend: [
      {
        kind: "ramp",
        label: inUnit("revenue", frame.currency),
        colours: SEQUENTIAL,
        from: "0",
        to: formatShort(most),
      },
      { kind: "square", label: "no sales", colour: INK.faint },
    ],
  });
}
