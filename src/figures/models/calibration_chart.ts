import * as Plot from "@observablehq/plot";
import { chartOptions, type ModelChartOptions } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatName } from "../../words/model_names.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { modelSeries } from "./model_series.ts";
import { INK } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { shareSquare } from "../drawing/share_square.ts";

/** Customers with similar predictions of one model, and what happened to them. */
export interface CalibrationRow {
  /** Name of the model. */
  readonly model: string;
  /** Mean predicted probability of the group, 0 to 1. */
  readonly mean_predicted: number;
  /** Share of the group to whom it happened, 0 to 1. */
  readonly observed: number;
  /** Number of customers in the group. */
  readonly count: number;
}

/**
 * Draws the calibration of each model: what was predicted against what happened.
 *
 * @param rows One row per model and group of similar predictions.
 * @param options Title, width and order of the models.
 * @returns SVG text; larger dots stand for more customers.
 *
 * @example
 * ```ts
 * import { calibrationChart } from "./calibration_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const row = { model: "random_forest", mean_predicted: 0.3, observed: 0.35, count: 80 };
 * assert(calibrationChart([row]).includes("random forest"));
 * ```
 */
export function calibrationChart(
  rows: readonly CalibrationRow[],
  options: ModelChartOptions = {},
): string {
  const frame = chartOptions({ width: 480, ...options }, "Predicted against observed");
  const groups = finiteRows(rows, "mean_predicted", "observed", "count")
    .filter((row) => row.count > 0)
    .sort((a, b) => a.mean_predicted - b.mean_predicted);
  if (groups.length === 0) return renderNoData(frame);
  const series = modelSeries(groups, [
    ...options.models ?? [],
    // In the order of the rows, so that a model has the same colour here and on the ROC chart.
    ...rows.map((row) => row.model),
  ]);
  const labels = { x: "predicted probability →", y: "↑ observed (share of the customers)" };
  const place = { x: "mean_predicted", y: "observed" } as const;
  const largest = Math.max(...groups.map((row) => row.count));
  const dots = Plot.dot(groups, {
    ...place,
    // By area, but not so small that the rim hides them.
    r: (row: CalibrationRow) => Math.max(3.5, 7 * Math.sqrt(row.count / largest)),
    fill: (row: CalibrationRow) => series.colour(row.model),
    stroke: "white",
    title: tell,
  });
  const plot = shareSquare(frame.width, labels, [...series.lines(groups, place), dots]);
  return renderPlot({ ...plot, r: { type: "identity" } }, {
    ...frame,
    description: `Predicted against observed shares for ${
      series.names.map(formatName).join(", ")
    }.`,
    legend: [
      ...series.legend(),
      { kind: "dashes", label: "predicted = observed", colour: INK.reference },
    ],
  });
}

const tell = (row: CalibrationRow): string =>
  `${formatName(row.model)}: predicted ${formatPercent(row.mean_predicted, 1)}, ` +
  `observed ${formatPercent(row.observed, 1)} of ${formatNumber(row.count)} customers`;
