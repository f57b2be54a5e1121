import { formatMoney, inUnit } from "../../words/money.ts";
import { countOf, formatNumber, formatShort } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import type { ProductRow } from "../../exploration/top_products.ts";
import { productRows } from "./product_rows.ts";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { NO_DATA } from "../../words/sentences.ts";

/** How many products are drawn. */
const SHOWN = 15;

/**
 * The products with the most revenue as bars.
 *
 * @param rows One row per product, in any order.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: what sells for most, and from how many items.
 *
 * @example
 * ```ts
 * import { topProductsFigure } from "./top_products.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   topProductsFigure([
 *     { product_id: "1", description: "LANTERN", revenue: 100, quantity: 50 },
 *     { product_id: "2", description: "CAKESTAND", revenue: 300, quantity: 20 },
 *   ]).caption,
 *   "CAKESTAND brings the most, 300 from 20 items; LANTERN follows with 100 from 50 items.",
 * );
 * ```
 */
export function topProductsFigure(
  rows: readonly ProductRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Products with the most revenue",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows, options.currency),
    rows,
  }, options);
}

function draw(rows: readonly ProductRow[], frame: Drawing): string {
  const products = finiteRows(rows, "revenue")
    .sort((a, b) => b.revenue - a.revenue || (a.product_id < b.product_id ? -1 : 1))
    .slice(0, SHOWN);
  if (products.length === 0) return renderNoData(frame);
  const place = { x: "revenue", y: "product_id" };
  const marks = [
    Plot.barX(products, {
      ...place,
      fill: MAIN,
      title: (row: ProductRow) =>
        `${row.description} (${row.product_id})\n${formatNumber(row.revenue)} for ` +
        `${formatNumber(row.quantity)} items`,
    }),
    Plot.text(products, {
      ...place,
      text: (row: ProductRow) => formatShort(row.revenue),
      textAnchor: "start",
      dx: 5,
      fill: INK.strong,
    }),
  ];
  const axis = `${inUnit("revenue", frame.currency)} →`;
  return renderPlot(
    productRows(products, { axis, width: frame.width, marginRight: 54, marks }),
    frame,
  );
}

function captionOf(rows: readonly ProductRow[], currency?: string): string {
  const products = finiteRows(rows, "revenue", "quantity").sort((a, b) =>
    b.revenue - a.revenue || (a.product_id < b.product_id ? -1 : 1)
  );
  if (products.length === 0) return NO_DATA;
  const tell = (row: ProductRow) =>
    `${formatMoney(row.revenue, currency)} from ${countOf(row.quantity, "item")}`;
  const name = (row: ProductRow) => row.description || row.product_id;
  const [first, second] = products;
  return `${name(first)} brings the most, ${tell(first)}` +
    (second === undefined ? "." : `; ${name(second)} follows with ${tell(second)}.`);
}
