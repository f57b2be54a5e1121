import type { KMeansModel } from "../learning/clusters/k_means.ts";
import type { OutlierTreatment } from "../learning/preparation/outlier_treatment.ts";
import type { StandardScalerModel } from "../learning/preparation/standard_scaler.ts";
import type { ReferenceBins } from "./following/reference_bins.ts";

/** The version of {@linkcode SegmentationModel}: a file of another one is not read. */
export const SEGMENTATION_MODEL_VERSION = 1;

/** Everything needed to put new customers into the same segments; plain data, JSON-able. */
export interface SegmentationModel {
  readonly kind: "segmentation";
  /** {@linkcode SEGMENTATION_MODEL_VERSION} of the program that made it. */
  readonly version: number;
  /** ISO date of the snapshot that it was fitted on, null where it is not known. */
  readonly asOf: string | null;
  /** Columns of the customer table that it looks at. */
  readonly features: readonly string[];
  /** What is done about outliers before scaling. */
  readonly treatment: OutlierTreatment;
  readonly scaler: StandardScalerModel;
  readonly clusters: KMeansModel;
  /** Name of each segment, by cluster number. */
  readonly names: readonly string[];
  /** How each feature was distributed at the fit, see `populationStability`. */
  readonly reference: readonly ReferenceBins[];
}
