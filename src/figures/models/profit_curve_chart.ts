import { inUnit } from "../../words/money.ts";
import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatPercent, formatShort } from "../../words/numbers.ts";
import { CATEGORIES, INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";

/** What a campaign earns that contacts a share of the customers, the most promising first. */
export interface ProfitChartRow {
  /** Share of the customers contacted, 0 to 1. */
  readonly share: number;
  /** The smallest probability among them, 0 to 1. */
  readonly threshold: number;
  /** Expected profit of all contacts together. */
  readonly profit: number;
  /** The same with what really happened, where that is known. */
  readonly realised_profit?: number | null;
}

/**
 * Draws the profit of a campaign from contacting nobody to contacting everyone, and marks the best
 * share.
 *
 * @param rows Points of the curve, in any order.
 * @param options Title, width and currency.
 * @returns SVG text; the best share and its profit are written out.
 *
 * @example
 * ```ts
 * import { profitCurveChart } from "./profit_curve_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = profitCurveChart([
 *   { share: 0, threshold: 1, profit: 0 },
 *   { share: 0.25, threshold: 0.6, profit: 1240 },
 *   { share: 1, threshold: 0.02, profit: -900 },
 * ], { currency: "£" });
 * assert(svg.includes("contact 25\u00a0%"));
 * ```
 */
export function profitCurveChart(
  rows: readonly ProfitChartRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "What a campaign earns, by how many are contacted");
  const curve = finiteRows(rows, "share", "threshold", "profit").sort((a, b) => a.share - b.share);
  if (curve.length === 0) return renderNoData(frame);
  const realised = finiteRows(curve, "realised_profit");
  const best = curve.reduce((most, row) => row.profit > most.profit ? row : most);
  const left = best.share < 0.5;
  const place = { x: "share", y: "profit" } as const;
  return renderPlot({
    height: frame.width < NARROW ? 300 : 340,
    marginLeft: 62,
    marginRight: 20,
    marginTop: 52,
    marginBottom: 44,
    x: {
      domain: [0, 1],
      label: "customers contacted, the most promising first →",
      labelArrow: "none",
      tickFormat: (share: number) => formatPercent(share),
      ticks: 5,
    },
    y: {
      label: inUnit("↑ profit", frame.currency),
      labelArrow: "none",
      grid: true,
      nice: true,
      zero: true,
      ticks: 5,
      tickFormat: formatShort,
    },
    marks: [
      Plot.ruleY([0], { stroke: INK.reference }),
      Plot.line(realised, {
        x: "share",
        y: "realised_profit",
        stroke: CATEGORIES[1],
        strokeWidth: 2,
        strokeDasharray: "5 3",
      }),
      Plot.line(curve, { ...place, stroke: MAIN, strokeWidth: 2.5 }),
      Plot.ruleX([best], {
        x: "share",
        y1: 0,
        y2: "profit",
        stroke: INK.reference,
        strokeDasharray: "3 3",
      }),
      Plot.dot([best], {
        ...place,
        r: 5,
        fill: MAIN,
        stroke: "white",
        strokeWidth: 1.5,
        title: (row: ProfitChartRow) =>
          `${inWords(row)}; the least likely of them has a probability of ${
            formatPercent(row.threshold)
          }`,
      }),
      Plot.text([best], {
        // Above the frame, where no line can run through it.
        x: "share",
        frameAnchor: "top",
        dy: -18,
        text: inWords,
        textAnchor: left ? "start" : "end",
        fill: INK.strong,
        fontWeight: 600,
      }),
    ],
  }, {
    ...frame,
    description: `Curve of the profit against the share of customers contacted; ${inWords(best)}.`,
    legend: [
      { kind: "line", label: "expected", colour: MAIN },
      ...realised.length > 0
        ? [{ kind: "dashes", label: "what really happened", colour: CATEGORIES[1] } as const]
        : [],
    ],
  });
}

function inWords({ share, profit }: ProfitChartRow): string {
  if (share === 0) return "no contact pays";
  return `contact ${formatPercent(share)}: ${formatShort(profit)}`;
}
