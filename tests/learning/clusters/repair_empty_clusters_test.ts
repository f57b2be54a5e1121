import { repairEmptyClusters } from "../../../src/learning/clusters/repair_empty_clusters.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { assertEquals } from "@std/assert";

Deno.test("repairEmptyClusters: gives each cluster without rows the row that lies farthest from its own centroid", () => {
  const sums = Float64Array.of(12, 0);
  const sizes = Float64Array.of(3, 0);
  const assigned = {
    labels: new Int32Array(3),
    weights: Float64Array.of(1, 1, 1),
    squaredDistances: Float64Array.of(0, 1, 64),
  };
  repairEmptyClusters(matrixFromRows([[1], [2], [9]]), assigned, sums, sizes);
  assertEquals([...sums, ...sizes], [3, 9, 2, 1]);
});
