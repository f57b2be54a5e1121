import pl, { type DataFrame } from "nodejs-polars";
import { featureMatrix } from "../customers/feature_matrix.ts";
import { NotEnoughDataError } from "../customers/not_enough_data_error.ts";
import type { KMeansModel } from "../learning/k_means.ts";
import {
  fitStandardScaler,
  type StandardScalerModel,
  transformStandardScaler,
} from "../learning/standard_scaler.ts";
import { numberColumn } from "../transactions/columns.ts";
import { type Archetype, ARCHETYPES } from "./archetypes.ts";
import { chooseClusters } from "./choose_clusters.ts";
import { type ClusterProfile, nameSegments } from "./name_segments.ts";
import { SEGMENT_FEATURES } from "./segment_features.ts";
import { type SecondOpinion, secondOpinion } from "./second_opinion.ts";
import { type SegmentProfile, segmentProfiles } from "./segment_profiles.ts";
import {
  type Candidate,
  type SelectionOptions,
  type SelectionRow,
  selectionTable,
} from "./selection_table.ts";

/** Options of {@linkcode segmentCustomers}. */
export interface SegmentOptions extends SelectionOptions {
  /** The number of segments, if it is not to be chosen. */
  readonly segments?: number;
  /** Columns to cluster by. */
  readonly features?: readonly string[];
  /** Kinds of customers that clusters are named after. */
  readonly archetypes?: readonly Archetype[];
}

/** Everything needed to put new customers into the same segments. */
export interface SegmentationModel {
  readonly kind: "segmentation";
  readonly features: readonly string[];
  /** Features enter as `log(1 + x)`, then standardised. */
  readonly scaler: StandardScalerModel;
  readonly clusters: KMeansModel;
  /** Name of each segment, by cluster number. */
  readonly names: readonly string[];
}

/** Customers in segments, with the evidence for them. */
export interface Segmentation {
  readonly model: SegmentationModel;
  /** `customer_id, cluster` (0 is the segment of largest revenue) and `segment` (its name). */
  readonly customers: DataFrame;
  readonly features: readonly string[];
  readonly k: number;
  /** Why this number of segments, in words. */
  readonly because: string;
  readonly selection: readonly SelectionRow[];
  readonly segments: readonly SegmentProfile[];
  /** What another implementation finds from the same starts. */
  readonly secondOpinion: SecondOpinion;
}

const FEWEST_CUSTOMERS = 20;

/**
 * Segments customers by K-means on log-transformed, standardised features, and names the segments.
 *
 * @param customers One row per customer, see `customerFeatures`.
 * @param options See {@linkcode SegmentOptions}.
 * @returns The segment of every customer, the profiles, and why there are so many segments.
 * @throws {NotEnoughDataError} If there are fewer than 20 customers, or they are all alike.
 * @throws {RangeError} If `segments` is not between 2 and 10.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { segmentCustomers } from "./segment_customers.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const often = Array.from({ length: 40 }, (_, i) => i < 20);
 * const { customers } = segmentCustomers(
 *   pl.DataFrame({
 *     customer_id: often.map((_, i) => `${i}`),
 *     monetary_value: often.map((yes, i) => (yes ? 9000 : 100) + i),
 *     frequency: often.map((yes) => (yes ? 30 : 1)),
 *     recency_days: often.map((yes, i) => (yes ? 3 : 200) + i),
 *     average_basket_size: often.map((yes, i) => (yes ? 90 : 80) + i),
 *     season_concentration: often.map(() => 0.4),
 *   }),
 *   { segments: 2 },
 * );
 * assertEquals(customers.row(0), ["0", 0, "High-value customers"]);
 * ```
 */
export function segmentCustomers(
  customers: DataFrame,
  options: SegmentOptions = {},
): Segmentation {
  const { segments, features = SEGMENT_FEATURES, archetypes = ARCHETYPES } = options;
  if (segments !== undefined && !(Number.isInteger(segments) && segments >= 2 && segments <= 10)) {
    throw new RangeError(`Segmenting customers: ${segments} segments, 2 to 10 are possible.`);
  }
  const logs = featureMatrix(customers, features, { log: true });
  const distinct = new Set(rowsAsText(logs.values, logs.columns)).size;
  if (distinct < FEWEST_CUSTOMERS) {
    throw new NotEnoughDataError(
      `Not enough data: ${customers.height} customers, ${distinct} of them different; segments ` +
        `need ${FEWEST_CUSTOMERS} different ones.`,
    );
  }
  const scaler = fitStandardScaler(logs);
  const X = transformStandardScaler(scaler, logs);
  const candidates = selectionTable(X, options);
  const selection = candidates.map(({ row }) => row);
  const chosen = segments === undefined
    ? chooseClusters(selection)
    : { k: segments, because: `${segments} clusters, as asked for.` };
  const candidate = candidates.find(({ row }) => row.k === chosen.k)!;
  const { labels, clusters, stability } = byRevenue(candidate, customers);
  const names = nameSegments(clusterProfiles(customers, labels, clusters, features), archetypes);
  const name = names.map(({ name }) => name);
  return {
    model: { kind: "segmentation", features, scaler, clusters, names: name },
    customers: customers.select("customer_id").withColumns(
      pl.Series("cluster", labels, pl.Int32),
      pl.Series("segment", Array.from(labels, (label) => name[label]), pl.Utf8),
    ),
    features,
    k: chosen.k,
    because: chosen.because,
    selection,
    segments: segmentProfiles(customers, labels, names, stability),
    secondOpinion: secondOpinion(X, candidate.model, options.seed),
  };
}

/** K-means numbers its clusters by chance; ours begin with the one of largest revenue. */
function byRevenue({ model, labels, stability }: Candidate, customers: DataFrame) {
  const revenue = new Float64Array(model.clusters);
  const spend = numberColumn(customers, "monetary_value");
  labels.forEach((label, i) => revenue[label] += spend[i]);
  const order = Array.from(revenue.keys()).sort((a, b) => revenue[b] - revenue[a] || a - b);
  const rank = Int32Array.from(order.keys(), (label) => order.indexOf(label));
  return {
    labels: labels.map((label) => rank[label]),
    clusters: { ...model, centroids: order.map((label) => model.centroids[label]) },
    stability: order.map((label) => stability.jaccard[label]),
  };
}

/** Cluster means in standard deviations: the centroids, and season concentration beside them. */
function clusterProfiles(
  customers: DataFrame,
  labels: Int32Array,
  model: KMeansModel,
  features: readonly string[],
): ClusterProfile[] {
  const season = fitAndTransform(customers, "season_concentration");
  return model.centroids.map((centroid, cluster) => {
    const members = season.filter((_, i) => labels[i] === cluster);
    const mean = members.reduce((sum, z) => sum + z, 0) / members.length;
    return {
      ...Object.fromEntries(features.map((feature, j) => [feature, centroid[j]])),
      season_concentration: mean,
    };
  });
}

function fitAndTransform(customers: DataFrame, feature: string): Float64Array {
  const X = featureMatrix(customers, [feature]);
  return transformStandardScaler(fitStandardScaler(X), X).values;
}

function rowsAsText(values: Float64Array, columns: number): string[] {
  return Array.from(
    { length: values.length / columns },
    (_, i) => values.subarray(i * columns, (i + 1) * columns).join(),
  );
}
