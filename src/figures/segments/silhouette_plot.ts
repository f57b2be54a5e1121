import { formatNumber, formatPercent } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import type { CustomerSilhouette } from "../../segmentation/segment_evidence.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, segmentColours } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { textWidth } from "../drawing/svg_text.ts";
import { NO_DATA, shorten } from "../../words/sentences.ts";

/** One segment: the silhouettes of a segment, the highest on top, and where it is drawn. */
interface Silhouettes {
  readonly segment: string;
  readonly sorted: readonly number[];
  readonly mean: number;
  /** How many of the customers are nearer to another segment. */
  readonly misplaced: number;
  /** Upper end of its band, of the segment itself, and its height, in pixels. */
  readonly top: number;
  readonly start: number;
  readonly height: number;
  readonly bandHeight: number;
}

/** Height of all segments together, in pixels, and the air between two of them. */
const HEIGHT = 300;
const AIR = 12;

/**
 * Silhouette plot: the silhouette of every customer, sorted within the segments.
 *
 * Source: Rousseeuw, "Silhouettes: a graphical aid to the interpretation and validation of cluster
 * analysis" (1987).
 *
 * @param rows One row per customer, in any order.
 * @param options Title and width.
 * @returns A figure, with the caption: the clearest and the vaguest segment, and how many customers
 * are nearer to another one.
 *
 * @example
 * ```ts
 * import { silhouettePlotFigure } from "./silhouette_plot.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   silhouettePlotFigure([
 *     { cluster: 0, segment: "High-Value", silhouette: 0.6 },
 *     { cluster: 1, segment: "At-Risk", silhouette: 0.5 },
 *     { cluster: 1, segment: "At-Risk", silhouette: -0.1 },
 *     { cluster: 1, segment: "At-Risk", silhouette: 0.2 },
 *   ]).caption,
 *   "The clearest segment is High-Value (mean silhouette 0.60), the vaguest At-Risk (0.20). " +
 *     "25.0\u00a0% of the customers are nearer to another segment than to their own, all of them " +
 *     "in At-Risk.",
 * );
 * ```
 */
export function silhouettePlotFigure(
  rows: readonly CustomerSilhouette[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "How clearly the customers belong to their segments",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

function draw(rows: readonly CustomerSilhouette[], frame: Drawing): string {
  const customers = finiteRows(rows, "cluster", "silhouette");
  if (customers.length === 0) return renderNoData(frame);
  const narrow = frame.width < NARROW;
  const segments = segmentsOf(customers, narrow);
  const colours = segmentColours(segments.map((segment) => segment.segment));
  const overall = meanOf(customers.map((row) => row.silhouette));
  const last = segments[segments.length - 1];
  const bottom = last.top + last.bandHeight;
  const names = segments.map((segment) => shorten(segment.segment, narrow ? 40 : 26));
  const figures = segments.map((segment) => inFigures(segment, customers.length));
  const labelWidth = narrow ? 4 : 16 + Math.ceil(
    Math.max(...names.map((n) => textWidth(n, 13)), ...figures.map((f) => textWidth(f, 12))),
  );
  const lowest = Math.min(...customers.map((row) => row.silhouette), 0);
  const highest = Math.max(...customers.map((row) => row.silhouette), 0.1);
  const [marginTop, marginBottom] = [narrow ? 32 : 26, 44];
  const label = (segment: Silhouettes, i: number) => ({
    segment,
    name: names[i],
    figures: figures[i],
  });
  const labels = segments.map(label);
  type Label = typeof labels[number];
  const text = (dy: number) => ({
    y: (row: Label) => narrow ? row.segment.top : row.segment.top + row.segment.bandHeight / 2,
    frameAnchor: "left" as const,
    textAnchor: "start" as const,
    dx: narrow ? 0 : 2 - labelWidth,
    dy: narrow ? dy + 17 : dy,
    // No line runs through the words.
    stroke: "white",
    strokeWidth: 5,
  });
  return renderPlot({
    height: bottom + marginTop + marginBottom,
    marginLeft: labelWidth,
    marginRight: 12,
    marginTop,
    marginBottom,
    x: {
      domain: [Math.max(-1, lowest), Math.min(1, highest)],
      nice: true,
      label: "silhouette (0 between two segments, 1 well inside) →",
      labelArrow: "none",
      grid: true,
      ticks: narrow ? 4 : 6,
      tickFormat: (x: number) => formatNumber(x, 1),
    },
    y: { domain: [0, bottom], range: [marginTop, marginTop + bottom], axis: null },
    marks: [
      ...segments.map((segment) =>
        Plot.areaX(steps(segment), {
          y: "y",
          x1: 0,
          x2: "silhouette",
          curve: "linear",
          fill: colours.get(segment.segment),
          title: () => `${segment.segment}: ${inFigures(segment, customers.length)}`,
        })
      ),
      Plot.ruleX([0], { stroke: INK.strong }),
      // On a light line, so that it is seen on dark segments, too.
      Plot.ruleX([overall], { stroke: "white", strokeOpacity: 0.7, strokeWidth: 3 }),
      Plot.ruleX([overall], { stroke: INK.strong, strokeDasharray: "4 3" }),
      Plot.text([`mean of all ${formatNumber(overall, 2)}`], {
        x: overall,
        frameAnchor: "top",
        dy: narrow ? -20 : -14,
        fill: INK.strong,
        fontWeight: 600,
      }),
      Plot.text(labels, {
        ...text(-8),
        text: "name",
        fill: INK.strong,
        fontWeight: 600,
        fontSize: 13,
      }),
      Plot.text(labels, { ...text(9), text: "figures", fill: INK.soft }),
    ],
  }, frame);
}

function captionOf(rows: readonly CustomerSilhouette[]): string {
  const customers = finiteRows(rows, "cluster", "silhouette");
  if (customers.length === 0) return NO_DATA;
  const segments = segmentsOf(customers, false).sort((a, b) => b.mean - a.mean);
  const [clearest, vaguest] = [segments[0], segments[segments.length - 1]];
  const mean = (segment: Silhouettes) => formatNumber(segment.mean, 2);
  const compared = segments.length === 1
    ? `The mean silhouette of ${clearest.segment} is ${mean(clearest)}.`
    : `The clearest segment is ${clearest.segment} (mean silhouette ${mean(clearest)}), ` +
      `the vaguest ${vaguest.segment} (${mean(vaguest)}).`;
  const misplaced = segments.reduce((sum, segment) => sum + segment.misplaced, 0);
  if (misplaced === 0) return `${compared} No customer is nearer to another segment.`;
  const most = segments.reduce((a, b) => (b.misplaced > a.misplaced ? b : a));
  const share = formatPercent(misplaced / customers.length, 1);
  return `${compared} ${share} of the customers are nearer to another segment than to their own` +
    (segments.length === 1 ? "." : `, ${partOf(most.misplaced, misplaced)} in ${most.segment}.`);
}

function partOf(some: number, all: number): string {
  if (some === all) return "all of them";
  return some > all / 2 ? "most of them" : "the largest part of them";
}

function segmentsOf(rows: readonly CustomerSilhouette[], narrow: boolean): Silhouettes[] {
  const clusters = [...new Set(rows.map((row) => row.cluster))].sort((a, b) => a - b);
  // The two lines of words of a thin segment need this much: beside it, or above it on a telephone.
  const words = narrow ? 42 : 36;
  let top = 0;
  return clusters.map((cluster) => {
    const members = rows.filter((row) => row.cluster === cluster);
    const sorted = members.map((row) => row.silhouette).sort((a, b) => b - a);
    const height = Math.max(1, HEIGHT * members.length / rows.length);
    const bandHeight = narrow ? words + height : Math.max(words, height);
    const segment = {
      segment: members[0].segment,
      sorted,
      mean: meanOf(sorted),
      misplaced: sorted.filter((value) => value < 0).length,
      top,
      start: narrow ? top + words : top + (bandHeight - height) / 2,
      height,
      bandHeight,
    };
    top += bandHeight + AIR;
    return segment;
  });
}

/** One point per pixel is all that can be seen. */
function steps({ sorted, start, height }: Silhouettes): { y: number; silhouette: number }[] {
  const points = Math.max(2, Math.ceil(height) + 1);
  return Array.from({ length: points }, (_, i) => {
    const at = i / (points - 1);
    return {
      y: start + at * height,
      silhouette: sorted[Math.round(at * (sorted.length - 1))],
    };
  });
}

function inFigures(segment: Silhouettes, customers: number): string {
  const share = segment.misplaced / segment.sorted.length;
  const misplaced = share > 0 ? `, ${formatPercent(share)} below 0` : "";
  return `${formatPercent(segment.sorted.length / customers)}, mean ` +
    `${formatNumber(segment.mean, 2)}${misplaced}`;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
