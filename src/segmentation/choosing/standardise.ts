import {
  applyOutlierTreatment,
  fitOutlierTreatment,
  type OutlierTreatment,
} from "../../learning/preparation/outlier_treatment.ts";
import {
  fitStandardScaler,
  type StandardScalerModel,
  transformStandardScaler,
} from "../../learning/preparation/standard_scaler.ts";
import type { Matrix } from "../../numeric/matrix.ts";

/** Features ready for distances, and what was learned on the way. */
export interface StandardisedFeatures {
  readonly treatment: OutlierTreatment;
  readonly scaler: StandardScalerModel;
  /** Customers × features, in standard deviations from the mean. */
  readonly X: Matrix;
}

/**
 * Treats outliers, then brings every feature to mean 0 and standard deviation 1.
 *
 * @param values Customers × features, in their own units.
 * @throws {RangeError} If a value is too small for its logarithm.
 */
export function standardise(values: Matrix, kind: OutlierTreatment["kind"]): StandardisedFeatures {
  const treatment = fitOutlierTreatment(values, kind);
  const treated = applyOutlierTreatment(treatment, values);
  const scaler = fitStandardScaler(treated);
  return { treatment, scaler, X: transformStandardScaler(scaler, treated) };
}
