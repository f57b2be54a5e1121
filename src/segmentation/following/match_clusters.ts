import { applyOutlierTreatment } from "../../learning/preparation/outlier_treatment.ts";
import { transformStandardScaler } from "../../learning/preparation/standard_scaler.ts";
import { leastCostAssignment } from "../../numeric/least_cost_assignment.ts";
import { matrixFromRows } from "../../numeric/matrix.ts";
import type { SegmentationModel } from "../segmentation_model.ts";

/** What matching looks at: clusters, and how to get from a customer's features to them and back. */
export type MatchableModel = Pick<
  SegmentationModel,
  "features" | "treatment" | "scaler" | "clusters"
>;

/**
 * Finds for each cluster of a new model the one of an old model that it continues.
 *
 * Clusters are paired so that the total distance of their centroids is least, measured in the old
 * model's standardised space, each cluster at most once. A centroid that has moved farther from its
 * pair than the pair is from its nearest neighbour in the old model does not continue it.
 *
 * @param newModel One of the same features, in the same order; the number of clusters, the scaling
 * and the treatment of outliers may differ.
 * @returns For each new cluster the number of the old one, or −1 if it continues none; a
 * permutation where all go on.
 * @throws {RangeError} If the features differ.
 */
export function matchClusters(oldModel: MatchableModel, newModel: MatchableModel): number[] {
  if (oldModel.features.join() !== newModel.features.join()) {
    throw new RangeError(
      `Matching clusters: the old model looks at ${oldModel.features.join(", ")}, the new one at ` +
        `${newModel.features.join(", ")}.`,
    );
  }
  const before = oldModel.clusters.centroids;
  const distances = centroidsSeenBy(oldModel, newModel)
    .map((centroid) => before.map((old) => distance(centroid, old)));
  return leastCostAssignment(distances).map((old, cluster) =>
    old >= 0 && distances[cluster][old] <= distanceToNeighbour(before, old) ? old : -1
  );
}

/** Centroids of one model in the standardised space of another, by way of the features' units. */
function centroidsSeenBy(oldModel: MatchableModel, newModel: MatchableModel): number[][] {
  const { means, scales } = newModel.scaler;
  const isLog = newModel.treatment.kind === "log1p";
  const inUnits = newModel.clusters.centroids.map((centroid) =>
    centroid.map((z, j) => {
      const treated = z * scales[j] + means[j];
      return isLog ? Math.expm1(treated) : treated;
    })
  );
  const treated = applyOutlierTreatment(oldModel.treatment, matrixFromRows(inUnits));
  const { rows, columns, values } = transformStandardScaler(oldModel.scaler, treated);
  return Array.from(
    { length: rows },
    (_, i) => [...values.subarray(i * columns, (i + 1) * columns)],
  );
}

function distanceToNeighbour(centroids: readonly (readonly number[])[], cluster: number): number {
  const others = centroids.filter((_, other) => other !== cluster);
  return Math.min(...others.map((other) => distance(other, centroids[cluster])));
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, j) => value - b[j]));
}
