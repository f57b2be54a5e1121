import pl, { type DataFrame } from "nodejs-polars";
import { featureMatrix } from "../customers/features/feature_matrix.ts";
import { NotEnoughDataError } from "../frames/errors.ts";
import type { OutlierTreatment } from "../learning/preparation/outlier_treatment.ts";
import { numberColumn } from "../frames/columns.ts";
import { type Archetype, ARCHETYPES } from "./naming/archetypes.ts";
import { chooseClusters } from "./choosing/choose_clusters.ts";
import { clusterCharacters } from "./naming/cluster_characters.ts";
import { distinctRows } from "./choosing/distinct_rows.ts";
import { isolatesOutliers } from "./choosing/isolates_outliers.ts";
import { type MeasureVerdicts, measureVerdicts } from "./choosing/measure_verdicts.ts";
import { nameSegments } from "./naming/name_segments.ts";
import { referenceBins } from "./following/reference_bins.ts";
import { type SeasonEvidence, seasonEvidence } from "./naming/season_evidence.ts";
import { type SecondOpinion, secondOpinion } from "./choosing/second_opinion.ts";
import { SEGMENT_FEATURES } from "../customers/features/feature_sets.ts";
import { type SegmentProfile, segmentProfiles } from "./naming/segment_profiles.ts";
import { SEGMENTATION_MODEL_VERSION, type SegmentationModel } from "./segmentation_model.ts";
import {
  type Candidate,
  type SelectionOptions,
  type SelectionRow,
  selectionTable,
} from "./choosing/selection_table.ts";
import { standardise } from "./choosing/standardise.ts";
import {
  evidenceOf,
  type TreatmentEvidence,
  treatmentEvidence,
} from "./choosing/treatment_evidence.ts";

/** Options of {@linkcode segmentCustomers}. */
export interface SegmentOptions extends SelectionOptions {
  /** The number of segments, 2 to 20, if it is not to be chosen. */
  readonly segments?: number;
  /** Columns to cluster by. */
  readonly features?: readonly string[];
  /** What is done about outliers before distances are computed; default "log1p". */
  readonly treatment?: OutlierTreatment["kind"];
  /** Whether to show what the other treatments would have given; three times the work. */
  readonly compareTreatments?: boolean;
  /** Kinds of customers that clusters are named after. */
  readonly archetypes?: readonly Archetype[];
  /** Orders by month of the year, see `ordersByMonth`; without them no segment is called seasonal. */
  readonly ordersByMonth?: DataFrame;
  /** ISO date of the first line; needed with `ordersByMonth`. */
  readonly firstDate?: string;
  /** ISO date of the snapshot, kept in the model; needed with `ordersByMonth`. */
  readonly asOf?: string;
  /** Sign or code of the currency, for amounts in words. Default none. */
  readonly currency?: string;
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
  /** The number of segments that each measure would choose by itself. */
  readonly verdicts: MeasureVerdicts;
  /** What each treatment of outliers gives; only the one used unless all were asked for. */
  readonly treatments: readonly TreatmentEvidence[];
  readonly segments: readonly SegmentProfile[];
  /** What another implementation finds from the same starts. */
  readonly second_opinion: SecondOpinion;
}

/** Fewer than these are not segmented, nor followed from one snapshot to the next. */
export const FEWEST_CUSTOMERS = 20;
const MOST_SEGMENTS = 20;

/**
 * Segments customers by K-means on standardised features, outliers treated, and names the segments.
 *
 * @param customers One row per customer, see `customerFeatures`.
 * @param options See {@linkcode SegmentOptions}.
 * @returns The segment of every customer, the profiles, and why there are so many segments.
 * @throws {NotEnoughDataError} If there are fewer than 20 different customers, or fewer than the
 * segments asked for.
 * @throws {RangeError} If `segments` is not between 2 and 20, or a feature is missing somewhere.
 * @throws {TypeError} If `ordersByMonth` comes without `firstDate` and `asOf`.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { segmentCustomers } from "./segment_customers.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const often = Array.from({ length: 40 }, (_, i) => i < 20);
 * const { customers, segments } = segmentCustomers(
 *   pl.DataFrame({
 *     customer_id: often.map((_, i) => `${i}`),
 *     monetary_value: often.map((yes, i) => (yes ? 9000 : 100) + i),
 *     frequency: often.map((yes) => (yes ? 30 : 1)),
 *     recency_days: often.map((yes, i) => (yes ? 3 : 200) + i),
 *     average_basket_size: often.map((yes, i) => (yes ? 90 : 80) + i),
 *   }),
 *   { segments: 2, resamples: 10 },
 * );
 * assertEquals(customers.row(0), ["0", 0, "High-value customers"]);
 * assertEquals(segments[0].traits[0].words, "spends 2 × the typical customer");
 * ```
 */
export function segmentCustomers(customers: DataFrame, options: SegmentOptions = {}): Segmentation {
  const { segments, features = SEGMENT_FEATURES, archetypes = ARCHETYPES } = options;
  const { treatment: kind = "log1p", asOf = null, seed } = options;
  checkSegments(segments);
  const values = featureMatrix(customers, features);
  if (customers.height === 0) throw tooFew(0, 0);
  const { treatment, scaler, X } = standardise(values, kind);
  const distinct = distinctRows(X);
  if (distinct < Math.max(FEWEST_CUSTOMERS, (segments ?? 0) + 1)) {
    throw tooFew(customers.height, distinct, segments);
  }
  const tried = {
    ...options,
    from: Math.min(options.from ?? 2, segments ?? Infinity),
    to: Math.max(Math.min(options.to ?? 10, distinct - 1), segments ?? 2),
  };
  const candidates = selectionTable(X, tried);
  const selection = candidates.map(({ row }) => row);
  const chosen = segments === undefined ? chooseClusters(selection) : {
    k: segments,
    because: `${segments} segments, as requested.`,
    verdicts: measureVerdicts(selection),
  };
  const candidate = candidates.find(({ row }) => row.k === chosen.k)!;
  const { labels, clusters, stability } = byRevenue(candidate, customers);
  const season = seasons(customers, labels, chosen.k, options);
  const names = nameSegments(
    clusterCharacters(customers, labels, chosen.k, archetypes, season),
    archetypes,
  );
  const name = names.map(({ name }) => name);
  return {
    model: {
      kind: "segmentation",
      version: SEGMENTATION_MODEL_VERSION,
      asOf,
      features,
      treatment,
      scaler,
      clusters,
      names: name,
      reference: referenceBins(customers, features),
    },
    customers: customers.select("customer_id").withColumns(
      pl.Series("cluster", labels, pl.Int32),
      pl.Series("segment", Array.from(labels, (label) => name[label]), pl.Utf8),
    ),
    features,
    k: chosen.k,
    because: chosen.because,
    selection,
    verdicts: chosen.verdicts,
    treatments: options.compareTreatments
      ? treatmentEvidence(values, tried)
      : [evidenceOf(kind, selection, chosen.k)],
    segments: segmentProfiles(customers, labels, {
      names,
      stability,
      season,
      outliers: isolatesOutliers(X, labels, clusters.centroids),
      currency: options.currency,
    }),
    second_opinion: secondOpinion(X, candidate.model, seed),
  };
}

function checkSegments(segments: number | undefined): void {
  if (segments === undefined) return;
  if (!(Number.isInteger(segments) && segments >= 2 && segments <= MOST_SEGMENTS)) {
    throw new RangeError(
      `Segmenting customers: the number of segments must be 2 to ${MOST_SEGMENTS}, got ${segments}.`,
    );
  }
}

function tooFew(customers: number, distinct: number, segments?: number): NotEnoughDataError {
  const need = segments !== undefined && segments >= FEWEST_CUSTOMERS
    ? `${segments} segments need more than ${segments} distinct customers`
    : `segments need ${FEWEST_CUSTOMERS} distinct customers`;
  return new NotEnoughDataError(
    `${customers} customers, ${distinct} distinct; ${need}.`,
  );
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
    stability: order.map((label) => stability?.jaccard[label] ?? null),
  };
}

/** Evidence for seasons; clusters made of a measure of season would confirm themselves. */
function seasons(
  customers: DataFrame,
  labels: Int32Array,
  clusters: number,
  { ordersByMonth, firstDate, asOf, features = SEGMENT_FEATURES, seed }: SegmentOptions,
): SeasonEvidence[] | undefined {
  if (!ordersByMonth || features.includes("season_concentration")) return undefined;
  if (firstDate === undefined || asOf === undefined) {
    throw new TypeError("Segmenting customers: orders by month need firstDate and asOf.");
  }
  return seasonEvidence(customers, labels, clusters, { ordersByMonth, firstDate, asOf, seed });
}
