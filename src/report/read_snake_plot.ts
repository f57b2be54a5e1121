import { featureWords } from "../words/feature_words.ts";
import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatNumber } from "../words/numbers.ts";
import type { SnakePlotRow } from "../figures/segments/snake_plot_chart.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads the snake plot: the feature in which the segments are farthest apart, and the one in which
 * they are closest.
 *
 * @param rows One row per segment and feature.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readSnakePlot } from "./read_snake_plot.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readSnakePlot([
 *     { segment: "High-Value", feature: "frequency", z: 1.5 },
 *     { segment: "At-Risk", feature: "frequency", z: -0.5 },
 *     { segment: "High-Value", feature: "return_rate", z: 0.2 },
 *     { segment: "At-Risk", feature: "return_rate", z: 0.1 },
 *   ]),
 *   "The segments are farthest apart in frequency, from At-Risk (0.5 standard deviations below " +
 *     "average) to High-Value (1.5 above), and closest in return rate.",
 * );
 * ```
 */
export function readSnakePlot(rows: readonly SnakePlotRow[]): string {
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

function standing(row: SnakePlotRow, unit = ""): string {
  return `${formatNumber(Math.abs(row.z), 1)}${unit} ${row.z < 0 ? "below" : "above"}`;
}
