import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions } from "../drawing/chart_options.ts";
import { featureWords } from "../../words/feature_words.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatPercent } from "../../words/numbers.ts";
import { shorten } from "../../words/sentences.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { labelMargin } from "../drawing/svg_text.ts";

/** How much a model leans on one feature. */
export interface FeatureImportanceRow {
  /** Name of the feature, such as `recency_days`. */
  readonly feature: string;
  /** Its importance; the sum over all features is the whole. Below 0 it does harm. */
  readonly importance: number;
  /** Ends of its interval in the same unit, where known. */
  readonly low?: number | null;
  readonly high?: number | null;
}

/** How many features are drawn. */
const SHOWN = 12;

/**
 * Draws the features that a model leans on, as bars of their share of all importance.
 *
 * @param rows One row per feature, in any order.
 * @param options Title and width.
 * @returns SVG text with the twelve most important features; thin lines are their intervals.
 *
 * @example
 * ```ts
 * import { featureImportanceChart } from "./feature_importance_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = featureImportanceChart([
 *   { feature: "recency_days", importance: 3 },
 *   { feature: "frequency", importance: 1 },
 * ]);
 * assert(svg.includes("recency") && svg.includes("75.0\u00a0%"));
 * ```
 */
export function featureImportanceChart(
  rows: readonly FeatureImportanceRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions({ width: 480, ...options }, "What the model leans on");
  const known = finiteRows(rows, "importance");
  const total = known.reduce((sum, row) => sum + Math.max(0, row.importance), 0);
  if (known.length === 0 || total === 0) return renderNoData(frame);
  const bars = known
    .sort((a, b) => b.importance - a.importance || (a.feature < b.feature ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ feature, importance, low, high }) => ({
      feature,
      share: importance / total,
      low: (low ?? importance) / total,
      high: (high ?? importance) / total,
    }));
  const whiskers = { x1: "low", x2: "high", y: "feature" };
  const intervals = bars.filter(({ low, high }) => low < high);
  const names = bars.map((bar) => shorten(featureWords(bar.feature).label, 22));
  const marginLeft = labelMargin(names);
  return renderPlot({
    height: 48 + bars.length * 25,
    marginLeft,
    marginRight: 52,
    marginTop: 4,
    marginBottom: 40,
    x: {
      label: "share of all importance →",
      labelArrow: "none",
      grid: true,
      ticks: Math.floor((frame.width - marginLeft) / 80),
      tickFormat: (x: number) => formatPercent(x),
    },
    y: { domain: bars.map((bar) => bar.feature), label: null, padding: 0.25 },
    marks: [
      Plot.axisY({
        tickFormat: (feature: string) => shorten(featureWords(feature).label, 22),
        tickSize: 0,
        label: null,
      }),
      Plot.barX(bars, { x: "share", y: "feature", fill: MAIN }),
      Plot.ruleY(intervals, { ...whiskers, stroke: "white", strokeWidth: 4 }),
      Plot.ruleY(intervals, { ...whiskers, stroke: INK.strong, strokeWidth: 1.5 }),
      Plot.text(bars, {
        x: (bar: { high: number }) => Math.max(0, bar.high),
        y: "feature",
        text: (bar: { share: number }) => formatPercent(bar.share, 1),
        textAnchor: "start",
        dx: 5,
        fill: INK.strong,
      }),
      Plot.ruleX([0], { stroke: INK.reference }),
    ],
  }, { ...frame, description: `Bars of importance for ${bars.length} features.` });
}
