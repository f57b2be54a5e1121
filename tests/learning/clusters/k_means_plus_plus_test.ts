import { kMeansPlusPlus } from "../../../src/learning/clusters/k_means_plus_plus.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { assertEquals } from "@std/assert";

Deno.test("kMeansPlusPlus: draws starting centroids among the rows, far apart", () => {
  const centroids = kMeansPlusPlus(matrixFromRows([[1], [1], [9]]), 2, createRandom(42));
  assertEquals([...centroids].sort(), [1, 9]);
});
