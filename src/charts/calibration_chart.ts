import * as Plot from "@observablehq/plot";
import { chartOptions, type ModelChartOptions } from "./chart_options.ts";
import { finiteRows } from "./finite_rows.ts";
import { formatName, formatNumber, formatPercent } from "./format.ts";
import { INK, modelColours } from "./palette.ts";
import { renderNoData, renderPlot } from "./render.ts";

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
 * @returns SVG text; the area of a dot is proportional to the number of customers.
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
  // In the order of the rows, so that a model has the same colour here and on the ROC chart.
  const models = [...new Set(rows.map((row) => row.model))];
  const colours = modelColours([...(options.models ?? []), ...models]);
  const percent = (x: number) => formatPercent(x);
  const place = { x: "mean_predicted", y: "observed" };
  const colour = (row: CalibrationRow) => colours.get(row.model);
  return renderPlot({
    height: Math.round(frame.width * 0.78),
    marginLeft: 56,
    marginRight: 20,
    marginTop: 30,
    marginBottom: 44,
    x: {
      domain: [0, 1],
      label: "predicted probability →",
      labelArrow: "none",
      tickFormat: percent,
      ticks: 5,
      grid: true,
    },
    y: {
      domain: [0, 1],
      label: "↑ observed (share of the customers)",
      labelArrow: "none",
      tickFormat: percent,
      ticks: 5,
      grid: true,
    },
    r: { range: [0, 7], domain: [0, Math.max(...groups.map((row) => row.count))] },
    marks: [
      Plot.line([[0, 0], [1, 1]], { stroke: INK.reference, strokeDasharray: "4 4" }),
      Plot.line(groups, { ...place, z: "model", stroke: colour, strokeWidth: 2 }),
      Plot.dot(groups, {
        ...place,
        r: "count",
        fill: colour,
        stroke: "white",
        title: (row: CalibrationRow) =>
          `${formatName(row.model)}: predicted ${formatPercent(row.mean_predicted, 1)}, ` +
          `observed ${formatPercent(row.observed, 1)} of ${formatNumber(row.count)} customers`,
      }),
    ],
  }, {
    ...frame,
    description: `Predicted against observed shares for ${models.map(formatName).join(", ")}.`,
    legend: [
      ...models.map((model) => ({
        kind: "line" as const,
        label: formatName(model),
        colour: colours.get(model) ?? INK.strong,
      })),
      { kind: "dashes", label: "predicted = observed", colour: INK.reference },
    ],
  });
}
