import pl, { type DataFrame } from "nodejs-polars";
import { median } from "../../numeric/quantile.ts";
import { numberColumn, textColumn } from "../../frames/columns.ts";
import { exactTotal } from "../../frames/exact_total.ts";

/** Size, revenue and medians of one named RFM segment. */
export interface RfmSegmentRow {
  readonly segment: string;
  readonly customers: number;
  /** Total spend of its customers. */
  readonly revenue: number;
  /** Share of all customers, 0 to 1. */
  readonly share_of_customers: number;
  /** Share of all revenue, 0 to 1. */
  readonly share_of_revenue: number;
  /** Median days since the last purchase. */
  readonly recency_days: number;
  /** Median number of orders. */
  readonly frequency: number;
  /** Median total spend. */
  readonly monetary_value: number;
}

/**
 * Describes the named RFM segments that have customers.
 *
 * @param customers One row per customer with RFM and `rfm_segment`, see `rfmScores`.
 * @returns One row per segment, the largest revenue first, equal ones by name.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { rfmSegmentTable } from "./rfm_segment_table.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const [best] = rfmSegmentTable(pl.DataFrame({
 *   recency_days: [3, 9, 300], frequency: [8, 4, 1], monetary_value: [50, 40, 10],
 *   rfm_segment: ["Champions", "Champions", "Lost"],
 * }));
 * assertEquals([best.segment, best.share_of_revenue, best.recency_days], ["Champions", 0.9, 6]);
 * ```
 */
export function rfmSegmentTable(customers: DataFrame): RfmSegmentRow[] {
  const total = revenueOf(customers);
  return [...new Set(textColumn(customers, "rfm_segment"))].sort()
    .map((segment) => {
      const members = customers.filter(pl.col("rfm_segment").eq(pl.lit(segment)));
      const revenue = revenueOf(members);
      return {
        segment,
        customers: members.height,
        revenue,
        share_of_customers: members.height / customers.height,
        share_of_revenue: total > 0 ? revenue / total : 0,
        recency_days: median(numberColumn(members, "recency_days")),
        frequency: median(numberColumn(members, "frequency")),
        monetary_value: median(numberColumn(members, "monetary_value")),
      };
    })
    .sort((a, b) => b.revenue - a.revenue);
}

function revenueOf(customers: DataFrame): number {
  return numberColumn(customers.select(exactTotal("monetary_value")), "monetary_value")[0];
}
