import { formatMoney, inUnit } from "../../words/money.ts";
import { countOf, formatNumber, formatPercent } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import type { ReturnedProductRow } from "../../exploration/returns/returns_by_product.ts";
import { productRows } from "../assortment/product_rows.ts";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { CATEGORIES, INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { NO_DATA } from "../../words/sentences.ts";

/** How many products are drawn. */
const SHOWN = 12;
const RETURNED = CATEGORIES[1];

/**
 * Products of which most value came back: sold value as a light bar, returned value as a full one
 * upon it.
 *
 * @param rows One row per product, in any order.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: of which most value came back, and which most customers gave
 * back.
 *
 * @example
 * ```ts
 * import { returnsByProductFigure } from "./returns_by_product.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const row = { sold: 100, returned_share: 0.5 };
 * assertEquals(
 *   returnsByProductFigure([
 *     { ...row, product_id: "1", description: "JAR", returned: 90, customers: 1 },
 *     { ...row, product_id: "2", description: "CAKESTAND", returned: 9, customers: 16 },
 *   ]).caption,
 *   "JAR has the most returns by value, 90 from 1 customer; CAKESTAND was returned by the most " +
 *     "customers, 16.",
 * );
 * ```
 */
export function returnsByProductFigure(
  rows: readonly ReturnedProductRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Products with the most returns by value",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows, options.currency),
    rows,
  }, options);
}

function draw(rows: readonly ReturnedProductRow[], frame: Drawing): string {
  const products = finiteRows(rows, "sold", "returned")
    .sort((a, b) => b.returned - a.returned || (a.product_id < b.product_id ? -1 : 1))
    .slice(0, SHOWN);
  if (products.length === 0) return renderNoData(frame);
  const narrow = frame.width < NARROW;
  const marks = [
    Plot.barX(products, { x: "sold", y: "product_id", fill: MAIN, fillOpacity: 0.3 }),
    Plot.barX(products, {
      x: "returned",
      y: "product_id",
      fill: RETURNED,
      insetTop: 3,
      insetBottom: 3,
      title: (row: ReturnedProductRow) =>
        `${row.description} (${row.product_id})\n${formatNumber(row.returned)} of ` +
        `${formatNumber(row.sold)} came back`,
    }),
    Plot.text(products, {
      x: (row: ReturnedProductRow) => Math.max(row.sold, row.returned),
      y: "product_id",
      text: (row: ReturnedProductRow) =>
        formatPercent(row.returned_share, precision(row)) +
        (narrow ? "" : `, ${people(row.customers)}`),
      textAnchor: "start",
      dx: 5,
      fill: INK.strong,
    }),
  ];
  const layout = {
    axis: `${inUnit("value", frame.currency)} →`,
    marginRight: narrow ? 54 : 130,
    marks,
  };
  return renderPlot(productRows(products, { ...layout, width: frame.width }), {
    ...frame,
    legend: [
      { kind: "square", label: "sold", colour: "#b3d5e7" },
      {
        kind: "square",
        label: narrow
          ? "returned, with its share"
          : "returned: share of sales, customers who returned it",
        colour: RETURNED,
      },
    ],
  });
}

function captionOf(rows: readonly ReturnedProductRow[], currency?: string): string {
  const products = finiteRows(rows, "returned", "customers").sort((a, b) =>
    b.returned - a.returned || (a.product_id < b.product_id ? -1 : 1)
  );
  if (products.length === 0) return NO_DATA;
  const [first] = products;
  const widest = products.reduce((a, b) => (b.customers > a.customers ? b : a));
  const name = (row: ReturnedProductRow) => row.description || row.product_id;
  const value =
    `${name(first)} has the most returns by value, ${formatMoney(first.returned, currency)} ` +
    `from ${countOf(first.customers, "customer")}`;
  if (widest === first) return `${value}; no other product shown was returned by more customers.`;
  return `${value}; ${name(widest)} was returned by the most customers, ${
    formatNumber(widest.customers)
  }.`;
}

const people = (count: number): string =>
  `${formatNumber(count)} ${count === 1 ? "customer" : "customers"}`;

/** A few per cent deserve a digit more. */
const precision = ({ returned_share }: ReturnedProductRow): number =>
  (returned_share ?? 0) < 0.1 ? 1 : 0;
