import * as Plot from "@observablehq/plot";
import { chartOptions, type ModelChartOptions } from "./chart_options.ts";
import { finiteRows } from "./finite_rows.ts";
import { formatName, formatNumber, formatPercent } from "./format.ts";
import { INK, modelColours } from "./palette.ts";
import { renderNoData, renderPlot } from "./render.ts";

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
  const points = finiteRows(rows, "false_positive_rate", "true_positive_rate");
  if (points.length === 0) return renderNoData(frame);
  const models = [...new Set(points.map((row) => row.model))];
  const colours = modelColours([...(options.models ?? []), ...models]);
  const area = new Map(points.map((row) => [row.model, row.roc_auc]));
  const percent = (x: number) => formatPercent(x);
  return renderPlot({
    height: Math.round(frame.width * 0.78),
    marginLeft: 56,
    marginRight: 20,
    marginTop: 30,
    marginBottom: 44,
    x: {
      domain: [0, 1],
      label: "false alarms (share of the others) →",
      labelArrow: "none",
      tickFormat: percent,
      ticks: 5,
      grid: true,
    },
    y: {
      domain: [0, 1],
      label: "↑ hits (share of those it happened to)",
      labelArrow: "none",
      tickFormat: percent,
      ticks: 5,
      grid: true,
    },
    marks: [
      Plot.line([[0, 0], [1, 1]], { stroke: INK.reference, strokeDasharray: "4 4" }),
      Plot.line(points, {
        x: "false_positive_rate",
        y: "true_positive_rate",
        z: "model",
        stroke: (row: RocRow) => colours.get(row.model),
        strokeWidth: 2.2,
      }),
    ],
  }, {
    ...frame,
    description: `Curves of hits against false alarms for ${models.map(formatName).join(", ")}.`,
    legend: [
      ...models.map((model) => ({
        kind: "line" as const,
        label: `${formatName(model)} (AUC ${formatNumber(area.get(model), 3)})`,
        colour: colours.get(model) ?? INK.strong,
      })),
      { kind: "dashes", label: "chance (AUC 0.500)", colour: INK.reference },
    ],
  });
}
