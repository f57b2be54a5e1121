import type { DataFrame } from "nodejs-polars";
import { median } from "../numeric/quantile.ts";
import { numberColumn } from "../transactions/columns.ts";
import type { SegmentName } from "./name_segments.ts";

/** The features whose medians describe a segment. */
export const PROFILE_FEATURES = [
  "monetary_value",
  "frequency",
  "recency_days",
  "average_basket_size",
  "average_basket_value",
  "season_concentration",
] as const;

/** Who is in a segment and how they differ from everyone. */
export interface SegmentProfile extends SegmentName {
  readonly cluster: number;
  readonly customers: number;
  /** Share of all customers, 0 to 1. */
  readonly share_of_customers: number;
  /** Share of all revenue, 0 to 1. */
  readonly share_of_revenue: number;
  /** Median of each feature within the segment. */
  readonly medians: Readonly<Record<string, number>>;
  /** Median minus everyone's median, in standard deviations of `log(1 + x)`. */
  readonly differences: Readonly<Record<string, number>>;
  /** Mean Jaccard similarity over bootstrap resamples; below .6 the segment is unstable. */
  readonly stability: number;
}

/**
 * Describes segments by size, revenue and medians against everyone.
 *
 * @param customers One row per customer, with `monetary_value`.
 * @param labels Cluster number of each customer.
 * @param names Name of each cluster.
 * @param stability Bootstrap Jaccard similarity of each cluster.
 * @returns One profile per cluster, in order of cluster number.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { segmentProfiles } from "./segment_profiles.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const customers = pl.DataFrame({ monetary_value: [30, 10] });
 * const name = (name: string) => ({ name, description: "", action: "" });
 * const [big] = segmentProfiles(customers, Int32Array.of(0, 1), [name("Big"), name("Small")], [1, 1]);
 * assertEquals([big.share_of_customers, big.share_of_revenue], [0.5, 0.75]);
 * ```
 */
export function segmentProfiles(
  customers: DataFrame,
  labels: Int32Array,
  names: readonly SegmentName[],
  stability: readonly number[],
): SegmentProfile[] {
  const features = PROFILE_FEATURES.filter((feature) => customers.columns.includes(feature))
    .map((feature) => ({ feature, values: numberColumn(customers, feature) }));
  const spend = numberColumn(customers, "monetary_value");
  const total = sum(spend);
  return names.map(({ name, description, action }, cluster) => {
    const members = (values: Float64Array) => values.filter((_, i) => labels[i] === cluster);
    const own = members(spend);
    return {
      cluster,
      name,
      description,
      action,
      customers: own.length,
      share_of_customers: own.length / spend.length,
      share_of_revenue: sum(own) / total,
      medians: Object.fromEntries(
        features.map(({ feature, values }) => [feature, median(members(values))]),
      ),
      differences: Object.fromEntries(
        features.map(({ feature, values }) => [feature, logDifference(members(values), values)]),
      ),
      stability: stability[cluster],
    };
  });
}

function logDifference(members: Float64Array, everyone: Float64Array): number {
  const logs = everyone.map(Math.log1p);
  const mean = sum(logs) / logs.length;
  const deviation = Math.sqrt(sum(logs.map((value) => (value - mean) ** 2)) / logs.length);
  const difference = Math.log1p(median(members)) - Math.log1p(median(everyone));
  return deviation > 0 ? difference / deviation : 0;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
