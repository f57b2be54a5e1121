import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { standardise } from "../../../src/segmentation/choosing/standardise.ts";
import { assertEquals } from "@std/assert";

Deno.test("standardise: treats outliers, then brings every feature to mean 0 and standard deviation 1", () => {
  assertEquals([...standardise(matrixFromRows([[1], [3]]), "none").X.values], [-1, 1]);
});
