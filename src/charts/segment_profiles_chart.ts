import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "./chart_options.ts";
import { featureName } from "./feature_names.ts";
import { finiteRows } from "./finite_rows.ts";
import { formatNumber, shorten } from "./format.ts";
import { DIVERGING, INK, segmentColours } from "./palette.ts";
import { renderNoData, renderPlot } from "./render.ts";
import { isDark, shadeOf } from "./shade_of.ts";

/** The middle of one feature in one segment. */
export interface SegmentProfilesRow {
  /** Name of the segment. */
  readonly segment: string;
  /** Name of the feature, such as `recency_days`. */
  readonly feature: string;
  /** Median of the segment, in the unit of the feature. */
  readonly value: number;
  /** The same against all customers, in standard deviations; 0 is the average. */
  readonly z: number;
}

/** Beyond this many standard deviations the shades do not change any more. */
const FULL = 1.75;

/**
 * Draws the profiles of the segments as a heat map: the median written in each cell in human
 * units, the shade telling how far from the average of all customers it is.
 *
 * @param rows One row per segment and feature; segments and features keep their first order.
 * @param options Title, width and currency.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { segmentProfilesChart } from "./segment_profiles_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const row = { segment: "Regular", feature: "recency_days", value: 22.4, z: -0.3 };
 * assert(segmentProfilesChart([row]).includes("22 days"));
 * ```
 */
export function segmentProfilesChart(
  rows: readonly SegmentProfilesRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "What the segments look like");
  const cells = finiteRows(rows, "value", "z");
  if (cells.length === 0) return renderNoData(frame);
  const segments = [...new Set(cells.map((row) => row.segment))];
  const features = [...new Set(cells.map((row) => row.feature))];
  const colours = segmentColours(segments);
  const shade = (row: SegmentProfilesRow) => shadeOf(row.z, [-FULL, FULL], DIVERGING);
  const narrow = frame.width < NARROW;
  const marginLeft = narrow ? 96 : 130;
  // A cell is never narrower than its number: the drawing gets wider instead, and scrolls.
  const cellWidth = Math.max((frame.width - marginLeft - 4) / features.length, narrow ? 64 : 76);
  const width = Math.ceil(marginLeft + 4 + cellWidth * features.length);
  return renderPlot({
    height: 62 + segments.length * 44,
    marginLeft,
    marginRight: 4,
    marginTop: 52,
    marginBottom: 4,
    x: { domain: features, label: null, axis: null, padding: 0.03 },
    y: { domain: segments, label: null, axis: null, padding: 0.06 },
    marks: [
      Plot.axisX({
        anchor: "top",
        tickFormat: (feature: string) => {
          const { label, unit } = featureName(feature);
          const words = unit === "currency" || unit.startsWith("currency ")
            ? unit.replace("currency", frame.currency)
            : unit;
          return words && !narrow ? `${label}\n(${words})` : label;
        },
        tickSize: 0,
        label: null,
        lineWidth: cellWidth / 11,
        lineHeight: 1.15,
        fontSize: narrow ? 10 : 11,
      }),
      Plot.text(segments, {
        y: (name: string) => name,
        text: (name: string) => shorten(name, narrow ? 11 : 16),
        frameAnchor: "left",
        textAnchor: "start",
        dx: 16 - marginLeft,
        fill: INK.strong,
        fontWeight: 600,
        fontSize: narrow ? 12 : 13,
      }),
      Plot.dot(segments, {
        y: (name: string) => name,
        frameAnchor: "left",
        dx: 7 - marginLeft,
        r: 5,
        fill: (name: string) => colours.get(name),
      }),
      Plot.cell(cells, {
        x: "feature",
        y: "segment",
        fill: shade,
        title: (row: SegmentProfilesRow) =>
          `${row.segment}, ${featureName(row.feature).label}: ${
            formatNumber(Math.abs(row.z), 1)
          } ` +
          `standard deviations ${row.z < 0 ? "below" : "above"} the average`,
      }),
      Plot.text(cells, {
        x: "feature",
        y: "segment",
        text: (row: SegmentProfilesRow) => featureName(row.feature).format(row.value),
        fill: (row: SegmentProfilesRow) => (isDark(shade(row)) ? "#ffffff" : INK.strong),
        fontSize: narrow ? 11 : 13,
        fontWeight: 600,
      }),
    ],
  }, {
    ...frame,
    width,
    description: "Heat map of medians: one row per segment, one column per feature.",
    legend: [{
      kind: "ramp",
      label: "against the average customer",
      colours: DIVERGING,
      from: "lower",
      to: "higher",
    }],
  });
}
