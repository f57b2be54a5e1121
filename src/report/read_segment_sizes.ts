import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatPercent } from "../words/numbers.ts";
import type { SegmentSizesRow } from "../figures/segments/segment_sizes_chart.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads the sizes of the segments: which brings more than its share, which less.
 *
 * @param rows One row per segment.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readSegmentSizes } from "./read_segment_sizes.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readSegmentSizes([
 *     { name: "High-Value", share_of_customers: 0.2, share_of_revenue: 0.7 },
 *     { name: "At-Risk", share_of_customers: 0.8, share_of_revenue: 0.3 },
 *   ]),
 *   "High-Value hold 20.0\u00a0% of the customers and 70.0\u00a0% of revenue; At-Risk hold " +
 *     "80.0\u00a0% of the customers and 30.0\u00a0% of revenue.",
 * );
 * ```
 */
export function readSegmentSizes(rows: readonly SegmentSizesRow[]): string {
  const segments = finiteRows(rows, "share_of_customers", "share_of_revenue");
  if (segments.length === 0) return NO_DATA;
  const gain = (row: SegmentSizesRow) => row.share_of_revenue - row.share_of_customers;
  const most = segments.reduce((a, b) => (gain(b) > gain(a) ? b : a));
  const least = segments.reduce((a, b) => (gain(b) < gain(a) ? b : a));
  const tell = (row: SegmentSizesRow) =>
    `${row.name} hold ${formatPercent(row.share_of_customers, 1)} of the customers and ` +
    `${formatPercent(row.share_of_revenue, 1)} of revenue`;
  return most === least ? `${tell(most)}.` : `${tell(most)}; ${tell(least)}.`;
}
