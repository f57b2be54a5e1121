import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatName } from "../../words/model_names.ts";
import * as Plot from "@observablehq/plot";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPanels } from "../drawing/render.ts";
import { bestModel } from "../models/best_model.ts";
import { capitalise, NO_DATA, shorten } from "../../words/sentences.ts";

/** How well one way to recommend did in one task. */
export interface RecommendationRow {
  /** Name of the model. */
  readonly model: string;
  /** Name of the task, such as "new products". */
  readonly task: string;
  /** Normalised discounted cumulative gain of the first ten, 0 to 1. */
  readonly ndcg_at_10: number;
  /** Share of what was bought later that is among the first ten, 0 to 1. */
  readonly recall_at_10: number;
  /** Share of the customers with at least one hit among the first ten, 0 to 1. */
  readonly hit_rate_at_10: number;
  /** Whether this is the naive way to compare with. */
  readonly baseline: boolean;
}

type Measure = "ndcg_at_10" | "hit_rate_at_10" | "recall_at_10";

const MEASURES: readonly [Measure, string][] = [
  ["ndcg_at_10", "NDCG at 10\n(order of the hits, up to 1)"],
  ["hit_rate_at_10", "hit rate at 10\n(customers with a hit)"],
  ["recall_at_10", "recall at 10\n(purchases found)"],
];

/** Room for the names of the models, in pixels. */
const NAMES = 168;

interface Band {
  readonly key: string;
  readonly task: string;
  readonly row: RecommendationRow | undefined;
}

function drawNames(bands: readonly Band[], fontWeight: number): Plot.Markish {
  return Plot.text(bands, {
    y: "key",
    text: (band: Band) =>
      band.row ? shorten(formatName(band.row.model), 24) : formatName(band.task),
    frameAnchor: "left",
    textAnchor: "start",
    dx: -NAMES,
    fontWeight,
    fill: INK.strong,
  });
}

/**
 * NDCG, hit rate and recall at ten of each way to recommend, on later purchases.
 *
 * @param rows One row per model and task; tasks keep their first order.
 * @param options Title and width.
 * @returns A figure, with the caption: for each task the best model by NDCG, and its hit rate beside
 * that of the best baseline.
 *
 * @example
 * ```ts
 * import { recommendationFigure } from "./recommendation.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   recommendationFigure([
 *     { model: "item_cosine", task: "new products", ndcg_at_10: 0.109, recall_at_10: 0.051,
 *       hit_rate_at_10: 0.485, baseline: false },
 *     { model: "popularity", task: "new products", ndcg_at_10: 0.051, recall_at_10: 0.019,
 *       hit_rate_at_10: 0.324, baseline: true },
 *   ]).caption,
 *   "New products: item cosine has a hit for 48.5\u00a0% of customers (popularity: 32.4\u00a0%).",
 * );
 * ```
 */
export function recommendationFigure(
  rows: readonly RecommendationRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Recommendations tested on later purchases",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

function draw(rows: readonly RecommendationRow[], frame: Drawing): string {
  const known = finiteRows(rows, "ndcg_at_10", "recall_at_10", "hit_rate_at_10");
  if (known.length === 0) return renderNoData(frame);
  const tasks = [...new Set(known.map((row) => row.task))];
  // One band per model, and one above them for the name of the task.
  const bands = tasks.flatMap((task) => [
    { key: `${task}\n`, task, row: undefined },
    ...known.filter((row) => row.task === task)
      .sort((a, b) => b.ndcg_at_10 - a.ndcg_at_10 || (a.model < b.model ? -1 : 1))
      .map((row) => ({ key: `${task}\n${row.model}`, task, row })),
  ]);
  const bars = bands.flatMap(({ key, row }) => (row === undefined ? [] : [{ key, ...row }]));
  // Side by side they share the names; below one another each needs them.
  const stacked = frame.width < NARROW;
  const panelWidth = Math.floor((frame.width - NAMES) / MEASURES.length);
  const named = (i: number) => stacked || i === 0;
  const panels = MEASURES.map(([measure, label], i): Plot.PlotOptions => ({
    width: stacked ? frame.width : panelWidth + (i === 0 ? NAMES : 0),
    height: 62 + bands.length * 24,
    marginLeft: named(i) ? NAMES : 10,
    marginRight: 50,
    marginTop: 40,
    marginBottom: 6,
    x: { domain: [0, Math.max(...bars.map((bar) => bar[measure]), 0.001)], axis: null },
    y: { domain: bands.map((band) => band.key), axis: null, padding: 0.25 },
    marks: [
      Plot.text([label], {
        frameAnchor: "top-left",
        textAnchor: "start",
        dy: -36,
        fill: INK.soft,
        lineHeight: 1.25,
      }),
      ...(named(i) ? [drawNames(bands.filter((band) => band.row), 400)] : []),
      ...(named(i) ? [drawNames(bands.filter((band) => !band.row), 600)] : []),
      Plot.barX(bars, {
        x: measure,
        y: "key",
        fill: (bar: RecommendationRow) => (bar.baseline ? INK.reference : MAIN),
      }),
      Plot.text(bars, {
        x: measure,
        y: "key",
        text: (bar: RecommendationRow) =>
          measure === "ndcg_at_10" ? formatNumber(bar[measure], 3) : formatPercent(bar[measure], 1),
        textAnchor: "start",
        dx: 5,
        fill: INK.strong,
      }),
      Plot.ruleX([0], { stroke: INK.reference }),
    ],
  }));
  return renderPanels(panels, {
    ...frame,
    legend: [
      { kind: "square", label: "model", colour: MAIN },
      { kind: "square", label: "naive baseline", colour: INK.reference },
    ],
  });
}

function captionOf(rows: readonly RecommendationRow[]): string {
  const known = finiteRows(rows, "ndcg_at_10", "hit_rate_at_10");
  const parts = [...new Set(known.map((row) => row.task))].flatMap((task) => {
    const { best, baseline } = bestModel(
      known.filter((row) => row.task === task),
      "ndcg_at_10",
      "more",
    );
    if (best === undefined) return [];
    const against = baseline === undefined
      ? ""
      : ` (${formatName(baseline.model)}: ${formatPercent(baseline.hit_rate_at_10, 1)})`;
    return [
      `${formatName(task)}: ${formatName(best.model)} has a hit for ` +
      `${formatPercent(best.hit_rate_at_10, 1)} of customers${against}`,
    ];
  });
  return parts.length === 0 ? NO_DATA : `${capitalise(parts.join("; "))}.`;
}
