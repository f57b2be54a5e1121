import type { DataFrame } from "nodejs-polars";
import { featureMatrix } from "../../customers/features/feature_matrix.ts";
import { applyOutlierTreatment } from "../../learning/preparation/outlier_treatment.ts";
import { transformStandardScaler } from "../../learning/preparation/standard_scaler.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import { InputError } from "../../frames/errors.ts";
import type { SegmentationModel } from "../segmentation_model.ts";

/**
 * Customers as a fitted segmentation sees them: its features, outliers treated and scaled as at the
 * fit.
 *
 * @param model A fitted segmentation; only what is done to features is looked at.
 * @param customers One row per customer, with `customer_id` and the model's features.
 * @returns `customers × features`, in standard deviations from the mean of the fit.
 * @throws {InputError} If a feature of the model is missing from the table.
 * @throws {RangeError} If a value is missing.
 */
export function standardisedFeatures(
  model: Pick<SegmentationModel, "features" | "treatment" | "scaler">,
  customers: DataFrame,
): Matrix {
  const missing = ["customer_id", ...model.features]
    .filter((column) => !customers.columns.includes(column));
  if (missing.length > 0) {
    throw new InputError(
      `The customers lack ${missing.join(", ")}, which the segmentation uses: compute them with ` +
        `the version that fitted it, or fit it again.`,
    );
  }
  const X = featureMatrix(customers, model.features);
  return transformStandardScaler(model.scaler, applyOutlierTreatment(model.treatment, X));
}
