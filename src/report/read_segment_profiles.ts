import { featureWords } from "../words/feature_words.ts";
import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatNumber } from "../words/numbers.ts";
import type { SegmentProfilesRow } from "../figures/segments/segment_profiles_chart.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads the profiles of the segments: the two that stand out most, and by what.
 *
 * @param rows One row per segment and feature.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readSegmentProfiles } from "./read_segment_profiles.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readSegmentProfiles([
 *     { segment: "High-Value", feature: "frequency", value: 9, z: 1.5 },
 *     { segment: "High-Value", feature: "recency_days", value: 11, z: -1 },
 *     { segment: "At-Risk", feature: "recency_days", value: 181, z: 1.2 },
 *   ]),
 *   "High-Value stand out most by their frequency (9 orders in the middle, 1.5 standard deviations " +
 *     "above average), At-Risk by their recency (181 days, 1.2 above).",
 * );
 * ```
 */
export function readSegmentProfiles(rows: readonly SegmentProfilesRow[]): string {
  const cells = finiteRows(rows, "value", "z").sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
  const [first] = cells;
  if (first === undefined) return NO_DATA;
  const second = cells.find((row) => row.segment !== first.segment);
  const side = (row: SegmentProfilesRow) => (row.z < 0 ? "below" : "above");
  const value = (row: SegmentProfilesRow) => featureWords(row.feature).format(row.value);
  const by = (row: SegmentProfilesRow) => `by their ${featureWords(row.feature).label}`;
  const size = (row: SegmentProfilesRow) => formatNumber(Math.abs(row.z), 1);
  return `${first.segment} stand out most ${by(first)} (${value(first)} in the middle, ` +
    `${size(first)} standard deviations ${side(first)} average)` +
    (second === undefined
      ? "."
      : `, ${second.segment} ${by(second)} (${value(second)}, ${size(second)} ${side(second)}).`);
}
