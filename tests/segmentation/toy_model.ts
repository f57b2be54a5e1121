import pl, { type DataFrame } from "nodejs-polars";
import { featureMatrix } from "../../src/customers/features/feature_matrix.ts";
import { fitKMeans } from "../../src/learning/clusters/k_means.ts";
import {
  applyOutlierTreatment,
  fitOutlierTreatment,
  type OutlierTreatment,
} from "../../src/learning/preparation/outlier_treatment.ts";
import {
  fitStandardScaler,
  transformStandardScaler,
} from "../../src/learning/preparation/standard_scaler.ts";
import { createRandom } from "../../src/numeric/random/random.ts";
import { referenceBins } from "../../src/segmentation/following/reference_bins.ts";
import type { SegmentationModel } from "../../src/segmentation/segmentation_model.ts";

/** Mean logarithms of recency, frequency and spend of three kinds of customers. */
const KINDS = [[1.5, 3.2, 8.5], [3.5, 1.8, 6.2], [5.4, 0.6, 5]];
const FEATURES = ["recency_days", "frequency", "monetary_value"];

/** Three kinds of customers, one after the other by turns; `shift` moves their recency (log). */
export function toyCustomers(n = 300, seed = 1, shift = 0): DataFrame {
  const random = createRandom(seed, "toy customers");
  const rows = Array.from(
    { length: n },
    (_, i) => KINDS[i % 3].map((mean) => mean + 0.35 * random.normal()),
  );
  const whole = (j: number, least: number, add = 0) =>
    rows.map((row) => Math.max(least, Math.round(Math.exp(row[j] + add))));
  return pl.DataFrame({
    customer_id: rows.map((_, i) => String(10_000 + i)),
    recency_days: whole(0, 0, shift),
    frequency: whole(1, 1),
    monetary_value: rows.map((row) => Math.round(Math.exp(row[2]) * 100) / 100),
  });
}

/** A segmentation of such customers. */
export function toyModel(
  customers: DataFrame,
  names: readonly string[],
  kind: OutlierTreatment["kind"] = "log1p",
): SegmentationModel {
  const values = featureMatrix(customers, FEATURES);
  const treatment = fitOutlierTreatment(values, kind);
  const treated = applyOutlierTreatment(treatment, values);
  const scaler = fitStandardScaler(treated);
  const X = transformStandardScaler(scaler, treated);
  return {
    kind: "segmentation",
    version: 1,
    asOf: "2011-12-10",
    features: FEATURES,
    treatment,
    scaler,
    clusters: fitKMeans(X, { clusters: names.length }),
    names,
    reference: referenceBins(customers, FEATURES),
  };
}

/** The same model with its clusters in another order. */
export function permuted(model: SegmentationModel, order: readonly number[]): SegmentationModel {
  const centroids = order.map((cluster) => model.clusters.centroids[cluster]);
  return {
    ...model,
    clusters: { ...model.clusters, centroids },
    names: order.map((cluster) => model.names[cluster]),
  };
}
