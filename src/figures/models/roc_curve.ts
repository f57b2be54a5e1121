import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatName } from "../../words/model_names.ts";
import { type Drawing, type Figure, figure, type ModelFigureOptions } from "../drawing/figure.ts";
import type { Comparison } from "../../prediction/selection/compare_classifiers.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { shareSquare } from "./share_square.ts";
import { modelSeries } from "./model_series.ts";
import { capitalise, NO_DATA } from "../../words/sentences.ts";

/** One point of the ROC curve of one model. */
export type RocRow = Omit<Comparison["roc"][number], "threshold">;

/**
 * ROC curves of several models: true positives against false positives, at every threshold.
 *
 * @param rows Points of the curves; the points of one model in their order along the curve.
 * @param options Title, width and order of the models.
 * @returns A figure, with the caption: which model separates best, and what its area under the curve
 * means.
 *
 * @example
 * ```ts
 * import { rocCurveFigure } from "./roc_curve.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const point = { false_positive_rate: 0, true_positive_rate: 0 };
 * assertEquals(
 *   rocCurveFigure([{ model: "random_forest", roc_auc: 0.75, ...point }, { model: "frequency", roc_auc: 0.7, ...point }]).caption,
 *   "Random forest separates best: it ranks a random pair of one customer of each class correctly " +
 *     "75.0\u00a0% of the time (chance: 50\u00a0%); frequency does so 70.0\u00a0% of the time.",
 * );
 * ```
 */
export function rocCurveFigure(rows: readonly RocRow[], options: ModelFigureOptions = {}): Figure {
  return figure({
    title: "ROC curve",
    width: 480,
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

function draw(rows: readonly RocRow[], frame: Drawing<ModelFigureOptions>): string {
  const points = apart(finiteRows(rows, "false_positive_rate", "true_positive_rate"), frame.width);
  if (points.length === 0) return renderNoData(frame);
  const series = modelSeries(points, frame.models ?? []);
  const area = new Map(points.map((row) => [row.model, row.roc_auc]));
  const labels = {
    x: "false positive rate →",
    y: "↑ true positive rate",
  };
  const place = { x: "false_positive_rate", y: "true_positive_rate" } as const;
  return renderPlot(shareSquare(frame.width, labels, series.lines(points, place)), {
    ...frame,
    legend: [
      ...series.legend((model) => `${formatName(model)} (AUC ${formatNumber(area.get(model), 3)})`),
      { kind: "dashes", label: "chance (AUC 0.500)", colour: INK.reference },
    ],
  });
}

function captionOf(rows: readonly RocRow[]): string {
  const areas = new Map(finiteRows(rows, "roc_auc").map((row) => [row.model, row.roc_auc]));
  const [best, second] = [...areas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (best === undefined) return NO_DATA;
  return `${capitalise(formatName(best[0]))} separates best: it ranks a random pair of one ` +
    `customer of each class correctly ${
      formatPercent(best[1], 1)
    } of the time (chance: 50\u00a0%)` +
    (second === undefined
      ? "."
      : `; ${formatName(second[0])} does so ${formatPercent(second[1], 1)} of the time.`);
}

/** Leaves out points less than a pixel from the one before: a customer each makes pages heavy. */
function apart(points: readonly RocRow[], width: number): RocRow[] {
  let last: RocRow | undefined;
  return points.filter((point, i) => {
    const ends = point.model !== last?.model || point.model !== points[i + 1]?.model;
    const moved = last === undefined ? 0 : Math.max(
      Math.abs(point.false_positive_rate - last.false_positive_rate),
      Math.abs(point.true_positive_rate - last.true_positive_rate),
    );
    if (!ends && moved * width < 1) return false;
    last = point;
    return true;
  });
}
