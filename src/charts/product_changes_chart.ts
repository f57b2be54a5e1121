import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "./chart_options.ts";
import { finiteRows } from "./finite_rows.ts";
import { formatNumber, formatShort, shorten } from "./format.ts";
import { CATEGORIES, INK, MAIN } from "./palette.ts";
import { renderNoData, renderPlot } from "./render.ts";
import { labelMargin } from "./svg_text.ts";

/** How the revenue of one product changed. */
export interface ProductChangesRow {
  /** Id of the product, unique. */
  readonly product_id: string;
  /** Its description. */
  readonly description: string;
  /** Revenue in the earlier and in the later window, in the currency of the file. */
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
  const narrow = frame.width < NARROW;
  const names = new Map(products.map((row) => [
    row.product_id,
    shorten(row.description || row.product_id, narrow ? 17 : 32),
  ]));
  const marginLeft = labelMargin([...names.values()]);
  const changes = products.map((row) => row.change);
  const [low, high] = [Math.min(0, ...changes), Math.max(0, ...changes)];
  // Room for the number at the end of the longest bar on either side.
  const room = (56 / (frame.width - marginLeft - 124)) * (high - low || 1);
  const label = (rising: boolean) =>
    Plot.text(products.filter(({ change }) => change > 0 === rising), {
      x: "change",
      y: "product_id",
      text: (row: ProductChangesRow) => (rising ? "+" : "") + formatShort(row.change),
      textAnchor: rising ? "start" : "end",
      dx: rising ? 5 : -5,
      fill: INK.strong,
    });
  return renderPlot({
    height: 50 + products.length * 22,
    marginLeft,
    marginRight: 12,
    marginTop: 4,
    marginBottom: 40,
    x: {
      domain: [low < 0 ? low - room : 0, high > 0 ? high + room : 0],
      label: `change of revenue (${frame.currency}) →`,
      labelArrow: "none",
      grid: true,
      ticks: narrow ? 2 : 5,
      tickFormat: formatShort,
    },
    y: { domain: products.map((row) => row.product_id), label: null, padding: 0.25 },
    marks: [
      Plot.axisY({ tickFormat: (id: string) => names.get(id) ?? id, tickSize: 0, label: null }),
      Plot.barX(products, {
        x: "change",
        y: "product_id",
        fill: ({ change }: ProductChangesRow) => (change > 0 ? MAIN : CATEGORIES[1]),
        title: (row: ProductChangesRow) =>
          `${row.description} (${row.product_id})\nfrom ${formatNumber(row.revenue_before)} to ` +
          formatNumber(row.revenue_after),
      }),
      label(true),
      label(false),
      Plot.ruleX([0], { stroke: INK.reference }),
    ],
  }, {
    ...frame,
    description: `Bars of the change of revenue for ${products.length} products.`,
  });
}
