import { formatNumber } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import type { SegmentMean } from "../../segmentation/segment_evidence.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, segmentColours } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { spreadApart } from "./spread_apart.ts";
import { labelMargin } from "../drawing/svg_text.ts";
import { featureWords } from "../../words/feature_words.ts";
import { NO_DATA, shorten } from "../../words/sentences.ts";

/** What both layouts of the chart are made of. */
interface Snakes {
  readonly rows: readonly SegmentMean[];
  readonly segments: readonly string[];
  readonly features: readonly string[];
  readonly colours: ReadonlyMap<string, string>;
  readonly domain: [number, number];
  readonly width: number;
}

/**
 * Snake plot: the mean of each segment in each feature, in standard deviations from all customers.
 *
 * On a telephone the features stand below one another.
 *
 * @param rows One row per segment and feature; features keep their first order.
 * @param options Title and width.
 * @returns A figure, with the caption: the feature in which the segments are farthest apart, and the
 * one in which they are closest.
 *
 * @example
 * ```ts
 * import { snakePlotFigure } from "./snake_plot.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   snakePlotFigure([
 *     { segment: "High-Value", feature: "frequency", z: 1.5 },
 *     { segment: "At-Risk", feature: "frequency", z: -0.5 },
 *     { segment: "High-Value", feature: "return_rate", z: 0.2 },
 *     { segment: "At-Risk", feature: "return_rate", z: 0.1 },
 *   ]).caption,
 *   "The segments are farthest apart in frequency, from At-Risk (0.5 standard deviations below " +
 *     "average) to High-Value (1.5 above), and closest in return rate.",
 * );
 * ```
 */
export function snakePlotFigure(rows: readonly SegmentMean[], options: FigureOptions = {}): Figure {
  return figure({
    title: "Segments compared with the average customer",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

function draw(rows: readonly SegmentMean[], frame: Drawing): string {
  const known = finiteRows(rows, "z");
  if (known.length === 0) return renderNoData(frame);
  const features = [...new Set(known.map((row) => row.feature))];
  known.sort((a, b) => features.indexOf(a.feature) - features.indexOf(b.feature));
  const segments = [...new Set(known.map((row) => row.segment))];
  const colours = segmentColours(segments);
  const [low, high] = [Math.min, Math.max].map((end) => end(0, ...known.map((row) => row.z)));
  const air = Math.max(0.1, (high - low) * 0.06);
  const domain: [number, number] = [low - air, high + air];
  const snakes = { rows: known, segments, features, colours, domain, width: frame.width };
  const narrow = frame.width < NARROW;
  return renderPlot(narrow ? downwards(snakes) : rightwards(snakes), {
    ...frame,
    legend: narrow
      ? segments.map((label) => ({ kind: "line", label, colour: colours.get(label) ?? INK.strong }))
      : undefined,
  });
}

function captionOf(rows: readonly SegmentMean[]): string {
  const known = finiteRows(rows, "z");
  if (known.length === 0) return NO_DATA;
  const spans = [...new Set(known.map((row) => row.feature))].sort().map((feature) => {
    const here = known.filter((row) => row.feature === feature)
      .sort((a, b) => a.z - b.z || (a.segment < b.segment ? -1 : 1));
    return { feature, lowest: here[0], highest: here[here.length - 1] };
  });
  const width = ({ lowest, highest }: typeof spans[number]) => highest.z - lowest.z;
  const widest = spans.reduce((a, b) => (width(b) > width(a) ? b : a));
  const closest = spans.reduce((a, b) => (width(b) < width(a) ? b : a));
  const name = ({ feature }: { feature: string }) => featureWords(feature).label;
  const { lowest, highest } = widest;
  if (lowest.segment === highest.segment) {
    return `${lowest.segment} is ${standing(lowest, " standard deviations")} average in ` +
      `${name(lowest)}; there is no other segment to compare with.`;
  }
  return `The segments are farthest apart in ${name(widest)}, from ${lowest.segment} ` +
    `(${standing(lowest, " standard deviations")} average) to ${highest.segment} ` +
    `(${standing(highest)})` + (closest === widest ? "." : `, and closest in ${name(closest)}.`);
}

function standing(row: SegmentMean, unit = ""): string {
  return `${formatNumber(Math.abs(row.z), 1)}${unit} ${row.z < 0 ? "below" : "above"}`;
}

const SCALE = {
  labelArrow: "none",
  grid: true,
  tickFormat: (z: number) => (z > 0 ? "+" : "") + formatNumber(z, z % 1 ? 1 : 0),
} as const;

function rightwards(
  { rows, segments, features, colours, domain, width }: Snakes,
): Plot.PlotOptions {
  const names = new Map(segments.map((segment) => [segment, shorten(segment, 26)]));
  const [height, marginTop, marginBottom, marginLeft] = [352, 30, 52, 44];
  const marginRight = labelMargin([...names.values()], 13) + 30;
  const ends = segments.map((segment) => rows.findLast((row) => row.segment === segment)!);
  const [top, bottom] = [marginTop, height - marginBottom];
  const place = (z: number) => bottom - (z - domain[0]) / (domain[1] - domain[0]) * (bottom - top);
  const wished = ends.map((row) => place(row.z));
  const placed = spreadApart(wished, 17, [top + 6, bottom - 6]);
  const column = (width - marginLeft - marginRight) / features.length;
  return {
    height,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    x: { type: "point", domain: features, label: null, padding: features.length > 1 ? 0.4 : 0.5 },
    y: { ...SCALE, label: "↑ standard deviations from the average customer", domain, ticks: 6 },
    marks: [
      Plot.axisX({
        tickFormat: (feature: string) => featureWords(feature).label,
        tickSize: 0,
        tickPadding: 8,
        lineWidth: Math.max(5, column / 12 * 0.95),
        lineHeight: 1.15,
        label: null,
      }),
      Plot.ruleX(features, { stroke: INK.faint }),
      Plot.ruleY([0], { stroke: INK.soft }),
      Plot.line(rows, {
        x: "feature",
        y: "z",
        z: "segment",
        stroke: (row: SegmentMean) => colours.get(row.segment),
        strokeWidth: 2.4,
      }),
      Plot.dot(rows, {
        x: "feature",
        y: "z",
        r: 4,
        fill: (row: SegmentMean) => colours.get(row.segment),
        title: tell,
      }),
      // A name stands beside a dot of its own: two lines may end at one place.
      ...ends.flatMap((row, i) => [
        Plot.dot([row], {
          x: "feature",
          y: "z",
          r: 5,
          dx: 18,
          dy: placed[i] - wished[i],
          fill: colours.get(row.segment),
        }),
        Plot.text([row], {
          x: "feature",
          y: "z",
          text: [names.get(row.segment) ?? row.segment],
          textAnchor: "start",
          dx: 28,
          dy: placed[i] - wished[i],
          fill: INK.strong,
          fontSize: 13,
          fontWeight: 600,
        }),
      ]),
    ],
  };
}

function downwards({ rows, segments, features, colours, domain }: Snakes): Plot.PlotOptions {
  const labels = new Map(features.map((name) => [name, twoLines(featureWords(name).label)]));
  return {
    height: 60 + features.length * 46,
    marginLeft: labelMargin([...labels.values()].flatMap((label) => label.split("\n"))),
    marginRight: 14,
    marginTop: 6,
    marginBottom: 44,
    x: { ...SCALE, label: "standard deviations from the average →", domain, ticks: 4 },
    y: { type: "point", domain: features, label: null, padding: 0.5 },
    marks: [
      Plot.axisY({
        tickFormat: (feature: string) => labels.get(feature) ?? feature,
        tickSize: 0,
        label: null,
        lineHeight: 1.15,
      }),
      Plot.ruleY(features, { stroke: INK.faint }),
      Plot.ruleX([0], { stroke: INK.soft }),
      ...segments.map((segment) =>
        Plot.line(rows.filter((row) => row.segment === segment), {
          x: "z",
          y: "feature",
          stroke: colours.get(segment),
          strokeWidth: 2.4,
        })
      ),
      Plot.dot(rows, {
        x: "z",
        y: "feature",
        r: 4,
        fill: (row: SegmentMean) => colours.get(row.segment),
        title: tell,
      }),
    ],
  };
}

const tell = (row: SegmentMean): string =>
  `${row.segment}, ${featureWords(row.feature).label}: ${formatNumber(Math.abs(row.z), 1)} ` +
  `standard deviations ${row.z < 0 ? "below" : "above"} the average`;

/** Breaks a label of several words at the space nearest to its middle. */
function twoLines(label: string): string {
  const spaces = [...label].flatMap((character, i) => (character === " " ? [i] : []));
  if (label.length < 14 || spaces.length === 0) return label;
  const off = (at: number) => Math.abs(at - label.length / 2);
  const at = spaces.reduce((a, b) => (off(b) < off(a) ? b : a));
  return `${label.slice(0, at)}\n${label.slice(at + 1)}`;
}
