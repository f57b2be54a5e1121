import { fitKMeans, type KMeansModel, predictKMeans } from "../../learning/clusters/k_means.ts";
import { adjustedRandIndex } from "../../metrics/clustering.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import { createRandom } from "../../numeric/random/random.ts";
import { resample } from "./resample.ts";

/** Clusters of the npm package `ml-kmeans`, beside those of our own k-means. */
export interface SecondOpinion {
  readonly engine: "ml-kmeans";
  /** Customers it looked at. */
  readonly customers: number;
  /** Its sum of squared distances, and ours over the same customers. */
  readonly inertia: number;
  readonly own_inertia: number;
  /** Adjusted Rand index between both labellings: 1 where they are the same. */
  readonly agreement: number;
}

/** The package needs seconds per start beyond this many rows. */
const MOST_ROWS = 10_000;

/**
 * Clusters the same rows by another implementation and compares.
 *
 * @param X Features, rows × columns, standardised; a seeded sample is taken above 10,000 rows.
 */
export function secondOpinion(X: Matrix, model: KMeansModel, seed = 42): SecondOpinion {
  const rows = X.rows <= MOST_ROWS
    ? X
    : resample(X, MOST_ROWS, createRandom(seed, "second opinion"));
  const { clusters } = model;
  const other = fitKMeans(rows, { clusters, seed, engine: "ml-kmeans" });
  const own = rows === X ? model : fitKMeans(rows, { clusters, seed });
  return {
    engine: "ml-kmeans",
    customers: rows.rows,
    inertia: other.inertia,
    own_inertia: own.inertia,
    agreement: adjustedRandIndex(predictKMeans(own, rows), predictKMeans(other, rows)),
  };
}
