import type { DataFrame } from "nodejs-polars";
import { FEATURE_DEFINITIONS } from "../customers/features/feature_definitions.ts";
import { featureMatrix } from "../customers/features/feature_matrix.ts";
import {
  fitPrincipalComponents,
  transformPrincipalComponents,
} from "../learning/linear/principal_components.ts";
import { sampleRows } from "../learning/preparation/sample_rows.ts";
import {
  fitStandardScaler,
  transformStandardScaler,
} from "../learning/preparation/standard_scaler.ts";
import { silhouetteSamples } from "../metrics/silhouette.ts";
import type { Matrix } from "../numeric/matrix.ts";
import type { Segmentation } from "./segment_customers.ts";
import { standardisedFeatures } from "./choosing/standardised_features.ts";
import { numberColumn } from "../frames/columns.ts";
import { mean } from "../numeric/sums.ts";

/** Silhouette of one customer in a segment. */
export interface CustomerSilhouette {
  readonly cluster: number;
  /** Name of the segment. */
  readonly segment: string;
  /** −1 to 1: 1 well inside, 0 between two segments, negative nearer to another one. */
  readonly silhouette: number;
}

/** Customers in the plane of the first two principal components. */
export interface ComponentsMap {
  /** Scores of the customers, or of a sample of them. */
  readonly points: readonly { readonly segment: string; readonly x: number; readonly y: number }[];
  /** Loadings of the features, −1 to 1. */
  readonly loadings: readonly {
    readonly feature: string;
    readonly x: number;
    readonly y: number;
  }[];
  /** Share of all variance along each of the two axes, 0 to 1. */
  readonly explained: readonly [number, number];
}

/** The mean of a segment in one feature. */
export interface SegmentMean {
  readonly segment: string;
  readonly feature: string;
  /** In standard deviations from all customers; 0 is the average. */
  readonly z: number;
}

/** Evidence for and against a segmentation. */
export interface SegmentEvidence {
  /** One row per customer, or per customer of a sample. */
  readonly silhouettes: readonly CustomerSilhouette[];
  readonly components: ComponentsMap;
  readonly snake: readonly SegmentMean[];
}

/** Above so many customers, silhouettes are computed on a sample: their cost grows with the square. */
const SILHOUETTES = 10_000;

/** More points than these hide one another. */
const POINTS = 2000;

/**
 * The evidence for a segmentation: the silhouette of every customer, the customers
 * on the plane of the first two principal components, and the mean of each segment in each feature.
 *
 * @param customers The customers that were segmented, one row each.
 * @param segmentation Their segments, in the same order.
 * @param seed Draws the customers shown, where there are too many.
 * @returns Three tables; silhouettes are exact up to 10,000 customers.
 */
export function segmentEvidence(
  customers: DataFrame,
  segmentation: Segmentation,
  seed = 42,
): SegmentEvidence {
  const { model } = segmentation;
  const X = standardisedFeatures(model, customers);
  const labels = numberColumn(segmentation.customers, "cluster");
  return {
    silhouettes: silhouettes(X, labels, model.names, seed),
    components: componentsMap(X, labels, segmentation, seed),
    snake: snake(customers, labels, segmentation),
  };
}

function silhouettes(X: Matrix, labels: Float64Array, names: readonly string[], seed: number) {
  const shown = sampleRows(X, labels, SILHOUETTES, seed);
  // A sample may miss a tiny segment; without a second one there is nothing to compare with.
  if (new Set(shown.y).size < 2) return [];
  return Array.from(silhouetteSamples(shown.X, shown.y), (silhouette, i) => {
    const cluster = shown.y[i];
    return { cluster, segment: names[cluster], silhouette };
  });
}

function componentsMap(
  X: Matrix,
  labels: Float64Array,
  { model }: Segmentation,
  seed: number,
): ComponentsMap {
  const axes = fitPrincipalComponents(X, { components: Math.min(2, X.columns) });
  const { X: scores, y: clusters } = sampleRows(
    transformPrincipalComponents(axes, X),
    labels,
    POINTS,
    seed,
  );
  const { columns, values } = scores;
  return {
    points: Array.from(clusters, (cluster, i) => ({
      segment: model.names[cluster],
      x: values[i * columns],
      // One feature has one component only.
      y: columns > 1 ? values[i * columns + 1] : 0,
    })),
    loadings: model.features.map((feature, j) => ({
      feature,
      x: axes.components[0][j],
      y: axes.components[1]?.[j] ?? 0,
    })),
    explained: [axes.explainedVarianceRatio[0], axes.explainedVarianceRatio[1] ?? 0],
  };
}

/** Means of the profile's features, in logarithms where the feature is one of factors. */
function snake(customers: DataFrame, labels: Float64Array, { segments }: Segmentation) {
  return Object.keys(segments[0].medians).flatMap((feature) => {
    const log = FEATURE_DEFINITIONS.find(({ name }) => name === feature)?.scale === "log";
    const values = featureMatrix(customers, [feature], { log });
    const z = transformStandardScaler(fitStandardScaler(values), values).values;
    return segments.map(({ cluster, name }) => {
      const own = z.filter((_, i) => labels[i] === cluster);
      return { segment: name, feature, z: mean(own) };
    });
  });
}
