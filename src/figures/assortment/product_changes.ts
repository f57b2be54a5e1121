import { formatMoney, inUnit } from "../../words/money.ts";
import { formatNumber, formatShort } from "../../words/numbers.ts";
import { formatDate } from "../../words/dates.ts";
import * as Plot from "@observablehq/plot";
import type { ProductChangeRow, ProductChanges } from "../../exploration/rising_products.ts";
import { productRows } from "./product_rows.ts";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { CATEGORIES, INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { joinWords, NO_DATA } from "../../words/sentences.ts";

/** What the figure can be told beside its rows. */
export interface ProductChangesOptions extends FigureOptions {
  /** The windows that are compared. Default: not named. */
  readonly windows?: Windows;
}

type Windows = Pick<ProductChanges, "before" | "after" | "until">;

/**
 * Changes of revenue as bars to the right of zero (rising) and to the left of it (falling).
 *
 * @param rows One row per product, in any order.
 * @param options Title, width, currency and the windows compared.
 * @returns A figure, with the caption: what rose, what fell, and between which windows.
 *
 * @example
 * ```ts
 * import { productChangesFigure } from "./product_changes.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   productChangesFigure(
 *     [{ product_id: "1", description: "LAMP", revenue_before: 2, revenue_after: 9, change: 7 }],
 *     { windows: { before: "2011-06-10", after: "2011-09-09", until: "2011-12-09" } },
 *   ).caption,
 *   "From 9 Sep 2011 up to 9 Dec 2011, compared with as many days before, LAMP rises most (2 to " +
 *     "9); the two periods also differ by season.",
 * );
 * ```
 */
export function productChangesFigure(
  rows: readonly ProductChangeRow[],
  options: ProductChangesOptions = {},
): Figure {
  return figure({
    title: "Products that rise and fall most",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows, options.windows, options.currency),
    rows,
  }, options);
}

function draw(rows: readonly ProductChangeRow[], frame: Drawing<ProductChangesOptions>): string {
  const products = finiteRows(rows, "change")
    .sort((a, b) => b.change - a.change || (a.product_id < b.product_id ? -1 : 1));
  if (products.length === 0) return renderNoData(frame, "no data: no two periods to compare");
  const changes = products.map((row) => row.change);
  const [low, high] = [Math.min(0, ...changes), Math.max(0, ...changes)];
  const label = (rising: boolean) =>
    Plot.text(products.filter(({ change }) => change > 0 === rising), {
      x: "change",
      y: "product_id",
      text: (row: ProductChangeRow) => (rising ? "+" : "") + formatShort(row.change),
      textAnchor: rising ? "start" : "end",
      dx: rising ? 5 : -5,
      fill: INK.strong,
    });
  const bars = Plot.barX(products, {
    x: "change",
    y: "product_id",
    fill: ({ change }: ProductChangeRow) => (change > 0 ? MAIN : CATEGORIES[1]),
    title: (row: ProductChangeRow) =>
      `${row.description} (${row.product_id})\nfrom ${formatNumber(row.revenue_before)} to ` +
      formatNumber(row.revenue_after),
  });
  const plot = productRows(products, {
    axis: `${inUnit("change in revenue", frame.currency)} →`,
    width: frame.width,
    marginRight: 12,
    marks: [bars, label(true), label(false)],
  });
  // Room for the number at the end of the longest bar on either side.
  const room = (56 / (frame.width - plot.marginLeft! - 124)) * (high - low || 1);
  const domain = [low < 0 ? low - room : 0, high > 0 ? high + room : 0];
  return renderPlot({ ...plot, x: { ...plot.x, domain } }, frame);
}

function captionOf(
  rows: readonly ProductChangeRow[],
  windows?: Windows,
  currency?: string,
): string {
  const products = finiteRows(rows, "change", "revenue_before", "revenue_after").sort((a, b) =>
    b.change - a.change || (a.product_id < b.product_id ? -1 : 1)
  );
  if (products.length === 0) return NO_DATA;
  const tell = (row: ProductChangeRow, verb: string) =>
    `${row.description || row.product_id} ${verb} most (${
      formatMoney(row.revenue_before, currency)
    } to ${formatMoney(row.revenue_after, currency)})`;
  const [top] = products, bottom = products[products.length - 1];
  const parts = [
    ...(top.change > 0 ? [tell(top, "rises")] : []),
    ...(bottom.change < 0 ? [tell(bottom, "falls")] : []),
  ];
  if (parts.length === 0) return "No product's revenue changed from the period before.";
  const compared = windows
    ? `From ${formatDate(windows.after)} up to ${
      formatDate(windows.until)
    }, compared with as many days before`
    : "Compared with the period before";
  return `${compared}, ${joinWords(parts)}; the two periods also differ by season.`;
}
