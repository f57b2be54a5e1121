import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { INK, SEQUENTIAL } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { isDark, shadeOf } from "../drawing/shade_of.ts";

/** What a model says of customers with one history. */
export interface PurchaseMatrixRow {
  /** Purchases after the first one. */
  readonly repeat_frequency: number;
  readonly days_since_last: number;
  /** 0 to 1. */
  readonly probability_alive: number;
  readonly expected_purchases: number;
}

/** What a matrix shows. */
export interface PurchaseMatrixChartOptions extends ChartOptions {
  /** Default `probability_alive`. */
  readonly show?: "probability_alive" | "expected_purchases";
  /** Days that the expected purchases are meant for. */
  readonly horizonDays?: number;
}

/**
 * Draws what a purchase model says by number of repeat purchases and days since the last one, as a
 * heat map with the number in each cell where it fits.
 *
 * @param rows One per cell, in any order.
 * @param options See {@linkcode PurchaseMatrixChartOptions}.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { purchaseMatrixChart } from "./purchase_matrix_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = purchaseMatrixChart([
 *   { repeat_frequency: 1, days_since_last: 30, probability_alive: 0.5, expected_purchases: 0.4 },
 * ]);
 * assert(svg.includes("50"));
 * ```
 */
export function purchaseMatrixChart(
  rows: readonly PurchaseMatrixRow[],
  options: PurchaseMatrixChartOptions = {},
): string {
  const { show = "probability_alive", horizonDays } = options;
  const alive = show === "probability_alive";
  const meaning = alive
    ? "still a customer"
    : `purchases expected${horizonDays === undefined ? "" : ` in ${horizonDays} days`}`;
  const frame = chartOptions(options, alive ? "Who is still a customer" : "Who will buy again");
  const cells = finiteRows(rows, "repeat_frequency", "days_since_last", show);
  if (cells.length === 0) return renderNoData(frame);
  const axis = (of: "repeat_frequency" | "days_since_last") =>
    [...new Set(cells.map((cell) => cell[of]))].sort((a, b) => a - b);
  const days = axis("days_since_last"), frequencies = axis("repeat_frequency");
  const most = alive ? 1 : Math.max(...cells.map((cell) => cell[show]));
  const written = (frame.width - 70) / days.length >= 34;
  const shade = (cell: PurchaseMatrixRow) => shadeOf(cell[show], [0, most], SEQUENTIAL);
  const say = (value: number) =>
    alive ? formatPercent(value, 0) : formatNumber(value, value < 10 ? 1 : 0);
  return renderPlot({
    height: 70 + frequencies.length * 24,
    marginLeft: 56,
    marginRight: 8,
    marginTop: 26,
    marginBottom: 44,
    x: { domain: days, label: null, padding: 0.05 },
    y: { domain: [...frequencies].reverse(), label: null, padding: 0.06 },
    marks: [
      Plot.axisX({
        ticks: days.filter((_, i) => written || i % 3 === 0),
        tickFormat: (day: number) => `${day}`,
        tickSize: 0,
        label: "days since the last purchase",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      Plot.axisY({
        tickFormat: (frequency: number) => `${frequency}`,
        tickSize: 0,
        label: "↑ repeat purchases",
        labelAnchor: "top",
        labelArrow: "none",
      }),
      Plot.cell(cells, {
        x: "days_since_last",
        y: "repeat_frequency",
        fill: shade,
        title: (cell: PurchaseMatrixRow) =>
          `${cell.repeat_frequency} repeat purchases, the last ${cell.days_since_last} days ago\n` +
          `${say(cell[show])} ${meaning}`,
      }),
      written
        ? Plot.text(cells, {
          x: "days_since_last",
          y: "repeat_frequency",
          text: (cell: PurchaseMatrixRow) =>
            alive ? formatNumber(100 * cell[show], 0) : say(cell[show]),
          fill: (cell: PurchaseMatrixRow) => (isDark(shade(cell)) ? "#ffffff" : INK.strong),
          fontSize: 11,
        })
        : null,
    ],
  }, {
    ...frame,
    description: `Heat map of ${meaning} by repeat purchases and days since the last purchase.`,
    legend: [{
      kind: "ramp",
      label: alive ? `${meaning} (%)` : meaning,
      colours: SEQUENTIAL,
      from: "0",
      to: alive ? "100" : say(most),
    }],
  });
}
