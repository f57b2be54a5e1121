import { shareScale } from "../drawing/scales.ts";
import { formatPercent } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import type { SegmentProfile } from "../../segmentation/naming/segment_profiles.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, segmentColours } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { labelMargin } from "../drawing/svg_text.ts";
import { NO_DATA, shorten } from "../../words/sentences.ts";

/** The shares of one segment. */
export type SegmentSize = Pick<
  SegmentProfile,
  "name" | "share_of_customers" | "share_of_revenue"
>;

/**
 * Shares of customers and of revenue of each segment as bars.
 *
 * @param rows One row per segment, in the order of the chart.
 * @param options Title and width.
 * @returns A figure, with the caption: which brings more than its share, which less.
 *
 * @example
 * ```ts
 * import { segmentSizesFigure } from "./segment_sizes.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   segmentSizesFigure([
 *     { name: "High-Value", share_of_customers: 0.2, share_of_revenue: 0.7 },
 *     { name: "At-Risk", share_of_customers: 0.8, share_of_revenue: 0.3 },
 *   ]).caption,
 *   "High-Value are 20.0\u00a0% of customers and bring 70.0\u00a0% of revenue; At-Risk are 80.0\u00a0% of " +
 *     "customers and bring 30.0\u00a0% of revenue.",
 * );
 * ```
 */
export function segmentSizesFigure(
  rows: readonly SegmentSize[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Segments: share of customers and of revenue",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
    table: { columns: ["name", "share_of_customers", "share_of_revenue"] },
  }, options);
}

function draw(rows: readonly SegmentSize[], frame: Drawing): string {
  const segments = finiteRows(rows, "share_of_customers", "share_of_revenue");
  if (segments.length === 0) return renderNoData(frame);
  const colours = segmentColours(segments.map((row) => row.name));
  const bars = segments.flatMap((row) => [
    { name: row.name, measure: "of customers", share: row.share_of_customers },
    { name: row.name, measure: "of revenue", share: row.share_of_revenue },
  ]);
  const narrow = frame.width < NARROW;
  const name = (row: SegmentSize) => shorten(row.name, 32);
  const marginLeft = (narrow ? 88 : 102) + (narrow ? 0 : labelMargin(segments.map(name), 13));
  type Bar = typeof bars[number];
  return renderPlot({
    height: 44 + segments.length * (narrow ? 76 : 58),
    marginLeft,
    marginRight: 56,
    marginTop: narrow ? 24 : 4,
    marginBottom: 40,
    x: shareScale(bars, narrow),
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
  }, frame);
}

function captionOf(rows: readonly SegmentSize[]): string {
  const segments = finiteRows(rows, "share_of_customers", "share_of_revenue");
  if (segments.length === 0) return NO_DATA;
  const gain = (row: SegmentSize) => row.share_of_revenue - row.share_of_customers;
  const most = segments.reduce((a, b) => (gain(b) > gain(a) ? b : a));
  const least = segments.reduce((a, b) => (gain(b) < gain(a) ? b : a));
  const tell = (row: SegmentSize) =>
    `${row.name} are ${formatPercent(row.share_of_customers, 1)} of customers and bring ` +
    `${formatPercent(row.share_of_revenue, 1)} of revenue`;
  return most === least ? `${tell(most)}.` : `${tell(most)}; ${tell(least)}.`;
}
