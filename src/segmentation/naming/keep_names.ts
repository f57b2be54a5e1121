import { matchClusters } from "../following/match_clusters.ts";
import type { SegmentationModel } from "../segmentation_model.ts";

/** A new model whose clusters have the numbers and names of an old one. */
export interface RenamedModel {
  readonly model: SegmentationModel;
  /** For each cluster of `model` its number in the new model as it was given. */
  readonly order: readonly number[];
}

/**
 * Gives the clusters of a new segmentation the numbers and names of the old ones that they
 * continue, so that "cluster 2, Budget buyers" means the same customers next quarter.
 *
 * Clusters that continue no old one keep the name that the new model has for them (with a number
 * behind it where an old one has that name already), and take the numbers that are left.
 *
 * @returns The new model in the order of the old one, and where each cluster came from.
 * @throws {RangeError} If the features differ.
 */
export function keepNames(oldModel: SegmentationModel, newModel: SegmentationModel): RenamedModel {
  const oldOf = matchClusters(oldModel, newModel);
  const order = oldNumbersFirst(oldOf);
  const names = order.map((cluster) => oldModel.names[oldOf[cluster]]);
  order.forEach((cluster, i) => {
    names[i] ??= unusedName(newModel.names[cluster], names);
  });
  const { clusters } = newModel;
  const centroids = order.map((cluster) => clusters.centroids[cluster]);
  return { model: { ...newModel, clusters: { ...clusters, centroids }, names }, order };
}

/** Each cluster at the number of the old one it continues, the others where room is left. */
function oldNumbersFirst(oldOf: readonly number[]): number[] {
  const clusters = [...oldOf.keys()];
  const others = clusters.filter((cluster) => oldOf[cluster] < 0 || oldOf[cluster] >= oldOf.length);
  return clusters.map((number) => {
    const continuing = oldOf.indexOf(number);
    return continuing >= 0 ? continuing : others.shift()!;
  });
}

function unusedName(name: string, used: readonly (string | undefined)[]): string {
  let candidate = name;
  for (let n = 2; used.includes(candidate); n++) candidate = `${name} (${n})`;
  return candidate;
}
