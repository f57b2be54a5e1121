import { inUnit } from "../../words/money.ts";
import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { CATEGORIES, INK, MAIN } from "../drawing/palette.ts";
import { type NamedProduct, productRows } from "../assortment/product_rows.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";

/** What of one product was sold, and what of it came back. */
export interface ReturnedProductsRow extends NamedProduct {
  /** Value of the purchases and of the returns. */
  readonly sold: number;
  readonly returned: number;
  /** Returned relative to sold; null where nothing was sold. */
  readonly returned_share: number | null;
  /** How many customers gave some back. */
  readonly customers: number;
}

/** How many products are drawn. */
const SHOWN = 12;
const RETURNED = CATEGORIES[1];

/**
 * Draws the products of which most value came back: what was sold as a light bar, what came back as
 * a full one upon it.
 *
 * @param rows One row per product, in any order.
 * @param options Title, width and currency.
 * @returns SVG text with at most twelve products.
 *
 * @example
 * ```ts
 * import { returnedProductsChart } from "./returned_products_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = returnedProductsChart([
 *   { product_id: "23166", description: "JAR", sold: 80, returned: 76, returned_share: 0.95, customers: 1 },
 * ]);
 * assert(svg.includes("JAR") && svg.includes("95\u00a0%"));
 * ```
 */
export function returnedProductsChart(
  rows: readonly ReturnedProductsRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Products of which most value came back");
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
      title: (row: ReturnedProductsRow) =>
        `${row.description} (${row.product_id})\n${formatNumber(row.returned)} of ` +
        `${formatNumber(row.sold)} came back`,
    }),
    Plot.text(products, {
      x: (row: ReturnedProductsRow) => Math.max(row.sold, row.returned),
      y: "product_id",
      text: (row: ReturnedProductsRow) =>
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
    description: `Bars of sold and returned value for ${products.length} products.`,
    legend: [
      { kind: "square", label: "sold", colour: "#b3d5e7" },
      {
        kind: "square",
        label: narrow
          ? "came back, with its share"
          : "came back: share of sold, customers who gave it back",
        colour: RETURNED,
      },
    ],
  });
}

const people = (count: number): string =>
  `${formatNumber(count)} ${count === 1 ? "customer" : "customers"}`;

/** A few per cent deserve a digit more. */
const precision = ({ returned_share }: ReturnedProductsRow): number =>
  (returned_share ?? 0) < 0.1 ? 1 : 0;
