import { shareScale } from "../drawing/scales.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import type { PriceBandRow } from "../../exploration/price_bands.ts";
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
import { labelMargin } from "../drawing/svg_text.ts";
import { NO_DATA } from "../../words/sentences.ts";
import { inCurrency, inUnit } from "../../words/money.ts";

/**
 * Shares of items and of revenue by band of the unit price, as bars.
 *
 * @param rows One row per band, in any order.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: what the cheapest and the dearest band move, and what they
 * bring.
 *
 * @example
 * ```ts
 * import { priceBandsFigure } from "./price_bands.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sold = { lines: 9, quantity: 90, revenue: 100 };
 * assertEquals(
 *   priceBandsFigure([
 *     { ...sold, band: 1, lowest_price: 0.1, highest_price: 2, quantity_share: 0.8, revenue_share: 0.5 },
 *     { ...sold, band: 2, lowest_price: 2.1, highest_price: 9, quantity_share: 0.2, revenue_share: 0.5 },
 *   ]).caption,
 *   "The cheapest band, up to 2.00 each, makes up 80.0\u00a0% of items and 50.0\u00a0% of revenue; the " +
 *     "most expensive, from 2.10, makes up 20.0\u00a0% and 50.0\u00a0%.",
 * );
 * ```
 */
export function priceBandsFigure(
  rows: readonly PriceBandRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Items and revenue by unit price",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows, options.currency),
    rows,
  }, options);
}

function draw(rows: readonly PriceBandRow[], frame: Drawing): string {
  const bands = finiteRows(rows, "band", "lowest_price", "quantity_share", "revenue_share")
    .sort((a, b) => a.band - b.band);
  if (bands.length === 0) return renderNoData(frame);
  const bars = bands.flatMap(({ band, quantity_share, revenue_share }) => [
    { band, measure: "items", share: quantity_share },
    { band, measure: "revenue", share: revenue_share },
  ]);
  const names = new Map(bands.map((row) => [row.band, priceRange(row)]));
  type Bar = typeof bars[number];
  const place = { x: "share", y: "measure", fy: "band" };
  return renderPlot({
    height: 44 + bands.length * 50,
    marginLeft: labelMargin([...names.values()]),
    marginRight: 56,
    marginTop: 4,
    marginBottom: 40,
    x: shareScale(bars, frame.width < NARROW),
    y: { domain: ["items", "revenue"], axis: null, padding: 0.1 },
    fy: { domain: bands.map((row) => row.band), axis: null, padding: 0.25 },
    marks: [
      Plot.axisFy({
        anchor: "left",
        tickFormat: (band: number) => names.get(band) ?? "",
        label: null,
        fill: INK.strong,
      }),
      Plot.barX(bars, {
        ...place,
        fill: MAIN,
        fillOpacity: (bar: Bar) => (bar.measure === "items" ? 0.4 : 1),
      }),
      Plot.text(bars, {
        ...place,
        text: (bar: Bar) => formatPercent(bar.share, 1),
        textAnchor: "start",
        dx: 6,
        fill: INK.strong,
      }),
      Plot.ruleX([0], { stroke: INK.reference }),
    ],
  }, {
    ...frame,
    legend: [
      { kind: "square", label: "share of items", colour: "#99c7e0" },
      {
        kind: "square",
        label: `${inUnit("share of revenue, by unit price", frame.currency)}`,
        colour: MAIN,
      },
    ],
  });
}

function captionOf(rows: readonly PriceBandRow[], currency?: string): string {
  const bands = finiteRows(rows, "band", "quantity_share", "revenue_share", "highest_price")
    .sort((a, b) => a.band - b.band);
  if (bands.length === 0) return NO_DATA;
  const [cheapest] = bands, dearest = bands[bands.length - 1];
  const price = (amount: number) => inCurrency(formatNumber(amount, 2), currency);
  if (cheapest === dearest) {
    const [low, high] = [price(cheapest.lowest_price), price(cheapest.highest_price)];
    return `All prices lie in one band, ${low === high ? low : `${low} to ${high}`} each.`;
  }
  const shares = (row: PriceBandRow, items = "", revenue = "") =>
    `makes up ${formatPercent(row.quantity_share, 1)}${items} and ` +
    `${formatPercent(row.revenue_share, 1)}${revenue}`;
  return `The cheapest band, up to ${price(cheapest.highest_price)} each, ${
    shares(cheapest, " of items", " of revenue")
  }; the most expensive, from ${price(dearest.lowest_price)}, ${shares(dearest)}.`;
}

function priceRange({ lowest_price, highest_price }: PriceBandRow): string {
  const low = formatNumber(lowest_price, 2), high = formatNumber(highest_price, 2);
  return low === high ? low : `${low} to ${high}`;
}
