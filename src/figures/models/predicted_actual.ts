import { amountScale } from "../drawing/scales.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { CATEGORIES, INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import type { RevenueDecile } from "../../lifetime_value/spend/revenue_deciles.ts";
import { NO_DATA } from "../../words/sentences.ts";
import { inUnit } from "../../words/money.ts";

/**
 * Predicted and actual revenue by tenths of the customers, those with the highest predictions first.
 *
 * @param rows One row per decile, in any order; 1 has the highest predictions.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: what the first tenth brought, and the total.
 *
 * @example
 * ```ts
 * import { predictedActualFigure } from "./predicted_actual.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   predictedActualFigure([{ decile: 1, predicted: 50, actual: 60 }, { decile: 2, predicted: 40,
 * actual: 40 }]).caption,
 *   "The tenth with the highest predictions brought 60.0\u00a0% of actual spend; over all " +
 *     "customers, the prediction is 10.0\u00a0% too low.",
 * );
 * ```
 */
export function predictedActualFigure(
  rows: readonly RevenueDecile[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Predicted and actual spend per customer",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

function draw(rows: readonly RevenueDecile[], frame: Drawing): string {
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
    y: amountScale(inUnit("mean spend per customer", frame.currency)),
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
    legend: [
      { kind: "square", label: "actual", colour: "#73aed4" },
      { kind: "tick", label: "predicted", colour: CATEGORIES[1] },
    ],
  });
}

function captionOf(rows: readonly RevenueDecile[]): string {
  const deciles = finiteRows(rows, "decile", "predicted", "actual");
  const actual = deciles.reduce((sum, row) => sum + row.actual, 0);
  const predicted = deciles.reduce((sum, row) => sum + row.predicted, 0);
  const first = deciles.find((row) => row.decile === 1);
  if (first === undefined || !(actual > 0)) return NO_DATA;
  const error = predicted / actual - 1;
  const side = Math.abs(error) < 0.0005
    ? "right in total"
    : `${formatPercent(Math.abs(error), 1)} too ${error > 0 ? "high" : "low"}`;
  return `The tenth with the highest predictions brought ${
    formatPercent(first.actual / actual, 1)
  } ` +
    `of actual spend; over all customers, the prediction is ${side}.`;
}

const tell = (row: RevenueDecile): string =>
  `tenth ${row.decile}: predicted ${formatNumber(row.predicted)}, actual ${
    formatNumber(row.actual)
  }`;
