import { inUnit } from "../../words/money.ts";
import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { labelMargin } from "../drawing/svg_text.ts";

/** What was sold in one range of unit prices. */
export interface PriceBandRow {
  /** 1 is the cheapest. */
  readonly band: number;
  /** Lowest and highest unit price of the band. */
  readonly lowest_price: number;
  readonly highest_price: number;
  /** Share of all pieces, 0 to 1. */
  readonly quantity_share: number;
  /** Share of all revenue, 0 to 1. */
  readonly revenue_share: number;
}

/**
 * Draws for each price band its share of pieces (light) above its share of revenue (full colour).
 *
 * @param rows One row per band, in any order.
 * @param options Title, width and currency.
 * @returns SVG text, the cheapest band on top.
 *
 * @example
 * ```ts
 * import { priceBandsChart } from "./price_bands_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = priceBandsChart([
 *   { band: 1, lowest_price: 0.5, highest_price: 2, quantity_share: 0.8, revenue_share: 0.5 },
 * ]);
 * assert(svg.includes("0.50 to 2.00") && svg.includes("80.0\u00a0%"));
 * ```
 */
export function priceBandsChart(
  rows: readonly PriceBandRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Pieces and revenue by unit price");
  const bands = finiteRows(rows, "band", "lowest_price", "quantity_share", "revenue_share")
    .sort((a, b) => a.band - b.band);
  if (bands.length === 0) return renderNoData(frame);
  const bars = bands.flatMap(({ band, quantity_share, revenue_share }) => [
    { band, measure: "pieces", share: quantity_share },
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
    x: {
      domain: [0, Math.max(...bars.map((bar) => bar.share), 0.01)],
      label: "share of the whole →",
      labelArrow: "none",
      grid: true,
      ticks: frame.width < NARROW ? 3 : 5,
      tickFormat: (share: number) => formatPercent(share),
    },
    y: { domain: ["pieces", "revenue"], axis: null, padding: 0.1 },
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
        fillOpacity: (bar: Bar) => (bar.measure === "pieces" ? 0.4 : 1),
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
    description: `Bars of the share of pieces and of revenue for ${bands.length} price bands.`,
    legend: [
      { kind: "square", label: "share of pieces", colour: "#99c7e0" },
      {
        kind: "square",
        label: inUnit("share of revenue, by unit price", frame.currency),
        colour: MAIN,
      },
    ],
  });
}

function priceRange({ lowest_price, highest_price }: PriceBandRow): string {
  const low = formatNumber(lowest_price, 2), high = formatNumber(highest_price, 2);
  return low === high ? low : `${low} to ${high}`;
}
