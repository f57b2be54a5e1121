import { countOf, formatNumber, formatPercent } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, SEQUENTIAL } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { isDark, shadeOf } from "../drawing/shade_of.ts";
import type { PurchaseMatrixCell } from "../../lifetime_value/purchase_matrix.ts";
import { NO_DATA } from "../../words/sentences.ts";

/** What a matrix shows. */
export interface PurchaseMatrixFigureOptions extends FigureOptions {
  /** Default `probability_alive`. */
  readonly show?: "probability_alive" | "expected_purchases";
  /** Days that the expected purchases are meant for. */
  readonly horizonDays?: number;
}

/**
 * What a purchase model says by repeat purchases and days since the last one, as a heat map.
 *
 * @param rows One per cell, in any order.
 * @param options See {@linkcode PurchaseMatrixFigureOptions}.
 * @returns A figure, with the caption: whom the model takes for lost, or of whom it expects most.
 *
 * @example
 * ```ts
 * import { purchaseMatrixFigure } from "./purchase_matrix.ts";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const { svg, caption } = purchaseMatrixFigure([
 *   { repeat_frequency: 10, days_since_last: 200, probability_alive: 0.05, expected_purchases: 0.1 },
 * ]);
 * assert(svg().includes("Probability of being active"));
 * assertEquals(
 *   caption,
 *   "Least likely to be active (5\u00a0%): 10 repeat purchases, then none for 200 days. A pause means " +
 *     "more from a frequent buyer.",
 * );
 * ```
 */
export function purchaseMatrixFigure(
  rows: readonly PurchaseMatrixCell[],
  options: PurchaseMatrixFigureOptions = {},
): Figure {
  return figure({
    title: options.show === "expected_purchases"
      ? "Expected purchases"
      : "Probability of being active",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows, options.show),
    rows,
  }, options);
}

function draw(
  rows: readonly PurchaseMatrixCell[],
  frame: Drawing<PurchaseMatrixFigureOptions>,
): string {
  const { show = "probability_alive", horizonDays } = frame;
  const alive = show === "probability_alive";
  const meaning = alive
    ? "probability of being active"
    : `expected purchases${horizonDays === undefined ? "" : ` in ${horizonDays} days`}`;
  const cells = finiteRows(rows, "repeat_frequency", "days_since_last", show);
  if (cells.length === 0) return renderNoData(frame);
  const axis = (of: "repeat_frequency" | "days_since_last") =>
    [...new Set(cells.map((cell) => cell[of]))].sort((a, b) => a - b);
  const days = axis("days_since_last"), frequencies = axis("repeat_frequency");
  const most = alive ? 1 : Math.max(...cells.map((cell) => cell[show]));
  const written = (frame.width - 70) / days.length >= 34;
  const shade = (cell: PurchaseMatrixCell) => shadeOf(cell[show], [0, most], SEQUENTIAL);
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
        title: (cell: PurchaseMatrixCell) =>
          `${cell.repeat_frequency} repeat purchases, the last ${cell.days_since_last} days ago\n` +
          `${say(cell[show])} ${meaning}`,
      }),
      written
        ? Plot.text(cells, {
          x: "days_since_last",
          y: "repeat_frequency",
          text: (cell: PurchaseMatrixCell) =>
            alive ? formatNumber(100 * cell[show], 0) : say(cell[show]),
          fill: (cell: PurchaseMatrixCell) => (isDark(shade(cell)) ? "#ffffff" : INK.strong),
          fontSize: 11,
        })
        : null,
    ],
  }, {
    ...frame,
    legend: [{
      kind: "ramp",
      label: alive ? `${meaning} (%)` : meaning,
      colours: SEQUENTIAL,
      from: "0",
      to: alive ? "100" : say(most),
    }],
  });
}

function captionOf(rows: readonly PurchaseMatrixCell[], show: PurchaseMatrixFigureOptions["show"]) {
  return show === "expected_purchases" ? mostExpected(rows) : leastActive(rows);
}

function leastActive(rows: readonly PurchaseMatrixCell[]): string {
  const again = finiteRows(rows, "probability_alive").filter((cell) => cell.repeat_frequency > 0);
  if (again.length === 0) return NO_DATA;
  const lowest = again.reduce((low, cell) =>
    cell.probability_alive < low.probability_alive ? cell : low
  );
  return `Least likely to be active (${formatPercent(lowest.probability_alive)}): ` +
    `${countOf(lowest.repeat_frequency, "repeat purchase")}, then none for ` +
    `${countOf(lowest.days_since_last, "day")}. A pause means more from a frequent buyer.`;
}

function mostExpected(rows: readonly PurchaseMatrixCell[]): string {
  const cells = finiteRows(rows, "expected_purchases");
  if (cells.length === 0) return NO_DATA;
  const top = cells.reduce((most, cell) =>
    cell.expected_purchases > most.expected_purchases ? cell : most
  );
  const nobodyLeaves = cells.every((cell) => cell.probability_alive >= 0.995);
  return (nobodyLeaves ? "This model has no dropout: a pause only means a slow buyer. " : "") +
    `The highest expectation is ${formatNumber(top.expected_purchases, 1)} purchases, after ` +
    `${countOf(top.repeat_frequency, "repeat purchase")}, the last ` +
    `${countOf(top.days_since_last, "day")} ago.`;
}
