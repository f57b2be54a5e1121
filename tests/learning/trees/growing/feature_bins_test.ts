import {
  binFeatures,
  featureEdges,
  withBins,
} from "../../../../src/learning/trees/growing/feature_bins.ts";
import { matrixFromRows } from "../../../../src/numeric/matrix.ts";
import { assertEquals } from "@std/assert";

Deno.test("withBins: cuts features into bins and keeps both", () => {
  const past = withBins(matrixFromRows([[1], [5], [2]]));
  const later = withBins(matrixFromRows([[4]]), past.edges);
  assertEquals([[...past.bins], [...later.bins]], [[0, 2, 1], [2]]);
  assertEquals(featureEdges(past) === past.edges, true);
});

Deno.test("featureEdges: learns the edges that cut each feature into at most 255 bins", () => {
  assertEquals(featureEdges(matrixFromRows([[1, 7], [5, 7], [2, 7]])), [[1.5, 3.5], []]);
});

Deno.test("binFeatures: replaces every value by the number of its bin, missing ones by MISSING_BIN", () => {
  const X = matrixFromRows([[1], [3.5], [9], [NaN]]);
  assertEquals([...binFeatures(X, [[1.5, 3.5]]).bins], [0, 1, 2, 255]);
});
