import { formatNumber } from "../../words/numbers.ts";
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
import { DIVERGING, INK, segmentColours } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { isDark, shadeOf } from "../drawing/shade_of.ts";
import { labelMargin, textWidth } from "../drawing/svg_text.ts";
import { featureWords } from "../../words/feature_words.ts";
import { NO_DATA, shorten } from "../../words/sentences.ts";

/** The middle of each feature in one segment. */
export type SegmentMiddles = Pick<SegmentProfile, "name" | "medians" | "differences">;

/** One cell: its value in the unit of the feature, and in standard deviations from everyone. */
interface Cell {
  readonly segment: string;
  readonly feature: string;
  readonly value: number;
  readonly z: number;
}

/** Beyond this many standard deviations the shades do not change any more. */
const FULL = 1.75;

/** How much wider bold text runs. */
const BOLD = 1.15;

/**
 * Medians of the segments as a heat map: one row per feature, one column per segment, shaded by the
 * distance from everyone.
 *
 * @param segments One row per segment; segments and features keep their order.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: the two that stand out most, and by what.
 *
 * @example
 * ```ts
 * import { segmentProfilesFigure } from "./segment_profiles.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   segmentProfilesFigure([{
 *     name: "High-Value",
 *     medians: { frequency: 9, recency_days: 11 },
 *     differences: { frequency: 1.5, recency_days: -1 },
 *   }, {
 *     name: "At-Risk",
 *     medians: { frequency: 1, recency_days: 181 },
 *     differences: { frequency: -0.4, recency_days: 1.2 },
 *   }]).caption,
 *   "High-Value stand out most by their frequency (median 9 orders, 1.5 standard deviations " +
 *     "above average), At-Risk by their recency (181 days, 1.2 above).",
 * );
 * ```
 */
export function segmentProfilesFigure(
  segments: readonly SegmentMiddles[],
  options: FigureOptions = {},
): Figure {
  const rows = segments.flatMap(({ name, medians, differences }) =>
    Object.entries(medians).map(([feature, value]): Cell => (
      { segment: name, feature, value, z: differences[feature] }
    ))
  );
  return figure({
    title: "What the segments look like",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows, options.currency),
    rows,
  }, options);
}

function draw(rows: readonly Cell[], frame: Drawing): string {
  const cells = finiteRows(rows, "value", "z");
  if (cells.length === 0) return renderNoData(frame);
  const segments = [...new Set(cells.map((row) => row.segment))];
  const features = [...new Set(cells.map((row) => row.feature))];
  const colours = segmentColours(segments);
  const narrow = frame.width < NARROW;
  const shade = (row: Cell) => shadeOf(row.z, [-FULL, FULL], DIVERGING);
  const labels = new Map(features.map((feature) => [feature, label(feature, frame.currency)]));
  const marginLeft = narrow ? 104 : labelMargin([...labels.values()].flatMap((l) => l.split("\n")));
  const [fontSize, headSize] = narrow ? [11, 10] : [13, 13];
  // A cell is never narrower than its number: the drawing gets wider instead.
  const cellWidth = Math.max((frame.width - marginLeft - 4) / segments.length, narrow ? 60 : 56);
  const head = (name: string) => shorten(name, 34);
  const lines = Math.max(...segments.map((name) => linesOf(head(name), cellWidth, headSize)));
  const marginTop = 28 + Math.ceil(lines * headSize * 1.1);
  const width = Math.ceil(marginLeft + 4 + cellWidth * segments.length);
  const whole = (row: Cell) => featureWords(row.feature).format(row.value);
  // The words are left out of the cells where they do not fit: the unit stands on the left, too.
  const fits = cells.every((row) => textWidth(whole(row), fontSize) * BOLD < cellWidth - 8);
  const written = (row: Cell) => fits ? whole(row) : whole(row).split(" ")[0];
  return renderPlot({
    height: marginTop + 4 + features.length * 44,
    marginLeft,
    marginRight: 4,
    marginTop,
    marginBottom: 4,
    x: { domain: segments, label: null, axis: null, padding: 0.03 },
    y: { domain: features, label: null, axis: null, padding: 0.06 },
    marks: [
      Plot.axisX({
        anchor: "top",
        tickFormat: head,
        tickSize: 0,
        tickPadding: 18,
        label: null,
        lineWidth: cellWidth / headSize * 0.92,
        lineHeight: 1.1,
        fontSize: headSize,
        fontWeight: 600,
        fill: INK.strong,
      }),
      Plot.dot(segments, {
        x: (name: string) => name,
        frameAnchor: "top",
        dy: -8,
        r: 5,
        fill: (name: string) => colours.get(name),
      }),
      Plot.axisY({
        tickFormat: (feature: string) => labels.get(feature) ?? feature,
        tickSize: 0,
        label: null,
        lineWidth: narrow ? 8.5 : undefined,
        lineHeight: 1.15,
        fontSize: narrow ? 10.5 : 12,
      }),
      Plot.cell(cells, {
        x: "segment",
        y: "feature",
        fill: shade,
        title: (row: Cell) =>
          `${row.segment}, ${featureWords(row.feature).label}: ${
            formatNumber(Math.abs(row.z), 1)
          } ` +
          `standard deviations ${row.z < 0 ? "below" : "above"} the average`,
      }),
      Plot.text(cells, {
        x: "segment",
        y: "feature",
        text: written,
        fill: (row: Cell) => (isDark(shade(row)) ? "#ffffff" : INK.strong),
        fontSize,
        fontWeight: 600,
      }),
    ],
  }, {
    ...frame,
    width,

    legend: [{
      kind: "ramp",
      label: "compared with the average customer",
      colours: DIVERGING,
      from: "lower",
      to: "higher",
    }],
  });
}

function captionOf(rows: readonly Cell[], currency?: string): string {
  const cells = finiteRows(rows, "value", "z").sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
  const [first] = cells;
  if (first === undefined) return NO_DATA;
  const second = cells.find((row) => row.segment !== first.segment);
  const side = (row: Cell) => (row.z < 0 ? "below" : "above");
  const value = (row: Cell) => featureWords(row.feature, currency).format(row.value);
  const by = (row: Cell) => `by their ${featureWords(row.feature).label}`;
  const size = (row: Cell) => formatNumber(Math.abs(row.z), 1);
  return `${first.segment} stand out most ${by(first)} (median ${value(first)}, ` +
    `${size(first)} standard deviations ${side(first)} average)` +
    (second === undefined
      ? "."
      : `, ${second.segment} ${by(second)} (${value(second)}, ${size(second)} ${side(second)}).`);
}

/** How many lines a bold text takes that is broken at spaces and after hyphens. */
function linesOf(text: string, width: number, size: number): number {
  let [lines, line] = [1, ""];
  for (const word of text.split(/(?<=[ -])/)) {
    if (line && textWidth(line + word, size) * BOLD > width) [lines, line] = [lines + 1, word];
    else line += word;
  }
  return lines;
}

/** Name and unit of a feature, in two lines. */
function label(feature: string, currency?: string): string {
  const { label, unit: words } = featureWords(feature, currency);
  return words ? `${label}\n(${words})` : label;
}
