import { amountScale } from "../drawing/scales.ts";
import { formatMoneyShort, inUnit } from "../../words/money.ts";
import { countOf, formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatMonth } from "../../words/dates.ts";
import * as Plot from "@observablehq/plot";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import type { RevenueForecast } from "../../forecast/forecast_revenue.ts";
import { monthAxis } from "../drawing/month_tick.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";

/** What the figure reads of a forecast. */
type Forecast = Pick<RevenueForecast, "horizon_days" | "history" | "months" | "total">;

/** Revenue of one calendar month: seen, or expected with its intervals. */
interface ForecastFanRow {
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
 * Revenue per day by month: seen as a line, expected as dots within bands that hold 80 and 95 %.
 *
 * @param forecast See `forecastRevenue`.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: what is expected over the horizon, with its intervals and the
 * part of new customers.
 *
 * @example
 * ```ts
 * import { revenueForecastFigure } from "./revenue_forecast.ts";
 * import { assert } from "@std/assert";
 *
 * const total = {
 *   expected: 90, low80: 60, high80: 120, low95: 30, high95: 150, existing: 60, newcomers: 30,
 * };
 * const { svg, caption } = revenueForecastFigure({
 *   horizon_days: 30,
 *   history: [{ from: "2011-08-01", days: 31, revenue: 62 }],
 *   months: [{ month: "2011-09", days: 30, complete: true, ...total }],
 *   total,
 * });
 * assert(svg().includes("Sep"));
 * assert(caption.startsWith("Forecast for 30 days: 90 (80 % interval 60 to 120, 95 % interval "));
 * ```
 */
export function revenueForecastFigure(forecast: Forecast, options: FigureOptions = {}): Figure {
  const rows = rowsOf(forecast);
  return figure({
    title: "Revenue forecast by month",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(forecast, options.currency),
    rows: forecast.months,
  }, options);
}

function draw(rows: readonly ForecastFanRow[], frame: Drawing): string {
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
    y: amountScale(inUnit("revenue per day", frame.currency)),
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
          (complete ? "" : "\n(part of the month)"),
      }),
      Plot.ruleY([0], { stroke: INK.reference }),
    ],
  }, {
    ...frame,
    legend: [
      { kind: "square", label: "seen", colour: INK.soft },
      { kind: "square", label: "forecast with 80 and 95 % intervals", colour: MAIN },
    ],
  });
}

function captionOf({ horizon_days, total }: Forecast, currency?: string): string {
  const money = (value: number) => formatMoneyShort(value, currency);
  const share = total.expected > 0 ? total.newcomers / total.expected : 0;
  return `Forecast for ${countOf(horizon_days, "day")}: ${money(total.expected)} (80 % interval ` +
    `${money(total.low80)} to ${money(total.high80)}, 95 % interval ${money(total.low95)} to ` +
    `${money(total.high95)}), ${
      formatPercent(share)
    } of it from new customers. Past months end on ` +
    `the day of the snapshot and are named after the month in which they begin.`;
}

/** Revenue per day, so that months of different lengths compare; those seen first. */
function rowsOf({ history, months }: Forecast): ForecastFanRow[] {
  return [
    ...history.map(({ from, days, revenue }) => ({
      month: from.slice(0, 7),
      value: revenue / days,
      complete: true,
    })),
    ...months.map(({ month, days, complete, expected, low80, high80, low95, high95 }) => ({
      month,
      value: expected / days,
      complete,
      range: {
        low80: low80 / days,
        high80: high80 / days,
        low95: low95 / days,
        high95: high95 / days,
      },
    })),
  ];
}
