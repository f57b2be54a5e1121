import { formatPercent } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import type { PermutationImportanceRow } from "../../prediction/explanation/permutation_importance.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { labelMargin } from "../drawing/svg_text.ts";
import { featureWords } from "../../words/feature_words.ts";
import { joinWords, NO_DATA, shorten } from "../../words/sentences.ts";

/** How important one feature is to a model; the interval where it is known. */
export type FeatureImportanceRow =
  & Pick<PermutationImportanceRow, "feature" | "importance">
  & Partial<Pick<PermutationImportanceRow, "low" | "high">>;

/** How many features are drawn. */
const SHOWN = 12;

/**
 * Feature importance as bars, each a share of the whole.
 *
 * @param rows One row per feature, in any order.
 * @param options Title and width.
 * @returns A figure, with the caption: the three most important features.
 *
 * @example
 * ```ts
 * import { featureImportanceFigure } from "./feature_importance.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   featureImportanceFigure([{ feature: "frequency", importance: 1 }, { feature: "recency_days", importance: 3 }]).caption,
 *   "The most important features are recency (75.0\u00a0%) and frequency (25.0\u00a0%).",
 * );
 * ```
 */
export function featureImportanceFigure(
  rows: readonly FeatureImportanceRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Feature importance",
    width: 480,
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

function draw(rows: readonly FeatureImportanceRow[], frame: Drawing): string {
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
  }, frame);
}

function captionOf(rows: readonly FeatureImportanceRow[]): string {
  const useful = finiteRows(rows, "importance").filter((row) => row.importance > 0)
    .sort((a, b) => b.importance - a.importance || (a.feature < b.feature ? -1 : 1));
  const total = useful.reduce((sum, row) => sum + row.importance, 0);
  if (total === 0) return NO_DATA;
  const first = useful.slice(0, 3).map((row) =>
    `${featureWords(row.feature).label} (${formatPercent(row.importance / total, 1)})`
  );
  return `The most important ${first.length > 1 ? "features are" : "feature is"} ${
    joinWords(first)
  }.`;
}
