import { amountScale } from "../drawing/scales.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatName } from "../../words/model_names.ts";
import { formatDate } from "../../words/dates.ts";
import * as Plot from "@observablehq/plot";
import { cameAndExpectedLegend } from "./came_and_expected_legend.ts";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { CATEGORIES, INK } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import type { TrackingRow } from "../../lifetime_value/track_purchases.ts";
import { NO_DATA } from "../../words/sentences.ts";

/** What is tracked. */
export interface PurchaseTrackingOptions extends FigureOptions {
  /** Whether all purchases so far are drawn instead of each week's. Default `false`. */
  readonly cumulative?: boolean;
  /** The model that the caption is about. Default: the first in the rows. */
  readonly chosen?: string;
}

/**
 * Repeat purchases week by week beside what models expected, with the day on which the holdout
 * begins.
 *
 * @param rows One per model and week, in order of time; the model `actual` is what came.
 * @param options Title, width, and whether the sum so far is drawn.
 * @returns A figure, with the caption: what the chosen model expected of the holdout, or how to read
 * the cumulative view.
 *
 * @example
 * ```ts
 * import { purchaseTrackingFigure } from "./purchase_tracking.ts";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const week = { until: "2011-09-09", seen: false, purchases: 3, cumulative: 9 };
 * const { svg, caption } = purchaseTrackingFigure([
 *   { model: "actual", ...week },
 *   { model: "beta_geo_nbd", ...week },
 * ]);
 * assert(svg().includes("BG/NBD"));
 * assertEquals(
 *   caption,
 *   "In the holdout, BG/NBD expected 100\u00a0% of the actual repeat purchases. It has no seasons, so " +
 *     "peaks such as Christmas rise above its line.",
 * );
 * ```
 */
export function purchaseTrackingFigure(
  rows: readonly TrackingRow[],
  options: PurchaseTrackingOptions = {},
): Figure {
  return figure({
    title: options.cumulative ? "Cumulative repeat purchases" : "Repeat purchases by week",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows, options),
    rows,
  }, options);
}

function draw(rows: readonly TrackingRow[], frame: Drawing<PurchaseTrackingOptions>): string {
  const { cumulative = false } = frame;
  const what = cumulative ? "cumulative" : "purchases";
  const weeks = finiteRows(rows, what).map((row) => ({ ...row, date: new Date(row.until) }));
  if (weeks.length === 0) return renderNoData(frame);
  const models = [...new Set(weeks.map(({ model }) => model))].filter((name) => name !== "actual");
  const colour = (model: string) =>
    model === "actual" ? INK.strong : CATEGORIES[models.indexOf(model) % CATEGORIES.length];
  const seen = weeks.filter((row) => row.seen);
  const border = seen.length > 0 && seen.length < weeks.length ? [seen[seen.length - 1].date] : [];
  return renderPlot({
    height: 320,
    marginLeft: 62,
    marginRight: 14,
    marginTop: 34,
    marginBottom: 36,
    x: { type: "utc", label: null, ticks: frame.width < NARROW ? 4 : 8 },
    y: amountScale(cumulative ? "repeat purchases so far" : "repeat purchases per week"),
    marks: [
      Plot.ruleX(border, { stroke: INK.reference, strokeDasharray: "4 3" }),
      Plot.text(border, {
        x: (date: Date) => date,
        text: ["calibration │ holdout"],
        frameAnchor: "top",
        textAnchor: "end",
        dx: 56,
        dy: -12,
        fill: INK.soft,
        fontSize: 11,
      }),
      ...["actual", ...models].map((model) =>
        Plot.lineY(weeks.filter((row) => row.model === model), {
          x: "date",
          y: what,
          stroke: colour(model),
          strokeWidth: model === "actual" ? 2.5 : 1.8,
          strokeDasharray: model === "actual" ? undefined : "5 3",
        })
      ),
      Plot.ruleY([0], { stroke: INK.reference }),
      Plot.dot(weeks, {
        x: "date",
        y: what,
        r: 5,
        fill: "transparent",
        title: (row: TrackingRow) =>
          `${formatName(row.model)}, week before ${formatDate(row.until)}\n` +
          formatNumber(row[what]),
      }),
    ],
  }, {
    ...frame,
    legend: cameAndExpectedLegend(models, colour),
  });
}

function captionOf(
  rows: readonly TrackingRow[],
  { cumulative, chosen }: PurchaseTrackingOptions,
): string {
  if (rows.length === 0) return NO_DATA;
  if (cumulative) {
    return "Cumulative view. Lines that diverge right of the dashed line show forecast bias; lines " +
      "that already diverge left of it show a poor fit.";
  }
  const model = chosen ?? rows.find((row) => row.model !== "actual")?.model ?? "";
  const total = (name: string) =>
    rows.filter((row) => row.model === name && !row.seen)
      .reduce((sum, { purchases }) => sum + purchases, 0);
  const came = total("actual");
  if (came === 0) return "Nobody came back in the holdout weeks.";
  return `In the holdout, ${formatName(model)} expected ${formatPercent(total(model) / came)} ` +
    `of the actual repeat purchases. It has no seasons, so peaks such as Christmas rise above its ` +
    `line.`;
}
