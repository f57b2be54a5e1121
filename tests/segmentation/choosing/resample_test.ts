import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { resample } from "../../../src/segmentation/choosing/resample.ts";
import { assertEquals } from "@std/assert";

Deno.test("resample: draws rows with replacement, as the bootstrap does", () => {
  const X = resample(matrixFromRows([[7, 8]]), 3, createRandom(1));
  assertEquals([...X.values], [7, 8, 7, 8, 7, 8]);
});
