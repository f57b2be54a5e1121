import { finiteRows } from "../../figures/drawing/finite_rows.ts";
import { formatPercent } from "../../words/numbers.ts";
import type { RfmSegmentRow } from "../../customers/rfm/rfm_segment_table.ts";
import { NO_DATA } from "../../words/sentences.ts";

/**
 * Reads the table of RFM segments: the one with the most customers, and the one with the most revenue.
 */
export function rfmInWords(
  rows: readonly Pick<RfmSegmentRow, "segment" | "share_of_customers" | "share_of_revenue">[],
): string {
  const segments = finiteRows(rows, "share_of_customers", "share_of_revenue");
  if (segments.length === 0) return NO_DATA;
  const rich = segments.reduce((a, b) => (b.share_of_revenue > a.share_of_revenue ? b : a));
  const large = segments.reduce((a, b) => (b.share_of_customers > a.share_of_customers ? b : a));
  return `${rich.segment} bring the most revenue (${
    formatPercent(rich.share_of_revenue, 1)
  } from ` +
    `${formatPercent(rich.share_of_customers, 1)} of the customers); ` +
    (rich === large
      ? "they are the largest group, too."
      : `the largest group is ${large.segment} with ` +
        `${formatPercent(large.share_of_customers, 1)} of the customers.`);
}
