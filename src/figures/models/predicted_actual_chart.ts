import { inUnit } from "../../words/money.ts";
import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatShort } from "../../words/numbers.ts";
import { CATEGORIES, INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";

/** A tenth of the customers, ordered by predicted revenue. */
export interface PredictedActualRow {
  /** 1 holds the tenth with the highest predictions, 10 the lowest. */
  readonly decile: number;
  /** Mean predicted revenue per customer. */
  readonly predicted: number;
  /** Mean actual revenue per customer. */
  readonly actual: number;
}

/**
 * Draws predicted beside actual revenue per customer, by tenths of the customers.
 *
 * @param rows One row per decile, in any order; 1 has the highest predictions.
 * @param options Title, width and currency.
 * @returns SVG text with bars for what happened, and a tick for what was predicted.
 *
 * @example
 * ```ts
 * import { predictedActualChart } from "./predicted_actual_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = predictedActualChart([{ decile: 1, predicted: 900, actual: 1000 }]);
 * assert(svg.includes("highest"));
 * ```
 */
export function predictedActualChart(
  rows: readonly PredictedActualRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Predicted and actual revenue per customer");
  const deciles = finiteRows(rows, "decile", "predicted", "actual")
    .sort((a, b) => a.decile - b.decile);
  if (deciles.length === 0) return renderNoData(frame);
  return renderPlot({
    height: 310,
    marginLeft: 62,
    marginRight: 8,
    marginTop: 34,
    marginBottom: 44,
    x: { domain: deciles.map((row) => row.decile), label: null, padding: 0.3 },
    y: {
      label: inUnit("↑ mean revenue per customer", frame.currency),
      labelArrow: "none",
      grid: true,
      ticks: 5,
      tickFormat: formatShort,
      zero: true,
    },
    marks: [
      Plot.axisX({
        tickFormat: (decile: number) =>
          decile === 1 && frame.width >= NARROW ? "1 (highest)" : `${decile}`,
        tickSize: 0,
        label: "tenths of the customers, 1 = highest prediction",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      Plot.barY(deciles, { x: "decile", y: "actual", fill: MAIN, fillOpacity: 0.55, title: tell }),
      Plot.tickY(deciles, {
        x: "decile",
        y: "predicted",
        stroke: CATEGORIES[1],
        strokeWidth: 3,
        insetLeft: -5,
        insetRight: -5,
      }),
      Plot.ruleY([0], { stroke: INK.reference }),
    ],
  }, {
    ...frame,
    description: `Bars of actual and ticks of predicted revenue for ${deciles.length} groups.`,
    legend: [
      { kind: "square", label: "actual", colour: "#73aed4" },
      { kind: "tick", label: "predicted", colour: CATEGORIES[1] },
    ],
  });
}

const tell = (row: PredictedActualRow): string =>
  `tenth ${row.decile}: predicted ${formatNumber(row.predicted)}, actual ${
    formatNumber(row.actual)
  }`;
