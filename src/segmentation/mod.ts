/**
 * Segmentation: how many kinds of customers there are, who is which, who moved.
 *
 * @module
 */
export type { ClusterCharacter, SegmentName } from "./naming/descriptive_names.ts";
export {
  type SelectionOptions,
  type SelectionRow,
  selectionTable,
} from "./choosing/selection_table.ts";
export { chooseClusters, type ChooseClustersOptions } from "./choosing/choose_clusters.ts";
export { type ClusterStability, clusterStability } from "./choosing/cluster_stability.ts";
export { type Archetype, ARCHETYPES } from "./naming/archetypes.ts";
export { nameSegments } from "./naming/name_segments.ts";
export { type SegmentProfile, segmentProfiles } from "./naming/segment_profiles.ts";
export { cliffsDelta } from "./naming/cliffs_delta.ts";
export { type SeasonEvidence, seasonEvidence } from "./naming/season_evidence.ts";
export { type Segmentation, segmentCustomers, type SegmentOptions } from "./segment_customers.ts";
export { assignSegments } from "./assign_segments.ts";
export { readSegmentationModel } from "./read_segmentation_model.ts";
export type { SegmentationModel } from "./segmentation_model.ts";
export { refitSegments } from "./following/refit_segments.ts";
export { segmentMigration } from "./following/segment_migration.ts";
export { populationStability } from "./following/population_stability.ts";
export { refitAdvice } from "./following/refit_advice.ts";
export { followSegments } from "./follow_segments.ts";
export { type SegmentEvidence, segmentEvidence } from "./segment_evidence.ts";
