import { lloyd } from "../../../src/learning/clusters/lloyd.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { assertEquals } from "@std/assert";

Deno.test("lloyd: moves centroids to the means of the rows nearest to them, until nothing changes", () => {
  const X = matrixFromRows([[0], [2], [9], [11]]);
  const weights = Float64Array.of(1, 1, 1, 1);
  const run = lloyd(X, weights, Float64Array.of(0, 2), { maxIterations: 300, tolerance: 0 });
  assertEquals([...run.centroids], [1, 10]);
});
