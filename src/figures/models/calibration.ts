import { formatNumber, formatPercent, formatPoints } from "../../words/numbers.ts";
import { formatName } from "../../words/model_names.ts";
import * as Plot from "@observablehq/plot";
import { type Drawing, type Figure, figure, type ModelFigureOptions } from "../drawing/figure.ts";
import type { Comparison } from "../../prediction/selection/compare_classifiers.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { shareSquare } from "./share_square.ts";
import { modelSeries } from "./model_series.ts";
import { capitalise, NO_DATA } from "../../words/sentences.ts";

/** Customers of similar predictions of one model. */
export type CalibrationRow = Comparison["calibration"][number];

/**
 * Calibration of several models: predicted probabilities against what was observed.
 *
 * @param rows One row per model and group of similar predictions.
 * @param options Title, width and order of the models.
 * @returns A figure, with the caption: the model whose probabilities are closest to what happened,
 * and to which side they err.
 *
 * @example
 * ```ts
 * import { calibrationFigure } from "./calibration.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   calibrationFigure([
 *     { model: "random_forest", mean_probability: 0.2, observed_rate: 0.1, rows: 50 },
 *     { model: "random_forest", mean_probability: 0.8, observed_rate: 0.8, rows: 50 },
 *   ]).caption,
 *   "Random forest is calibrated best: its probabilities are off by 5.0 percentage points on " +
 *     "average, and 5.0 percentage points too high overall.",
 * );
 * ```
 */
export function calibrationFigure(
  rows: readonly CalibrationRow[],
  options: ModelFigureOptions = {},
): Figure {
  return figure({
    title: "Calibration",
    width: 480,
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

function draw(rows: readonly CalibrationRow[], frame: Drawing<ModelFigureOptions>): string {
  const groups = finiteRows(rows, "mean_probability", "observed_rate", "rows")
    .filter((row) => row.rows > 0)
    .sort((a, b) => a.mean_probability - b.mean_probability);
  if (groups.length === 0) return renderNoData(frame);
  const series = modelSeries(groups, [
    ...frame.models ?? [],
    // In the order of the rows, so that a model has the same colour here and on the ROC chart.
    ...rows.map((row) => row.model),
  ]);
  const labels = { x: "predicted probability →", y: "↑ observed share of customers" };
  const place = { x: "mean_probability", y: "observed_rate" } as const;
  const largest = Math.max(...groups.map((row) => row.rows));
  const dots = Plot.dot(groups, {
    ...place,
    // By area, but not so small that the rim hides them.
    r: (row: CalibrationRow) => Math.max(3.5, 7 * Math.sqrt(row.rows / largest)),
    fill: (row: CalibrationRow) => series.colour(row.model),
    stroke: "white",
    title: tell,
  });
  const plot = shareSquare(frame.width, labels, [...series.lines(groups, place), dots]);
  return renderPlot({ ...plot, r: { type: "identity" } }, {
    ...frame,
    legend: [
      ...series.legend(),
      { kind: "dashes", label: "predicted = observed", colour: INK.reference },
    ],
  });
}

function captionOf(rows: readonly CalibrationRow[]): string {
  const groups = finiteRows(rows, "mean_probability", "observed_rate", "rows")
    .filter((row) => row.rows > 0);
  const models = [...new Set(groups.map((row) => row.model))].map((model) => {
    const own = groups.filter((row) => row.model === model);
    const customers = own.reduce((sum, row) => sum + row.rows, 0);
    const mean = (value: (row: CalibrationRow) => number) =>
      own.reduce((sum, row) => sum + value(row) * row.rows, 0) / customers;
    return {
      model,
      miss: mean((row) => Math.abs(row.mean_probability - row.observed_rate)),
      bias: mean((row) => row.mean_probability - row.observed_rate),
    };
  });
  if (models.length === 0) return NO_DATA;
  const best = models.reduce((a, b) => (b.miss < a.miss ? b : a));
  const side = Math.abs(best.bias) < 0.0005
    ? "neither too high nor too low"
    : `${formatPoints(best.bias)} too ${best.bias > 0 ? "high" : "low"}`;
  return `${capitalise(formatName(best.model))} is calibrated best: its probabilities are ` +
    `off by ${formatPoints(best.miss)} on average, and ${side} overall.`;
}

const tell = (row: CalibrationRow): string =>
  `${formatName(row.model)}: predicted ${formatPercent(row.mean_probability, 1)}, ` +
  `observed ${formatPercent(row.observed_rate, 1)} of ${formatNumber(row.rows)} customers`;
