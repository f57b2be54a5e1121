import * as Plot from "@observablehq/plot";
import { chartOptions, type ModelChartOptions } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatName } from "../../words/model_names.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { modelSeries } from "./model_series.ts";
import { INK } from "../drawing/palette.ts";
import { renderNoData, renderPanels } from "../drawing/render.ts";
import { shareSquare } from "../drawing/share_square.ts";

/** One group of customers with similar scores of one model: a row of a lift table. */
export interface LiftChartRow {
  /** Name of the model. */
  readonly model: string;
  /** 1 for the highest scores. */
  readonly group: number;
  /** Number of customers in the group. */
  readonly customers: number;
  /** To how many of them it happened; a fraction where equal scores reach over a border. */
  readonly positives: number;
  /** The group's share of positives as a multiple of that of all. */
  readonly lift: number;
  /** Share of all positives in this group and those before it, 0 to 1. */
  readonly cumulative_gain: number;
}

/** Below this width, in pixels, the panels stand below one another. */
const SIDE_BY_SIDE = 640;

/**
 * Draws what a model's order of the customers is worth: gains (how many of those it happens to are
 * found among the first tenth, two tenths …) and lift (how many times as many as by chance, tenth by
 * tenth).
 *
 * @param rows One row per model and group; groups of one model in any order.
 * @param options Title, width and order of the models.
 * @returns SVG text with two panels.
 *
 * @example
 * ```ts
 * import { liftChart } from "./lift_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const group = { model: "random_forest", customers: 50 };
 * const svg = liftChart([
 *   { ...group, group: 1, positives: 20, lift: 1.6, cumulative_gain: 0.8 },
 *   { ...group, group: 2, positives: 5, lift: 0.4, cumulative_gain: 1 },
 * ]);
 * assert(svg.includes("random forest") && svg.includes("1.6 times"));
 * ```
 */
export function liftChart(
  rows: readonly LiftChartRow[],
  options: ModelChartOptions = {},
): string {
  const frame = chartOptions(options, "Gains and lift: what the order of the customers is worth");
  const groups = finiteRows(rows, "group", "customers", "positives", "lift", "cumulative_gain")
    .filter((row) => row.customers > 0)
    .sort((a, b) => a.group - b.group);
  if (groups.length === 0) return renderNoData(frame);
  const series = modelSeries(groups, [...options.models ?? [], ...rows.map((row) => row.model)]);
  const width = frame.width < SIDE_BY_SIDE ? frame.width : Math.floor(frame.width / 2);
  const gains = series.names.flatMap((model) =>
    gainsOf(groups.filter((row) => row.model === model))
  );
  const place = { x: "share", y: "gain" } as const;
  const labels = {
    x: "customers, highest scores first (share of all) →",
    y: "↑ found (share of those it happens to)",
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
        fill: (row: LiftChartRow) => series.colour(row.model),
        title: (row: LiftChartRow) =>
          `${formatName(row.model)}: ${formatNumber(row.lift, 1)} times as many in group ` +
          `${row.group}`,
      }),
    ],
  };
  return renderPanels([square, lift], {
    ...frame,
    description: `Gains and lift by group for ${series.names.map(formatName).join(", ")}.`,
    legend: [
      ...series.legend(),
      { kind: "line", label: "best possible", colour: INK.reference },
      { kind: "dashes", label: "chance", colour: INK.reference },
    ],
  });
}

interface GainRow {
  readonly model: string;
  readonly share: number;
  readonly gain: number;
}

/** The curve of one model, from nobody to everybody. */
function gainsOf(groups: readonly LiftChartRow[]): GainRow[] {
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
function bestPossible(groups: readonly LiftChartRow[]): [number, number][] {
  const rate = Math.min(1, sum(groups, "positives") / sum(groups, "customers"));
  return [[0, 0], [rate, 1], [1, 1]];
}

function sum(rows: readonly LiftChartRow[], field: "customers" | "positives"): number {
  return rows.reduce((total, row) => total + row[field], 0);
}
