import { inUnit } from "../../words/money.ts";
import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatShort } from "../../words/numbers.ts";
import { CATEGORIES, INK, MAIN } from "../drawing/palette.ts";
import { type NamedProduct, productRows } from "./product_rows.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";

/** How the revenue of one product changed. */
export interface ProductChangesRow extends NamedProduct {
  /** Revenue in the earlier and in the later window. */
  readonly revenue_before: number;
  readonly revenue_after: number;
  /** Later minus earlier revenue. */
  readonly change: number;
}

/**
 * Draws changes of revenue as bars to the right of zero (rising) and to the left of it (falling).
 *
 * @param rows One row per product, in any order.
 * @param options Title, width and currency.
 * @returns SVG text, the largest increase on top.
 *
 * @example
 * ```ts
 * import { productChangesChart } from "./product_changes_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = productChangesChart([
 *   { product_id: "1", description: "LAMP", revenue_before: 9, revenue_after: 2, change: -7 },
 * ]);
 * assert(svg.includes("LAMP") && svg.includes("−7"));
 * ```
 */
export function productChangesChart(
  rows: readonly ProductChangesRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Products that rise and fall most");
  const products = finiteRows(rows, "change")
    .sort((a, b) => b.change - a.change || (a.product_id < b.product_id ? -1 : 1));
  if (products.length === 0) return renderNoData(frame, "no data: no two windows to compare");
  const changes = products.map((row) => row.change);
  const [low, high] = [Math.min(0, ...changes), Math.max(0, ...changes)];
  const label = (rising: boolean) =>
    Plot.text(products.filter(({ change }) => change > 0 === rising), {
      x: "change",
      y: "product_id",
      text: (row: ProductChangesRow) => (rising ? "+" : "") + formatShort(row.change),
      textAnchor: rising ? "start" : "end",
      dx: rising ? 5 : -5,
      fill: INK.strong,
    });
  const bars = Plot.barX(products, {
    x: "change",
    y: "product_id",
    fill: ({ change }: ProductChangesRow) => (change > 0 ? MAIN : CATEGORIES[1]),
    title: (row: ProductChangesRow) =>
      `${row.description} (${row.product_id})\nfrom ${formatNumber(row.revenue_before)} to ` +
      formatNumber(row.revenue_after),
  });
  const plot = productRows(products, {
    axis: `${inUnit("change of revenue", frame.currency)} →`,
    width: frame.width,
    marginRight: 12,
    marks: [bars, label(true), label(false)],
  });
  // Room for the number at the end of the longest bar on either side.
  const room = (56 / (frame.width - plot.marginLeft! - 124)) * (high - low || 1);
  const domain = [low < 0 ? low - room : 0, high > 0 ? high + room : 0];
  return renderPlot({ ...plot, x: { ...plot.x, domain } }, {
    ...frame,
    description: `Bars of the change of revenue for ${products.length} products.`,
  });
}
