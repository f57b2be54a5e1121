import { formatNumber, formatPercent } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import type { ComponentsMap } from "../../segmentation/segment_evidence.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, segmentColours } from "../drawing/palette.ts";
import { placeLabels } from "../drawing/place_labels.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { textWidth } from "../drawing/svg_text.ts";
import { featureWords } from "../../words/feature_words.ts";
import { joinWords, NO_DATA, shorten } from "../../words/sentences.ts";

type Point = ComponentsMap["points"][number];
type Loading = ComponentsMap["loadings"][number];
type Span = readonly [number, number];

const [MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP, MARGIN_BOTTOM] = [40, 12, 30, 44];
/** The longest arrow ends at this share of the way to the edge. */
const REACH = 0.78;
/** So many customers in a thousand are left out at each end of an axis: one would shrink the others. */
const FAR_OUT = 2.5;
/** More arrows than these, the longest ones, cannot be told apart. */
const ARROWS = 10;

/** A feature belongs to an axis if its loading is so large, relative to the largest one. */
const NEXT_TO = 0.8;

/**
 * Customers in the plane of the first two principal components, coloured by segment, with the
 * features as arrows.
 *
 * Both axes have the same scale, so that distances may be compared; arrows are scaled to fit, and
 * only their directions and relative lengths count (biplot: Gabriel 1971).
 *
 * @param map Points, loadings and explained shares.
 * @param options Title and width.
 * @returns A figure, with the caption: what its two axes mostly are, and how much of the differences
 * between the customers it shows.
 *
 * @example
 * ```ts
 * import { principalComponentsFigure } from "./principal_components.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   principalComponentsFigure({
 *     points: [{ segment: "Regular", x: 0, y: 0 }],
 *     loadings: [
 *       { feature: "frequency", x: 0.7, y: 0.1 },
 *       { feature: "recency_days", x: -0.6, y: 0.2 },
 *       { feature: "average_basket_size", x: 0.3, y: -0.9 },
 *     ],
 *     explained: [0.61, 0.24],
 *   }).caption,
 *   "From left to right customers differ mostly in frequency and recency, from bottom to top in " +
 *     "basket size; the two components explain 85\u00a0% of the variance.",
 * );
 * ```
 */
export function principalComponentsFigure(map: ComponentsMap, options: FigureOptions = {}): Figure {
  return figure({
    title: "Customers by principal components",
    draw: (frame) => draw(map, frame),
    caption: captionOf(map),
    rows: map.loadings,
  }, options);
}

function draw(map: ComponentsMap, frame: Drawing): string {
  const points = finiteRows(map.points, "x", "y");
  if (points.length === 0) return renderNoData(frame);
  const narrow = frame.width < NARROW;
  const segments = [...new Set(points.map((point) => point.segment))].sort();
  const colours = segmentColours(segments);
  const colour = (point: Point) => colours.get(point.segment);
  const { xs, ys, height } = squareScales(points, frame.width);
  const middles = segments.map((segment) => middleOf(points, segment));
  const arrows = scaledArrows(finiteRows(map.loadings, "x", "y"), xs, ys);
  const shown = points.filter((point) => within(point.x, xs) && within(point.y, ys));
  const hidden = points.length - shown.length;
  const note = hidden > 0 ? `${formatNumber(hidden)} more outside the frame` : "";
  const size = narrow ? 11.5 : 13;
  const labels = placedLabels(note, arrows, { xs, ys, width: frame.width, height, size });
  const [first, second] = map.explained.map((share) => formatPercent(share));
  const axis = { labelArrow: "none", grid: true, ticks: narrow ? 4 : 6 } as const;
  const tickFormat = (value: number) => formatNumber(value, value % 1 ? 1 : 0);
  return renderPlot({
    height,
    marginLeft: MARGIN_LEFT,
    marginRight: MARGIN_RIGHT,
    marginTop: MARGIN_TOP,
    marginBottom: MARGIN_BOTTOM,
    x: { ...axis, domain: xs, tickFormat, label: `first component, ${first} of the variance →` },
    y: { ...axis, domain: ys, tickFormat, label: `↑ second component, ${second} of the variance` },
    marks: [
      Plot.dot(shown, {
        x: "x",
        y: "y",
        r: narrow ? 1.6 : 2.2,
        fill: colour,
        fillOpacity: 0.5,
      }),
      Plot.dot(middles, {
        x: "x",
        y: "y",
        r: narrow ? 6 : 8,
        fill: colour,
        stroke: "white",
        strokeWidth: 2.5,
        title: "segment",
      }),
      Plot.arrow(arrows, {
        x1: 0,
        y1: 0,
        x2: "x",
        y2: "y",
        stroke: INK.strong,
        strokeWidth: 1.8,
        headLength: 7,
      }),
      ...labels.map((label) =>
        Plot.text([label.text], {
          frameAnchor: "top-left",
          textAnchor: "start",
          lineAnchor: "middle",
          dx: label.x - MARGIN_LEFT,
          dy: label.y - MARGIN_TOP,
          fontSize: size,
          fontWeight: label.fontWeight,
          fill: INK.strong,
          stroke: "white",
          strokeWidth: 4,
        })
      ),
    ],
  }, {
    ...frame,
    legend: segments.map((segment) => ({
      kind: "dot",
      label: shorten(segment, 40),
      colour: colours.get(segment) ?? INK.strong,
    })),
  });
}

function captionOf(map: ComponentsMap): string {
  const loadings = finiteRows(map.loadings, "x", "y");
  const shown = map.explained[0] + map.explained[1];
  if (loadings.length === 0 || map.points.length === 0 || !Number.isFinite(shown)) return NO_DATA;
  const mostly = (axis: "x" | "y") => {
    const sizes = loadings.map((row) => ({ feature: row.feature, size: Math.abs(row[axis]) }))
      .sort((a, b) => b.size - a.size || (a.feature < b.feature ? -1 : 1));
    return joinWords(
      sizes.filter(({ size }) => size >= NEXT_TO * sizes[0].size)
        .map(({ feature }) => featureWords(feature).label),
    );
  };
  return `From left to right customers differ mostly in ${mostly("x")}, from bottom to top in ` +
    `${mostly("y")}; the two components explain ${formatPercent(shown)} of the variance.`;
}

/** Both axes with the same number of pixels for one unit, the origin always in sight. */
function squareScales(
  points: readonly Point[],
  width: number,
): { xs: Span; ys: Span; height: number } {
  const inner = width - MARGIN_LEFT - MARGIN_RIGHT;
  const [x, y] = [(p: Point) => p.x, (p: Point) => p.y]
    .map((of) => padded(points.map(of)));
  const wished = inner * (y[1] - y[0]) / (x[1] - x[0]);
  const innerHeight = Math.round(Math.max(220, Math.min(460, wished)));
  const unit = Math.max((x[1] - x[0]) / inner, (y[1] - y[0]) / innerHeight);
  return {
    xs: widened(x, unit * inner),
    ys: widened(y, unit * innerHeight),
    height: innerHeight + MARGIN_TOP + MARGIN_BOTTOM,
  };
}

function padded(values: readonly number[]): Span {
  const sorted = [...values].sort((a, b) => a - b);
  const out = Math.floor(sorted.length * FAR_OUT / 1000);
  const [low, high] = [Math.min(0, sorted[out]), Math.max(0, sorted[sorted.length - 1 - out])];
  const air = Math.max(0.05 * (high - low), 0.1);
  return [low - air, high + air];
}

function within(value: number, [low, high]: Span): boolean {
  return value >= low && value <= high;
}

function widened([low, high]: Span, length: number): Span {
  const more = (length - (high - low)) / 2;
  return [low - more, high + more];
}

function middleOf(points: readonly Point[], segment: string): Point {
  const members = points.filter((point) => point.segment === segment);
  const mean = (of: "x" | "y") => members.reduce((sum, p) => sum + p[of], 0) / members.length;
  return { segment, x: mean("x"), y: mean("y") };
}

/** The longest arrows, all by the same factor as long as the drawing allows. */
function scaledArrows(loadings: readonly Loading[], xs: Span, ys: Span): Loading[] {
  const length = ({ x, y }: Loading) => Math.hypot(x, y);
  const longest = loadings.filter((loading) => length(loading) > 0)
    .sort((a, b) => length(b) - length(a) || (a.feature < b.feature ? -1 : 1))
    .slice(0, ARROWS);
  const room = (part: number, [low, high]: Span) =>
    part === 0 ? Infinity : (part < 0 ? low : high) * REACH / part;
  const factor = Math.min(...longest.map(({ x, y }) => Math.min(room(x, xs), room(y, ys))));
  return longest.map(({ feature, x, y }) => ({ feature, x: x * factor, y: y * factor }));
}

/** Where the labels stand, and in which size. */
interface Layout {
  readonly xs: Span;
  readonly ys: Span;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

/** A note in the lower right corner, and the names of the features beyond the heads of their arrows. */
function placedLabels(
  note: string,
  arrows: readonly Loading[],
  { xs, ys, width, height, size }: Layout,
): { text: string; x: number; y: number; fontWeight: number }[] {
  const bounds = {
    left: MARGIN_LEFT + 3,
    right: width - MARGIN_RIGHT,
    top: MARGIN_TOP + 2,
    bottom: height - MARGIN_BOTTOM - 2,
  };
  const across = (x: number) =>
    MARGIN_LEFT + (x - xs[0]) / (xs[1] - xs[0]) * (width - MARGIN_LEFT - MARGIN_RIGHT);
  const up = (y: number) =>
    height - MARGIN_BOTTOM -
    (y - ys[0]) / (ys[1] - ys[0]) * (height - MARGIN_TOP - MARGIN_BOTTOM);
  const corner = { text: note, x: bounds.right, y: bounds.bottom, fontWeight: 400 };
  const names = arrows.map(({ feature, x, y }) => {
    const text = featureWords(feature).label;
    const beyond = 1 + 8 / Math.max(1, Math.hypot(across(x) - across(0), up(y) - up(0)));
    const tip = across(x * beyond);
    const left = x < 0 ? tip - labelWidth(text, size) : tip;
    return { text, x: left, y: up(y * beyond), fontWeight: 600 };
  });
  const labels = note ? [corner, ...names] : names;
  const boxes = labels.map(({ text, x, y }) => (
    { x, y, width: labelWidth(text, size), height: size * 1.3 }
  ));
  return placeLabels(boxes, bounds).map(({ x, y }, i) => ({ ...labels[i], x, y }));
}

/** Wide enough for the bold names, too. */
function labelWidth(text: string, size: number): number {
  return textWidth(text, size) * 1.08;
}
