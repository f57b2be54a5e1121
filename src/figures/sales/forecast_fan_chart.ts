import { inUnit } from "../../words/money.ts";
import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions } from "../drawing/chart_options.ts";
import { formatMonth } from "../../words/dates.ts";
import { formatNumber, formatShort } from "../../words/numbers.ts";
import { monthAxis } from "../drawing/month_tick.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";

/** Revenue of one calendar month: seen, or expected with its intervals. */
export interface ForecastFanRow {
  /** `2011-09`. */
  readonly month: string;
  /** Revenue per day. */
  readonly value: number;
  /** Whether all days of the month are in it. */
  readonly complete: boolean;
  /** Intervals, where the month is forecast. */
  readonly range?: {
    readonly low80: number;
    readonly high80: number;
    readonly low95: number;
    readonly high95: number;
  };
}

/**
 * Draws revenue per day by month: what was seen as a line, what is expected as dots within bands that
 * hold 80 and 95 %; months of which only a part is meant are drawn as rings.
 *
 * @param rows Months in order of time; one may stand in both halves.
 * @param options Title, width and currency.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { forecastFanChart } from "./forecast_fan_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const range = { low80: 8, high80: 12, low95: 6, high95: 15 };
 * const svg = forecastFanChart([
 *   { month: "2011-08", value: 9, complete: true },
 *   { month: "2011-09", value: 10, complete: true, range },
 * ]);
 * assert(svg.includes("Sep"));
 * ```
 */
export function forecastFanChart(
  rows: readonly ForecastFanRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Revenue forecast by month");
  const finite = rows.filter(({ value }) => Number.isFinite(value));
  const seen = finite.filter(({ range }) => range === undefined);
  const ahead = finite.flatMap((row) => row.range ? [{ ...row, ...row.range }] : []);
  if (ahead.length === 0) return renderNoData(frame);
  const names = [...new Set(finite.map(({ month }) => month))];
  const band = (low: "low80" | "low95", high: "high80" | "high95", opacity: number) =>
    Plot.ruleX(ahead, {
      x: "month",
      y1: low,
      y2: high,
      stroke: MAIN,
      strokeOpacity: opacity,
      strokeWidth: Math.min(26, 0.6 * (frame.width - 80) / names.length),
      strokeLinecap: "butt",
    });
  return renderPlot({
    height: 320,
    marginLeft: 62,
    marginRight: 12,
    marginTop: 34,
    marginBottom: 44,
    x: { type: "point", domain: names, label: null, padding: 0.6 },
    y: {
      label: inUnit("↑ revenue per day", frame.currency),
      labelArrow: "none",
      grid: true,
      ticks: 5,
      tickFormat: formatShort,
      zero: true,
    },
    marks: [
      monthAxis(names, frame.width),
      band("low95", "high95", 0.15),
      band("low80", "high80", 0.3),
      Plot.lineY(seen, { x: "month", y: "value", stroke: INK.soft, strokeWidth: 2 }),
      Plot.dot(finite, {
        x: "month",
        y: "value",
        r: 4,
        stroke: ({ range }: ForecastFanRow) => (range ? MAIN : INK.soft),
        strokeWidth: 2,
        fill: ({ range, complete }: ForecastFanRow) =>
          complete ? (range ? MAIN : INK.soft) : "#fff",
        title: ({ month, value, complete, range }: ForecastFanRow) =>
          `${formatMonth(month)}\n${formatNumber(value)} per day ${range ? "expected" : "seen"}` +
          (complete ? "" : "\n(only a part of the month)"),
      }),
      Plot.ruleY([0], { stroke: INK.reference }),
    ],
  }, {
    ...frame,
    legend: [
      { kind: "square", label: "seen", colour: INK.soft },
      { kind: "square", label: "expected, with bands that hold 80 and 95 %", colour: MAIN },
    ],
    description: `Revenue per day in ${seen.length} months, and expected in ${ahead.length}; ` +
      `rings are months that are meant only in part.`,
  });
}
