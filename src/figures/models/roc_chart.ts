import { chartOptions, type ModelChartOptions } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatName } from "../../words/model_names.ts";
import { formatNumber } from "../../words/numbers.ts";
import { modelSeries } from "./model_series.ts";
import { INK } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { shareSquare } from "../drawing/share_square.ts";

/** One point of the receiver operating characteristic of one model. */
export interface RocRow {
  /** Name of the model. */
  readonly model: string;
  /** False alarms among those to whom it did not happen, 0 to 1. */
  readonly false_positive_rate: number;
  /** Hits among those to whom it happened, 0 to 1. */
  readonly true_positive_rate: number;
  /** Area under the whole curve of the model, 0 to 1. */
  readonly roc_auc: number;
}

/**
 * Draws the receiver operating characteristic of each model, the area under it in the legend.
 *
 * @param rows Points of the curves; the points of one model in their order along the curve.
 * @param options Title, width and order of the models.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { rocChart } from "./roc_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const point = (x: number, y: number) => ({
 *   model: "random_forest", false_positive_rate: x, true_positive_rate: y, roc_auc: 0.75,
 * });
 * assert(rocChart([point(0, 0), point(0, 0.5), point(1, 1)]).includes("random forest (AUC 0.750)"));
 * ```
 */
export function rocChart(rows: readonly RocRow[], options: ModelChartOptions = {}): string {
  const frame = chartOptions({ width: 480, ...options }, "Hits against false alarms (ROC)");
  const points = apart(finiteRows(rows, "false_positive_rate", "true_positive_rate"), frame.width);
  if (points.length === 0) return renderNoData(frame);
  const series = modelSeries(points, options.models ?? []);
  const area = new Map(points.map((row) => [row.model, row.roc_auc]));
  const labels = {
    x: "false alarms (share of the others) →",
    y: "↑ hits (share of those it happened to)",
  };
  const place = { x: "false_positive_rate", y: "true_positive_rate" } as const;
  return renderPlot(shareSquare(frame.width, labels, series.lines(points, place)), {
    ...frame,
    description: `Curves of hits against false alarms for ${
      series.names.map(formatName).join(", ")
    }.`,
    legend: [
      ...series.legend((model) => `${formatName(model)} (AUC ${formatNumber(area.get(model), 3)})`),
      { kind: "dashes", label: "chance (AUC 0.500)", colour: INK.reference },
    ],
  });
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
