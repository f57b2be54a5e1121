import { formatNumber } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import { cameAndExpectedLegend } from "./came_and_expected_legend.ts";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { CATEGORIES, INK } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import type { HoldoutRow } from "../../lifetime_value/purchase_backtest.ts";
import { NO_DATA } from "../../words/sentences.ts";

/**
 * Mean purchases in a holdout period by repeat purchases before: what came, and what models had
 * expected.
 *
 * @param rows One per model and frequency, in any order; the highest frequency stands for more too.
 * @param options Title and width.
 * @returns A figure, with the caption: how to read the distance between the lines.
 *
 * @example
 * ```ts
 * import { holdoutFrequencyFigure } from "./holdout_frequency.ts";
 * import { assert } from "@std/assert";
 *
 * const { svg } = holdoutFrequencyFigure([
 *   { model: "nbd", repeat_frequency: 0, customers: 9, expected: 0.3, actual: 0.4 },
 *   { model: "nbd", repeat_frequency: 1, customers: 5, expected: 0.8, actual: 0.9 },
 * ]);
 * assert(svg().includes("1 or more"));
 * ```
 */
export function holdoutFrequencyFigure(
  rows: readonly HoldoutRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Holdout purchases by earlier repeat purchases",
    draw: (frame) => draw(rows, frame),
    caption: rows.length > 0 ? CAPTION : NO_DATA,
    rows,
  }, options);
}

function draw(rows: readonly HoldoutRow[], frame: Drawing): string {
  const means = finiteRows(rows, "repeat_frequency", "expected", "actual")
    .sort((a, b) => a.repeat_frequency - b.repeat_frequency);
  if (means.length === 0) return renderNoData(frame);
  const models = [...new Set(rows.map(({ model }) => model))];
  const frequencies = [...new Set(means.map((row) => row.repeat_frequency))];
  const most = frequencies[frequencies.length - 1];
  const colour = (model: string) => CATEGORIES[models.indexOf(model) % CATEGORIES.length];
  const came = frequencies.map((at) => means.find((row) => row.repeat_frequency === at)!);
  return renderPlot({
    height: 310,
    marginLeft: 56,
    marginRight: 14,
    marginTop: 34,
    marginBottom: 44,
    x: { type: "point", domain: frequencies, label: null, padding: 0.4 },
    y: {
      label: "↑ mean purchases in the holdout",
      labelArrow: "none",
      grid: true,
      ticks: 5,
      zero: true,
    },
    marks: [
      Plot.axisX({
        tickFormat: (frequency: number) => frequency === most ? `${most} or more` : `${frequency}`,
        tickSize: 0,
        label: "repeat purchases before",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      Plot.lineY(came, {
        x: "repeat_frequency",
        y: "actual",
        stroke: INK.strong,
        strokeWidth: 2.5,
      }),
      ...models.map((model) =>
        Plot.lineY(means.filter((row) => row.model === model), {
          x: "repeat_frequency",
          y: "expected",
          stroke: colour(model),
          strokeWidth: 1.8,
          strokeDasharray: "5 3",
        })
      ),
      Plot.dot(came, {
        x: "repeat_frequency",
        y: "actual",
        r: 4,
        fill: INK.strong,
        title: (row: HoldoutRow) =>
          `${
            formatNumber(row.customers)
          } customers with ${row.repeat_frequency} repeat purchases\n` +
          `actual ${formatNumber(row.actual, 2)}`,
      }),
      Plot.ruleY([0], { stroke: INK.reference }),
    ],
  }, {
    ...frame,
    legend: cameAndExpectedLegend(models, colour),
  });
}

const CAPTION =
  "Where a dashed line runs below the solid one, the model expected too few purchases; few " +
  "customers make up the last point.";
