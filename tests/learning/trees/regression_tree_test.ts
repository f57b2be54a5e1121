import { assertEquals } from "@std/assert";
import {
  binFeatures,
  type BinnedFeatures,
  featureEdges,
  MISSING_BIN,
} from "../../../src/learning/trees/growing/feature_bins.ts";
import { addLeafValues } from "../../../src/learning/trees/growing/leaf_values.ts";
import { growTree } from "../../../src/learning/trees/regression_tree.ts";
import type { TreeOptions } from "../../../src/learning/trees/growing/split_finder.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";

/** The tree of one feature, and what it predicts for each row and for a missing value. */
function grow(feature: number[], y: number[], options: Partial<TreeOptions> = {}) {
  const X = matrixFromRows(feature.map((x) => [x]));
  const binned = binFeatures(X, featureEdges(X));
  const weights = new Float64Array(y.length).fill(1);
  const all = { maxFeatures: 1, minimumLeafSize: 1, maximumDepth: Infinity, ...options };
  const { tree } = growTree(binned, Float64Array.from(y), weights, all, createRandom(1));
  const predict = (rows: BinnedFeatures) => {
    const values = new Float64Array(rows.rows);
    addLeafValues(values, tree, rows);
    return [...values];
  };
  const missing = { rows: 1, columns: 1, bins: Uint8Array.of(MISSING_BIN) };
  return { tree, predictions: predict(binned), ofMissing: predict(missing)[0] };
}

Deno.test("growTree: missing values go to the side where they lower the error more", () => {
  const stump = { maximumDepth: 1 };
  assertEquals(grow([1, 2, 8, 9, NaN, NaN], [0, 0, 6, 6, 0, 0], stump).ofMissing, 0);
  assertEquals(grow([1, 2, 8, 9, NaN, NaN], [0, 0, 6, 6, 6, 6], stump).ofMissing, 6);
});

Deno.test("growTree: that a value is missing can be all that matters", () => {
  const { tree, predictions } = grow([1, NaN, 2, NaN, 3], [4, 7, 4, 7, 4]);
  assertEquals(predictions, [4, 7, 4, 7, 4]);
  assertEquals(tree.feature, [0, -1, -1]);
});

Deno.test("growTree: missing values never seen follow the larger side", () => {
  assertEquals(grow([1, 2, 3, 9], [5, 5, 5, 8]).ofMissing, 5);
  assertEquals(grow([1, 7, 8, 9], [5, 8, 8, 8]).ofMissing, 8);
});

Deno.test("growTree: the leaf size counts missing values too", () => {
  const y = [0, 0, 6, 6, 6];
  assertEquals(grow([1, 2, 8, 9, NaN], y, { minimumLeafSize: 3 }).tree.feature, [-1]);
  assertEquals(grow([1, 2, 8, 9, NaN], y, { minimumLeafSize: 2 }).predictions, y);
});

Deno.test("growTree: with few leaves, those that lower the error most come first", () => {
  // The root splits 100s off; then 0 against 10 (decrease 100) goes before 100 against 104 (16).
  const feature = [1, 2, 3, 4, 5, 6, 7, 8];
  const y = [0, 0, 10, 10, 100, 100, 104, 104];
  const { predictions } = grow(feature, y, { maximumLeaves: 3 });
  assertEquals(predictions, [0, 0, 10, 10, 102, 102, 102, 102]);
  assertEquals(grow(feature, y, { maximumLeaves: 1 }).tree.feature, [-1]);
});

Deno.test("growTree: a penalty draws leaves towards 0, and stops splits that do not pay for it", () => {
  // Σ / (rows + 2): 6 / 4 and 12 / 4; apart 36 / 4 + 144 / 4 = 45, together 18² / 6 = 54.
  assertEquals(grow([1, 1, 9, 9], [3, 3, 6, 6], { l2: 2 }).tree.value, [3]);
  // −9 / 4 and 9 / 4; together the sum is 0.
  assertEquals(grow([1, 1, 9, 9], [-3, -6, 3, 6], { l2: 2, maximumDepth: 1 }).tree.value, [
    0,
    -2.25,
    2.25,
  ]);
});
