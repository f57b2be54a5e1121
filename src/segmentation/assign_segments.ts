import pl, { type DataFrame } from "nodejs-polars";
import { predictKMeans } from "../learning/clusters/k_means.ts";
import type { SegmentationModel } from "./segmentation_model.ts";
import { standardisedFeatures } from "./choosing/standardised_features.ts";

/**
 * Puts customers into the segments of a fitted model: those it was fitted on, or any others.
 *
 * Nothing is learned anew, so a customer's segment does not depend on who else is in the table.
 *
 * @param model What `segmentCustomers` fitted, perhaps saved and read again.
 * @param customers One row per customer, with `customer_id` and the model's features; other columns
 * do not matter.
 * @returns `customer_id, cluster` (the segment's number) and `segment` (its name), in the order of
 * `customers`.
 * @throws {InputError} If a feature of the model is missing from the table.
 * @throws {RangeError} If a value is missing.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { fitOutlierTreatment } from "../learning/preparation/outlier_treatment.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assignSegments } from "./assign_segments.ts";
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
 * const customers = pl.DataFrame({ customer_id: ["7", "8"], country: ["UK", "FR"], frequency: [2, 9] });
 * assertEquals(assignSegments(model, customers).rows(), [["7", 1, "Rare buyers"], ["8", 0, "Frequent buyers"]]);
 * ```
 */
export function assignSegments(model: SegmentationModel, customers: DataFrame): DataFrame {
  const labels = predictKMeans(model.clusters, standardisedFeatures(model, customers));
  return customers.select("customer_id").withColumns(
    pl.Series("cluster", labels, pl.Int32),
    pl.Series("segment", Array.from(labels, (label) => model.names[label]), pl.Utf8),
  );
}
