import type { OutlierRow } from "../../exploration/outlier_orders.ts";

/** A line stands out from so many times the median line on. */
export const FAR_ABOVE = 10;

/**
 * The larger of the two multiples of a line: of the median items or of the median revenue.
 *
 * @returns How many times the median; 0 where neither is known.
 */
export function timesMedian(
  line: Pick<OutlierRow, "times_median_quantity" | "times_median_revenue">,
): number {
  const multiples = [line.times_median_quantity, line.times_median_revenue];
  return Math.max(0, ...multiples.filter(Number.isFinite));
}

/**
 * Keeps the lines that truly stand out: in a small file the largest line may be an ordinary one.
 *
 * @returns Those with at least ten times the items or the revenue of the median line.
 */
export function standingOut(lines: readonly OutlierRow[]): OutlierRow[] {
  return lines.filter((line) => timesMedian(line) >= FAR_ABOVE);
}
