import { nearestCentroids } from "../../../src/learning/clusters/nearest_centroids.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { assertEquals } from "@std/assert";

Deno.test("nearestCentroids: finds the nearest centroid of each row", () => {
  const nearest = nearestCentroids(matrixFromRows([[0], [3]]), new Float64Array([1, 5]));
  assertEquals([...nearest.labels], [0, 0]);
  assertEquals(nearest.inertia, 5);
});
