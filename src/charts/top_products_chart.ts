import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "./chart_options.ts";
import { finiteRows } from "./finite_rows.ts";
import { formatNumber, formatShort, shorten } from "./format.ts";
import { INK, MAIN } from "./palette.ts";
import { renderNoData, renderPlot } from "./render.ts";
import { labelMargin } from "./svg_text.ts";

/** Sales of one product. */
export interface TopProductsRow {
  /** Id of the product, unique. */
  readonly product_id: string;
  /** Its description. */
  readonly description: string;
  /** Revenue in the currency of the file. */
  readonly revenue: number;
  /** Number of pieces sold. */
  readonly quantity: number;
}

/** How many products are drawn. */
const SHOWN = 15;

/**
 * Draws the products with the most revenue as bars.
 *
 * @param rows One row per product, in any order.
 * @param options Title, width and currency.
 * @returns SVG text with the fifteen biggest products.
 *
 * @example
 * ```ts
 * import { topProductsChart } from "./top_products_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const rows = [{ product_id: "22423", description: "CAKESTAND", revenue: 9, quantity: 3 }];
 * assert(topProductsChart(rows).includes("CAKESTAND"));
 * ```
 */
export function topProductsChart(
  rows: readonly TopProductsRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Products with the most revenue");
  const products = finiteRows(rows, "revenue")
    .sort((a, b) => b.revenue - a.revenue || (a.product_id < b.product_id ? -1 : 1))
    .slice(0, SHOWN);
  if (products.length === 0) return renderNoData(frame);
  const narrow = frame.width < NARROW;
  // Two products may share a description: bars are placed by id, and named by description.
  const names = new Map(
    products.map((
      row,
    ) => [row.product_id, shorten(row.description || row.product_id, narrow ? 17 : 32)]),
  );
  return renderPlot({
    height: 50 + products.length * 24,
    marginLeft: labelMargin([...names.values()]),
    marginRight: 54,
    marginTop: 4,
    marginBottom: 40,
    x: {
      label: `revenue (${frame.currency}) →`,
      labelArrow: "none",
      grid: true,
      ticks: narrow ? 2 : 4,
      tickFormat: formatShort,
    },
    y: { domain: products.map((row) => row.product_id), label: null, padding: 0.25 },
    marks: [
      Plot.axisY({
        tickFormat: (id: string) => names.get(id) ?? id,
        tickSize: 0,
        label: null,
      }),
      Plot.barX(products, {
        x: "revenue",
        y: "product_id",
        fill: MAIN,
        title: (row: TopProductsRow) =>
          `${row.description} (${row.product_id})\n${formatNumber(row.revenue)} for ` +
          `${formatNumber(row.quantity)} pieces`,
      }),
      Plot.text(products, {
        x: "revenue",
        y: "product_id",
        text: (row: TopProductsRow) => formatShort(row.revenue),
        textAnchor: "start",
        dx: 5,
        fill: INK.strong,
      }),
      Plot.ruleX([0], { stroke: INK.reference }),
    ],
  }, {
    ...frame,
    description: `Bars of revenue for the ${products.length} products that sell for most.`,
  });
}
