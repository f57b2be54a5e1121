import * as Plot from "@observablehq/plot";
import { formatName } from "../../words/model_names.ts";
import type { LegendEntry } from "../drawing/legend.ts";
import { CATEGORIES, INK, modelColours } from "../drawing/palette.ts";

/** How the models of one chart are drawn. */
export interface ModelSeries {
  /** The models that have rows, in the order of their colours. */
  readonly names: readonly string[];
  /** The colour of a model. */
  colour(model: string): string;
  /** One line per model through its rows, in their order. */
  lines<Row extends { readonly model: string }>(
    rows: readonly Row[],
    place: { readonly x: keyof Row & string; readonly y: keyof Row & string },
  ): Plot.Markish[];
  /** One entry per model; `label` writes more than its name. */
  legend(label?: (model: string) => string): LegendEntry[];
}

/**
 * Gives each model its colour, its line and its entry in the legend. Beyond the eight colours, lines
 * are dashed, so that no two models look alike.
 *
 * @param order Names of models in the order of their colours, also of those without rows.
 */
export function modelSeries(
  rows: readonly { readonly model: string }[],
  order: readonly string[],
): ModelSeries {
  const drawn = new Set(rows.map((row) => row.model));
  const all = [...new Set([...order, ...drawn])];
  const names = all.filter((model) => drawn.has(model));
  const colours = modelColours(all);
  const colour = (model: string) => colours.get(model) ?? INK.strong;
  const dashed = (model: string) => all.indexOf(model) >= CATEGORIES.length;
  return {
    names,
    colour,
    lines: (points, place) =>
      names.map((model) =>
        Plot.line(points.filter((row) => row.model === model), {
          ...place,
          stroke: colour(model),
          strokeWidth: 2,
          strokeDasharray: dashed(model) ? "5 3" : undefined,
        })
      ),
    legend: (label = formatName) =>
      names.map((model) => ({
        kind: dashed(model) ? "dashes" : "line",
        label: label(model),
        colour: colour(model),
      })),
  };
}
