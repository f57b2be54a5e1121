import { mlKMeans } from "../../../src/learning/npm/ml_k_means.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { assertEquals } from "@std/assert";

Deno.test("mlKMeans: runs one start of k-means by the npm package `ml-kmeans`, made safe", () => {
  const X = matrixFromRows([[0], [2], [9], [11]]);
  const weights = Float64Array.of(1, 1, 1, 1);
  const run = mlKMeans(X, weights, Float64Array.of(0, 2), { maxIterations: 300, tolerance: 0 });
  assertEquals([...run.centroids], [1, 10]);
});
