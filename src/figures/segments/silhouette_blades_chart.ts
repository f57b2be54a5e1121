import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { shorten } from "../../words/sentences.ts";
import { INK, segmentColours } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { textWidth } from "../drawing/svg_text.ts";

/** How well one customer fits into the own segment. */
export interface SilhouetteBladesRow {
  /** Number of the cluster; the blades stand in this order. */
  readonly cluster: number;
  /** Name of the segment. */
  readonly segment: string;
  /** −1 to 1: 1 well inside, 0 between two segments, negative nearer to another one. */
  readonly silhouette: number;
}

/** One blade: the silhouettes of a segment, the highest on top, and where it is drawn. */
interface Blade {
  readonly segment: string;
  readonly sorted: readonly number[];
  readonly mean: number;
  /** Share of the customers who are nearer to another segment. */
  readonly misplaced: number;
  /** Upper end of its band, of the blade itself, and its height, in pixels. */
  readonly top: number;
  readonly start: number;
  readonly height: number;
  readonly bandHeight: number;
}

/** Height of all blades together, in pixels, and the air between two of them. */
const BLADES = 300;
const AIR = 12;

/**
 * Draws the silhouette of every customer, sorted within the segments: one blade for each, as thick
 * as the segment is large, thin where customers stand between two segments, to the left of zero
 * where they are nearer to another one.
 *
 * Source: Rousseeuw, "Silhouettes: a graphical aid to the interpretation and validation of cluster
 * analysis" (1987).
 *
 * @param rows One row per customer, in any order.
 * @param options Title and width.
 * @returns SVG text with the mean of each segment at its blade, and a line at the mean of all.
 *
 * @example
 * ```ts
 * import { silhouetteBladesChart } from "./silhouette_blades_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const row = { cluster: 0, segment: "Regular" };
 * const svg = silhouetteBladesChart([{ ...row, silhouette: 0.5 }, { ...row, silhouette: -0.1 }]);
 * assert(svg.includes("mean 0.20"));
 * ```
 */
export function silhouetteBladesChart(
  rows: readonly SilhouetteBladesRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "How clearly the customers belong to their segments");
  const customers = finiteRows(rows, "cluster", "silhouette");
  if (customers.length === 0) return renderNoData(frame);
  const narrow = frame.width < NARROW;
  const blades = bladesOf(customers, narrow);
  const colours = segmentColours(blades.map((blade) => blade.segment));
  const overall = meanOf(customers.map((row) => row.silhouette));
  const last = blades[blades.length - 1];
  const bottom = last.top + last.bandHeight;
  const names = blades.map((blade) => shorten(blade.segment, narrow ? 40 : 26));
  const figures = blades.map((blade) => inFigures(blade, customers.length));
  const labelWidth = narrow ? 4 : 16 + Math.ceil(
    Math.max(...names.map((n) => textWidth(n, 13)), ...figures.map((f) => textWidth(f, 12))),
  );
  const lowest = Math.min(...customers.map((row) => row.silhouette), 0);
  const highest = Math.max(...customers.map((row) => row.silhouette), 0.1);
  const [marginTop, marginBottom] = [narrow ? 32 : 26, 44];
  const label = (blade: Blade, i: number) => ({ blade, name: names[i], figures: figures[i] });
  const labels = blades.map(label);
  type Label = typeof labels[number];
  const text = (dy: number) => ({
    y: (row: Label) => narrow ? row.blade.top : row.blade.top + row.blade.bandHeight / 2,
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
      ...blades.map((blade) =>
        Plot.areaX(steps(blade), {
          y: "y",
          x1: 0,
          x2: "silhouette",
          curve: "linear",
          fill: colours.get(blade.segment),
          title: () => `${blade.segment}: ${inFigures(blade, customers.length)}`,
        })
      ),
      Plot.ruleX([0], { stroke: INK.strong }),
      // On a light line, so that it is seen on dark blades, too.
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
  }, {
    ...frame,
    description: `Sorted silhouettes of ${blades.length} segments, mean ` +
      `${formatNumber(overall, 2)}: ` +
      blades.map((blade) => `${blade.segment} ${formatNumber(blade.mean, 2)}`).join(", ") + ".",
  });
}

function bladesOf(rows: readonly SilhouetteBladesRow[], narrow: boolean): Blade[] {
  const clusters = [...new Set(rows.map((row) => row.cluster))].sort((a, b) => a - b);
  // The two lines of words of a thin blade need this much: beside it, or above it on a telephone.
  const words = narrow ? 42 : 36;
  let top = 0;
  return clusters.map((cluster) => {
    const members = rows.filter((row) => row.cluster === cluster);
    const sorted = members.map((row) => row.silhouette).sort((a, b) => b - a);
    const height = Math.max(1, BLADES * members.length / rows.length);
    const bandHeight = narrow ? words + height : Math.max(words, height);
    const blade = {
      segment: members[0].segment,
      sorted,
      mean: meanOf(sorted),
      misplaced: sorted.filter((value) => value < 0).length / sorted.length,
      top,
      start: narrow ? top + words : top + (bandHeight - height) / 2,
      height,
      bandHeight,
    };
    top += bandHeight + AIR;
    return blade;
  });
}

/** One point per pixel is all that can be seen. */
function steps({ sorted, start, height }: Blade): { y: number; silhouette: number }[] {
  const points = Math.max(2, Math.ceil(height) + 1);
  return Array.from({ length: points }, (_, i) => {
    const at = i / (points - 1);
    return {
      y: start + at * height,
      silhouette: sorted[Math.round(at * (sorted.length - 1))],
    };
  });
}

function inFigures(blade: Blade, customers: number): string {
  const misplaced = blade.misplaced > 0 ? `, ${formatPercent(blade.misplaced)} below 0` : "";
  return `${formatPercent(blade.sorted.length / customers)}, mean ` +
    `${formatNumber(blade.mean, 2)}${misplaced}`;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
