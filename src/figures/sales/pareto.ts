import { formatNumber, formatPercent } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import type { ParetoRow } from "../../exploration/pareto.ts";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { NO_DATA } from "../../words/sentences.ts";

/**
 * Reads the concentration curve at one share of the customers, between the points where needed.
 *
 * @param customerShare Share of the customers, 0 to 1.
 * @returns Their share of revenue, or `undefined` outside the curve.
 */
export function revenueShareAt(
  rows: readonly ParetoRow[],
  customerShare: number,
): number | undefined {
  const points = finiteRows(rows, "customer_share", "revenue_share")
    .sort((a, b) => a.customer_share - b.customer_share);
  const above = points.findIndex((row) => row.customer_share >= customerShare);
  if (above < 0) return undefined;
  const right = points[above];
  if (right.customer_share === customerShare) return right.revenue_share;
  const left = points[above - 1];
  if (left === undefined) return undefined;
  const weight = (customerShare - left.customer_share) /
    (right.customer_share - left.customer_share);
  return left.revenue_share + weight * (right.revenue_share - left.revenue_share);
}

/** What the concentration curve can be told beside its points. */
export interface ParetoOptions extends FigureOptions {
  /** Exact share of revenue of the top 20 %, where the curve is only a sample of its points. */
  readonly topShare?: number;
  /** Gini coefficient, 0 to 1, for the caption. Default: not named. */
  readonly giniCoefficient?: number;
  /** What is shared out. Default "revenue". */
  readonly measure?: string;
  /** Who is at the left. Default "those who spend most". */
  readonly first?: string;
}

/**
 * The concentration of revenue: its share against the share of customers who spend most.
 *
 * @param rows Points of the curve, in any order.
 * @param options Title, width and the exact share at 20 %.
 * @returns A figure, with the caption: what the top fifth brings, and how uneven that is.
 *
 * @example
 * ```ts
 * import { paretoFigure } from "./pareto.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const curve = [{ customer_share: 0, revenue_share: 0 }, { customer_share: 0.2, revenue_share: 0.75
 * },
 *   { customer_share: 0.5, revenue_share: 0.9 }, { customer_share: 1, revenue_share: 1 }];
 * assertEquals(
 *   paretoFigure(curve).caption,
 *   "The top 20\u00a0% of customers bring 75.0\u00a0% of revenue, the lower half brings 10.0\u00a0%.",
 * );
 * ```
 */
export function paretoFigure(rows: readonly ParetoRow[], options: ParetoOptions = {}): Figure {
  return figure({
    title: `How concentrated ${options.measure ?? "revenue"} is`,
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows, options),
    rows,
  }, options);
}

function draw(rows: readonly ParetoRow[], frame: Drawing<ParetoOptions>): string {
  const { measure = "revenue", first = "those who spend most" } = frame;
  const curve = finiteRows(rows, "customer_share", "revenue_share")
    .sort((a, b) => a.customer_share - b.customer_share);
  if (curve.length === 0) return renderNoData(frame);
  const share = frame.topShare ?? revenueShareAt(curve, 0.2);
  const mark = share === undefined ? [] : [{ customer_share: 0.2, revenue_share: share }];
  const narrow = frame.width < NARROW;
  const place = { x: "customer_share", y: "revenue_share" };
  return renderPlot({
    height: narrow ? 300 : 360,
    marginLeft: 56,
    marginRight: 20,
    marginTop: 30,
    marginBottom: 44,
    x: {
      domain: [0, 1],
      label: narrow
        ? "customers, the largest first →"
        : `customers, ${first} first (share of all) →`,
      labelAnchor: "right",
      labelArrow: "none",
      tickFormat: (x: number) => formatPercent(x),
      ticks: 6,
    },
    y: {
      domain: [0, 1],
      label: `↑ ${measure} (share of all)`,
      labelArrow: "none",
      grid: true,
      tickFormat: (y: number) => formatPercent(y),
      ticks: 5,
    },
    marks: [
      Plot.line([[0, 0], [1, 1]], { stroke: INK.reference, strokeDasharray: "4 4" }),
      Plot.text(narrow ? [] : [[0.72, 0.72]], {
        text: ["if all customers were the same"],
        dy: 16,
        textAnchor: "start",
        dx: -10,
        fill: INK.soft,
        fontSize: 11,
      }),
      Plot.areaY(curve, { ...place, fill: MAIN, fillOpacity: 0.1 }),
      Plot.line(curve, { ...place, stroke: MAIN, strokeWidth: 2.5 }),
      Plot.ruleX(mark, { x: "customer_share", y: "revenue_share", stroke: INK.reference }),
      Plot.dot(mark, { ...place, r: 5, fill: MAIN, stroke: "white", strokeWidth: 1.5 }),
      Plot.text(mark, {
        ...place,
        text: (row: ParetoRow) =>
          `20\u00a0% of customers bring${narrow ? "\n" : " "}${
            formatPercent(row.revenue_share, 1)
          } of ${measure}`,
        textAnchor: "start",
        dx: 12,
        dy: narrow ? 22 : 14,
        lineHeight: 1.25,
        fill: INK.strong,
        fontWeight: 600,
        stroke: "white",
        strokeWidth: 4,
      }),
    ],
  }, frame);
}

function captionOf(rows: readonly ParetoRow[], options: ParetoOptions): string {
  const top = options.topShare ?? revenueShareAt(rows, 0.2);
  if (top === undefined) return NO_DATA;
  const half = revenueShareAt(rows, 0.5);
  const { giniCoefficient: gini, measure = "revenue" } = options;
  return `The top 20\u00a0% of customers bring ${formatPercent(top, 1)} of ${measure}` +
    (half === undefined ? "" : `, the lower half brings ${formatPercent(1 - half, 1)}`) +
    (gini !== undefined && Number.isFinite(gini)
      ? ` (Gini coefficient ${formatNumber(gini, 2)}, where 0 means equal shares).`
      : ".");
}
