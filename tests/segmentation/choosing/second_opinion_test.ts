import { fitKMeans } from "../../../src/learning/clusters/k_means.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { secondOpinion } from "../../../src/segmentation/choosing/second_opinion.ts";
import { assertEquals } from "@std/assert";

Deno.test("secondOpinion: clusters the same rows by another implementation and compares", () => {
  const X = matrixFromRows([[0], [1], [50], [51]]);
  assertEquals(secondOpinion(X, fitKMeans(X, { clusters: 2 })).agreement, 1);
});
