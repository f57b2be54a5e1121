import { inUnit } from "../../words/money.ts";
import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatShort } from "../../words/numbers.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { type NamedProduct, productRows } from "./product_rows.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";

/** Sales of one product. */
export interface TopProductsRow extends NamedProduct {
  /** Revenue. */
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
  const place = { x: "revenue", y: "product_id" };
  const marks = [
    Plot.barX(products, {
      ...place,
      fill: MAIN,
      title: (row: TopProductsRow) =>
        `${row.description} (${row.product_id})\n${formatNumber(row.revenue)} for ` +
        `${formatNumber(row.quantity)} pieces`,
    }),
    Plot.text(products, {
      ...place,
      text: (row: TopProductsRow) => formatShort(row.revenue),
      textAnchor: "start",
      dx: 5,
      fill: INK.strong,
    }),
  ];
  const axis = `${inUnit("revenue", frame.currency)} →`;
  return renderPlot(
    productRows(products, { axis, width: frame.width, marginRight: 54, marks }),
    {
      ...frame,
      description: `Bars of revenue for the ${products.length} products that sell for most.`,
    },
  );
}
