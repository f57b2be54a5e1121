import type { DataFrame } from "nodejs-polars";
import { featureMatrix } from "../../customers/features/feature_matrix.ts";
import { NotEnoughDataError } from "../../frames/errors.ts";
import { fitKMeans } from "../../learning/clusters/k_means.ts";
import {
  applyOutlierTreatment,
  fitOutlierTreatment,
} from "../../learning/preparation/outlier_treatment.ts";
import {
  fitStandardScaler,
  transformStandardScaler,
} from "../../learning/preparation/standard_scaler.ts";
import { keepNames } from "../naming/keep_names.ts";
import { referenceBins } from "./reference_bins.ts";
import type { SegmentationModel } from "../segmentation_model.ts";

/** Options of {@linkcode refitSegments}. */
export interface RefitOptions {
  /** ISO date of the snapshot of these customers; not known if left out. */
  readonly asOf?: string;
  /** Seeds the starts of k-means; default 42. */
  readonly seed?: number;
  /** Starts of k-means; default 10. */
  readonly starts?: number;
}

/**
 * Fits a segmentation anew on other customers: the same features, treatment of outliers and number
 * of clusters, and the same numbers and names for the clusters that go on. Winsorising is done at the
 * default quantiles.
 *
 * @param model The segmentation so far.
 * @param customers One row per customer, with the model's features.
 * @param options See {@linkcode RefitOptions}.
 * @returns The new model; a cluster that continues none of the old ones is called "New segment".
 * @throws {NotEnoughDataError} If there are fewer customers than clusters.
 * @throws {RangeError} If a value is missing.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { fitOutlierTreatment } from "../../learning/preparation/outlier_treatment.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { refitSegments } from "./refit_segments.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = {
 *   kind: "segmentation", version: 1, asOf: null, features: ["frequency"],
 *   treatment: fitOutlierTreatment(matrixFromRows([[1], [10]]), "none"),
 *   scaler: { kind: "standard_scaler", means: [5], scales: [5] },
 *   clusters: {
 *     kind: "k_means", engine: "built-in", clusters: 2, centroids: [[1], [-1]],
 *     inertia: 0, iterations: 1,
 *   },
 *   names: ["Frequent buyers", "Rare buyers"], reference: [],
 * } as const;
 * const later = refitSegments(model, pl.DataFrame({ frequency: [1, 2, 2, 11, 12] }));
 * assertEquals(later.names, ["Frequent buyers", "Rare buyers"]);
 * assertEquals(later.scaler.means, [5.6]);
 * ```
 */
export function refitSegments(
  model: SegmentationModel,
  customers: DataFrame,
  options: RefitOptions = {},
): SegmentationModel {
  const { asOf = null, seed, starts } = options;
  const { features } = model;
  const { clusters, engine } = model.clusters;
  if (customers.height < clusters) {
    throw new NotEnoughDataError(
      `${customers.height} customers cannot form ${clusters} segments.`,
      `${clusters} customers`,
    );
  }
  const values = featureMatrix(customers, features);
  const treatment = fitOutlierTreatment(values, model.treatment.kind);
  const treated = applyOutlierTreatment(treatment, values);
  const scaler = fitStandardScaler(treated);
  const refitted: SegmentationModel = {
    ...model,
    asOf,
    treatment,
    scaler,
    clusters: fitKMeans(transformStandardScaler(scaler, treated), {
      clusters,
      engine,
      seed,
      starts,
    }),
    names: model.names.map(() => "New segment"),
    reference: referenceBins(customers, features),
  };
  return keepNames(model, refitted).model;
}
