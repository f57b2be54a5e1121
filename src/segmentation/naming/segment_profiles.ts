import type { DataFrame } from "nodejs-polars";
import { median } from "../../numeric/quantile.ts";
import { numberColumn, textColumn } from "../../frames/columns.ts";
import { cliffsDelta } from "./cliffs_delta.ts";
import type { SegmentName } from "./descriptive_names.ts";
import type { SeasonEvidence } from "./season_evidence.ts";
import { TRAIT_FEATURES, traitWords } from "../../words/feature_words.ts";
import { standardDeviation, sum } from "../../numeric/sums.ts";

/** The features whose medians describe a segment. */
const PROFILE_FEATURES = [
  "monetary_value",
  "frequency",
  "recency_days",
  "average_basket_size",
  "average_basket_value",
  "season_concentration",
] as const;

/** Trait that sets a segment apart in one feature. */
interface SegmentTrait {
  readonly feature: string;
  /** Cliff's delta of the members against all others, −1 to 1. */
  readonly effect: number;
  readonly size: "small" | "medium" | "large";
  /** Median of the segment, and of everyone. */
  readonly median: number;
  readonly everyone: number;
  /** The same as a phrase, such as `last order 21 days ago against 51`. */
  readonly words: string;
}

/** Share of a segment's members in one of the named RFM segments. */
interface RfmShare {
  readonly segment: string;
  readonly customers: number;
  /** Share of the segment's customers, 0 to 1. */
  readonly share: number;
}

/** Profile of a segment: its size and how its members differ from everyone. */
export interface SegmentProfile extends SegmentName {
  readonly cluster: number;
  readonly customers: number;
  /** Share of all customers, 0 to 1. */
  readonly share_of_customers: number;
  /** Share of all revenue, 0 to 1. */
  readonly share_of_revenue: number;
  /** Median of each feature within the segment. */
  readonly medians: Readonly<Record<string, number>>;
  /** Median of each feature among all customers. */
  readonly medians_of_everyone: Readonly<Record<string, number>>;
  /** Median minus everyone's median, in standard deviations of `log(1 + x)`. */
  readonly differences: Readonly<Record<string, number>>;
  /** What sets it apart, in order of effect size; negligible effects are left out. */
  readonly traits: readonly SegmentTrait[];
  /** Its members by named RFM segment, most first; empty if those are not known. */
  readonly rfm_segments: readonly RfmShare[];
  /** Whether its orders gather in a season, null where nobody looked. */
  readonly season: SeasonEvidence | null;
  /** Whether it only isolates outliers, see `isolatesOutliers`. */
  readonly isolates_outliers: boolean;
  /** Mean Jaccard similarity over bootstrap resamples, null where it was not measured. */
  readonly stability: number | null;
  /** Whether resampled customers give the segment back (stability ≥ .6), null if not measured. */
  readonly stable: boolean | null;
}

/** Facts about each cluster other than its members. */
export interface ProfiledClusters {
  /** Name of each cluster. */
  readonly names: readonly SegmentName[];
  /** Bootstrap Jaccard similarity of each cluster, null where it was not measured. */
  readonly stability: readonly (number | null)[];
  /** Whether each cluster is seasonal. */
  readonly season?: readonly SeasonEvidence[];
  /** Whether each cluster only isolates outliers; none does if left out. */
  readonly outliers?: readonly boolean[];
  /** Sign or code of the currency, for amounts in words. Default none. */
  readonly currency?: string;
}

/** Below this Jaccard similarity a cluster is not to be trusted (Hennig 2007). */
const UNSTABLE = 0.6;

/**
 * Describes segments: size, revenue, medians against everyone's, what sets them apart in order of
 * effect size, and the named RFM segments inside.
 *
 * @param customers One row per customer, with `monetary_value`, features, and `rfm_segment` if known.
 * @param labels Cluster number of each customer.
 * @param clusters Names, stability and seasons, see {@linkcode ProfiledClusters}.
 * @returns One profile per cluster, in order of cluster number.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { segmentProfiles } from "./segment_profiles.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const customers = pl.DataFrame({ monetary_value: [30, 10], rfm_segment: ["Loyal", "Lost"] });
 * const name = (name: string) => ({ name, description: "", action: "" });
 * const [big] = segmentProfiles(customers, Int32Array.of(0, 1), {
 *   names: [name("Big"), name("Small")],
 *   stability: [1, 0.4],
 * });
 * assertEquals([big.share_of_customers, big.share_of_revenue], [0.5, 0.75]);
 * assertEquals(big.traits[0].words, "spends 1.5 × the typical customer");
 * assertEquals(big.rfm_segments, [{ segment: "Loyal", customers: 1, share: 1 }]);
 * ```
 */
export function segmentProfiles(
  customers: DataFrame,
  labels: Int32Array,
  { names, stability, season, outliers, currency }: ProfiledClusters,
): SegmentProfile[] {
  const columns = new Map(
    [...new Set([...PROFILE_FEATURES, ...TRAIT_FEATURES])]
      .filter((feature) => customers.columns.includes(feature))
      .map((feature) => {
        const values = numberColumn(customers, feature);
        const effects = cliffsDelta(values, labels, names.length);
        return [feature, { values, everyone: median(values), effects }] as const;
      }),
  );
  const described = PROFILE_FEATURES.filter((feature) => columns.has(feature));
  const rfm = customers.columns.includes("rfm_segment")
    ? textColumn(customers, "rfm_segment")
    : undefined;
  const spend = columns.get("monetary_value")!.values;
  const total = sum(spend);
  return names.map(({ name, description, action }, cluster) => {
    const members = (values: Float64Array) => values.filter((_, i) => labels[i] === cluster);
    const own = members(spend);
    const found = stability[cluster];
    const stable = found === null ? null : found >= UNSTABLE;
    const ofEach = (value: (column: FeatureColumn) => number) =>
      Object.fromEntries(described.map((feature) => [feature, value(columns.get(feature)!)]));
    return {
      cluster,
      name,
      description: [
        description,
        season?.[cluster].proven ? season[cluster].words : "",
        outliers?.[cluster] ? OUTLIERS : "",
        found !== null && !stable ? warning(found) : "",
      ].filter(Boolean).join(" "),
      action,
      customers: own.length,
      share_of_customers: own.length / spend.length,
      share_of_revenue: total > 0 ? sum(own) / total : 0,
      medians: ofEach(({ values }) => median(members(values))),
      medians_of_everyone: ofEach(({ everyone }) => everyone),
      differences: ofEach(({ values }) => logDifference(members(values), values)),
      traits: [...columns].map(([feature, { values, everyone, effects }]) =>
        trait(feature, effects[cluster], median(members(values)), everyone, currency)
      ).filter((trait) => trait !== undefined)
        .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
      rfm_segments: rfm ? rfmShares(rfm.filter((_, i) => labels[i] === cluster)) : [],
      season: season?.[cluster] ?? null,
      isolates_outliers: outliers?.[cluster] ?? false,
      stability: found,
      stable,
    };
  });
}

interface FeatureColumn {
  readonly values: Float64Array;
  readonly everyone: number;
  readonly effects: readonly number[];
}

const OUTLIERS = "Mere outliers: few customers, far from all others and from one another.";

function warning(stability: number): string {
  return `Unstable: resampled customers give back only ${Math.round(100 * stability)} % of it.`;
}

/** Magnitudes of Cliff's delta: Romano et al. (2006). */
function trait(
  feature: string,
  effect: number,
  own: number,
  everyone: number,
  currency?: string,
): SegmentTrait | undefined {
  const magnitude = Math.abs(effect);
  if (magnitude < 0.147) return undefined;
  return {
    feature,
    effect,
    size: magnitude < 0.33 ? "small" : magnitude < 0.474 ? "medium" : "large",
    median: own,
    everyone,
    words: traitWords(feature, own, everyone, { effect, currency }),
  };
}

function rfmShares(segments: readonly string[]): RfmShare[] {
  const counts = new Map<string, number>();
  for (const segment of segments) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  return [...counts]
    .map(([segment, customers]) => ({ segment, customers, share: customers / segments.length }))
    .sort((a, b) => b.customers - a.customers || (a.segment < b.segment ? -1 : 1));
}

function logDifference(members: Float64Array, everyone: Float64Array): number {
  const logs = everyone.map(Math.log1p);
  const deviation = standardDeviation(logs);
  const difference = Math.log1p(median(members)) - Math.log1p(median(everyone));
  return deviation > 0 ? difference / deviation : 0;
}
