/**
 * Customers: the snapshot, features, RFM, and what came after.
 *
 * @module
 */
export { type Snapshot, type SnapshotSource, takeSnapshot } from "./snapshot.ts";
export { rfmSummary } from "./rfm/rfm_summary.ts";
export { type RfmCutPoints, rfmCutPoints } from "./rfm/rfm_cut_points.ts";
export { rfmScores, type RfmScoresOptions } from "./rfm/rfm_scores.ts";
export { RFM_SEGMENTS, type RfmSegment } from "./rfm/rfm_segments.ts";
export { rfmSegmentOf } from "./rfm/rfm_segment_of.ts";
export { type RfmSegmentRow, rfmSegmentTable } from "./rfm/rfm_segment_table.ts";
export { rfmGrid, type RfmGridCell, type RfmGridOptions } from "./rfm/rfm_grid.ts";
export { FEATURE_DEFINITIONS, type FeatureDefinition } from "./features/feature_definitions.ts";
export {
  CUSTOMER_FEATURES,
  type CustomerFeature,
  customerFeatures,
} from "./features/customer_features.ts";
export { CORE_FEATURES, PREDICTION_FEATURES, SEGMENT_FEATURES } from "./features/feature_sets.ts";
export { ordersByMonth } from "./features/orders_by_month.ts";
export {
  countryColumns,
  type CountryEncoder,
  encodeCountries,
  fitCountryEncoder,
} from "./features/country_encoder.ts";
export { featureMatrix, type FeatureMatrixOptions } from "./features/feature_matrix.ts";
export { type HorizonOutcomes, horizonOutcomes } from "./outcomes/horizon_outcomes.ts";
export { type LabelledSnapshot, labelledSnapshot } from "./outcomes/labelled_snapshot.ts";
