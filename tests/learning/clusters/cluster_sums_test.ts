import { clusterSums } from "../../../src/learning/clusters/cluster_sums.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { assertEquals } from "@std/assert";

Deno.test("clusterSums: adds up each cluster's rows, in the order of the rows", () => {
  const sums = new Float64Array(2);
  const sizes = new Float64Array(2);
  const X = matrixFromRows([[1], [2], [9]]);
  clusterSums(X, Int32Array.of(0, 0, 1), Float64Array.of(1, 3, 1), sums, sizes);
  assertEquals([...sums, ...sizes], [7, 9, 4, 1]);
});
