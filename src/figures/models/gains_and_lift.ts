import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatName } from "../../words/model_names.ts";
import * as Plot from "@observablehq/plot";
import { type Drawing, type Figure, figure, type ModelFigureOptions } from "../drawing/figure.ts";
import type { Comparison } from "../../prediction/selection/compare_classifiers.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK } from "../drawing/palette.ts";
import { renderNoData, renderPanels } from "../drawing/render.ts";
import { shareSquare } from "./share_square.ts";
import { modelSeries } from "./model_series.ts";
import { capitalise, NO_DATA } from "../../words/sentences.ts";

/** Customers of similar scores of one model. */
export type GainsRow = Omit<Comparison["lift"][number], "rate">;

/** Below this width, in pixels, the panels stand below one another. */
const SIDE_BY_SIDE = 640;

/**
 * Cumulative gains and lift of several models, by share of customers with the highest scores.
 *
 * @param rows One row per model and group; groups of one model in any order.
 * @param options Title, width and order of the models.
 * @returns A figure, with the caption: how much of what is looked for the best model finds in its
 * first group.
 *
 * @example
 * ```ts
 * import { gainsAndLiftFigure } from "./gains_and_lift.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const group = { model: "random_forest", customers: 50 };
 * assertEquals(
 *   gainsAndLiftFigure([
 *     { ...group, group: 1, positives: 20, lift: 1.6, cumulative_gain: 0.8 },
 *     { ...group, group: 2, positives: 5, lift: 0.4, cumulative_gain: 1 },
 *   ]).caption,
 *   "Among the 50.0\u00a0% of customers with the highest scores, random forest finds 80.0\u00a0% of " +
 *     "those to whom it happens, 1.6 times as many as by chance.",
 * );
 * ```
 */
export function gainsAndLiftFigure(
  rows: readonly GainsRow[],
  options: ModelFigureOptions = {},
): Figure {
  return figure({
    title: "Cumulative gains and lift",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

function draw(rows: readonly GainsRow[], frame: Drawing<ModelFigureOptions>): string {
  const groups = finiteRows(rows, "group", "customers", "positives", "lift", "cumulative_gain")
    .filter((row) => row.customers > 0)
    .sort((a, b) => a.group - b.group);
  if (groups.length === 0) return renderNoData(frame);
  const series = modelSeries(groups, [...frame.models ?? [], ...rows.map((row) => row.model)]);
  const width = frame.width < SIDE_BY_SIDE ? frame.width : Math.floor(frame.width / 2);
  const gains = series.names.flatMap((model) =>
    gainsOf(groups.filter((row) => row.model === model))
  );
  const place = { x: "share", y: "gain" } as const;
  const labels = {
    x: "customers, highest scores first (share of all) →",
    y: "↑ found (share of positives)",
  };
  const square = shareSquare(width, labels, [
    Plot.line(bestPossible(groups.filter((row) => row.model === series.names[0])), {
      stroke: INK.reference,
    }),
    ...series.lines(gains, place),
    Plot.dot(gains, {
      ...place,
      r: 2.5,
      fill: (row: GainRow) => series.colour(row.model),
      title: (row: GainRow) =>
        `${formatName(row.model)}: the first ${formatPercent(row.share)} of the customers hold ` +
        `${formatPercent(row.gain, 1)} of those it happens to`,
    }),
  ]);
  const lift: Plot.PlotOptions = {
    ...square,
    x: {
      domain: groups.map((row) => row.group),
      type: "point",
      label: "groups of equal size, 1 = highest scores →",
      labelAnchor: "right",
      labelArrow: "none",
    },
    y: {
      label: "↑ lift (times as many as by chance)",
      labelArrow: "none",
      tickFormat: (lift: number) => formatNumber(lift, lift % 1 ? 1 : 0),
      ticks: 5,
      grid: true,
      zero: true,
      nice: true,
    },
    marks: [
      Plot.ruleY([1], { stroke: INK.reference, strokeDasharray: "4 4" }),
      ...series.lines(groups, { x: "group", y: "lift" }),
      Plot.dot(groups, {
        x: "group",
        y: "lift",
        r: 3.5,
        fill: (row: GainsRow) => series.colour(row.model),
        title: (row: GainsRow) =>
          `${formatName(row.model)}: ${formatNumber(row.lift, 1)} times as many in group ` +
          `${row.group}`,
      }),
    ],
  };
  return renderPanels([square, lift], {
    ...frame,
    legend: [
      ...series.legend(),
      { kind: "line", label: "best possible", colour: INK.reference },
      { kind: "dashes", label: "chance", colour: INK.reference },
    ],
  });
}

function captionOf(rows: readonly GainsRow[]): string {
  const groups = finiteRows(rows, "group", "customers", "lift", "cumulative_gain");
  const firsts = groups.filter((row) => row.group === 1);
  if (firsts.length === 0) return NO_DATA;
  const best = firsts.reduce((a, b) => (b.cumulative_gain > a.cumulative_gain ? b : a));
  const everyone = groups.filter((row) => row.model === best.model)
    .reduce((sum, row) => sum + row.customers, 0);
  return capitalise(
    `among the ${formatPercent(best.customers / everyone, 1)} of customers with the highest ` +
      `scores, ${formatName(best.model)} finds ${
        formatPercent(best.cumulative_gain, 1)
      } of those ` +
      `to whom it happens, ${formatNumber(best.lift, 1)} times as many as by chance.`,
  );
}

interface GainRow {
  readonly model: string;
  readonly share: number;
  readonly gain: number;
}

/** The curve of one model, from nobody to everybody. */
function gainsOf(groups: readonly GainsRow[]): GainRow[] {
  const all = sum(groups, "customers");
  let customers = 0;
  return [
    { model: groups[0].model, share: 0, gain: 0 },
    ...groups.map((row) => {
      customers += row.customers;
      return { model: row.model, share: customers / all, gain: row.cumulative_gain };
    }),
  ];
}

/** If everyone it happens to came first. */
function bestPossible(groups: readonly GainsRow[]): [number, number][] {
  const rate = Math.min(1, sum(groups, "positives") / sum(groups, "customers"));
  return [[0, 0], [rate, 1], [1, 1]];
}

function sum(rows: readonly GainsRow[], field: "customers" | "positives"): number {
  return rows.reduce((total, row) => total + row[field], 0);
}
