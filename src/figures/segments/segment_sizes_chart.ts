import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatPercent } from "../../words/numbers.ts";
import { shorten } from "../../words/sentences.ts";
import { INK, segmentColours } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { labelMargin } from "../drawing/svg_text.ts";

/** How big one segment is. */
export interface SegmentSizesRow {
  /** Name of the segment. */
  readonly name: string;
  /** Share of all customers, 0 to 1. */
  readonly share_of_customers: number;
  /** Share of all revenue, 0 to 1. */
  readonly share_of_revenue: number;
}

/**
 * Draws for each segment its share of customers (light) above its share of revenue (full colour).
 *
 * @param rows One row per segment, in the order of the chart.
 * @param options Title and width.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { segmentSizesChart } from "./segment_sizes_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const rows = [{ name: "Regular", share_of_customers: 0.25, share_of_revenue: 0.5 }];
 * assert(segmentSizesChart(rows).includes("25.0\u00a0%"));
 * ```
 */
export function segmentSizesChart(
  rows: readonly SegmentSizesRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Segments: share of customers and of revenue");
  const segments = finiteRows(rows, "share_of_customers", "share_of_revenue");
  if (segments.length === 0) return renderNoData(frame);
  const colours = segmentColours(segments.map((row) => row.name));
  const bars = segments.flatMap((row) => [
    { name: row.name, measure: "of customers", share: row.share_of_customers },
    { name: row.name, measure: "of revenue", share: row.share_of_revenue },
  ]);
  const narrow = frame.width < NARROW;
  const name = (row: SegmentSizesRow) => shorten(row.name, 32);
  const marginLeft = (narrow ? 88 : 102) + (narrow ? 0 : labelMargin(segments.map(name), 13));
  type Bar = typeof bars[number];
  return renderPlot({
    height: 44 + segments.length * (narrow ? 76 : 58),
    marginLeft,
    marginRight: 56,
    marginTop: narrow ? 24 : 4,
    marginBottom: 40,
    x: {
      domain: [0, Math.max(...bars.map((bar) => bar.share), 0.01)],
      label: "share of the whole →",
      labelArrow: "none",
      grid: true,
      ticks: narrow ? 3 : 5,
      tickFormat: (x: number) => formatPercent(x),
    },
    y: { domain: ["of customers", "of revenue"], label: null, padding: 0.12 },
    fy: {
      domain: segments.map((row) => row.name),
      label: null,
      padding: narrow ? 0.36 : 0.22,
      axis: null,
    },
    marks: [
      Plot.axisY({ tickSize: 0, label: null }),
      Plot.barX(bars, {
        x: "share",
        y: "measure",
        fy: "name",
        fill: (bar: Bar) => colours.get(bar.name),
        fillOpacity: (bar: Bar) => (bar.measure === "of customers" ? 0.4 : 1),
      }),
      Plot.text(bars, {
        x: "share",
        y: "measure",
        fy: "name",
        text: (bar: Bar) => formatPercent(bar.share, 1),
        textAnchor: "start",
        dx: 6,
        fill: INK.strong,
      }),
      Plot.text(segments, {
        fy: "name",
        text: name,
        frameAnchor: narrow ? "top-left" : "left",
        textAnchor: "start",
        dx: 2 - marginLeft,
        dy: narrow ? -16 : 0,
        fill: INK.strong,
        fontWeight: 600,
        fontSize: 13,
      }),
      Plot.ruleX([0], { stroke: INK.reference }),
    ],
  }, {
    ...frame,
    description: `Bars of the share of customers and of revenue for ${segments.length} segments.`,
  });
}
