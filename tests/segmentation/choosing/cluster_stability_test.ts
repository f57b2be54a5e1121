import { assert, assertEquals, assertLess, assertThrows } from "@std/assert";
import { fitKMeans, predictKMeans } from "../../../src/learning/clusters/k_means.ts";
import { adjustedRandIndex } from "../../../src/metrics/clustering.ts";
import { type Matrix, matrixFromRows } from "../../../src/numeric/matrix.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { clusterStability } from "../../../src/segmentation/choosing/cluster_stability.ts";
import { resample } from "../../../src/segmentation/choosing/resample.ts";
import { resampleDistinct } from "../../../src/segmentation/choosing/resample_distinct.ts";

/** Normal rows around centres that are `apart` from one another. */
function groups(count: number, apart: number): Matrix {
  const random = createRandom(5, `${count}`);
  return matrixFromRows(Array.from({ length: 300 }, (_, i) => [
    apart * (i % count) + random.normal(),
    random.normal(),
  ]));
}

Deno.test("clusterStability: groups far apart are found again in every resample", () => {
  const X = groups(3, 30);
  const stability = clusterStability(X, fitKMeans(X, { clusters: 3 }));
  assertEquals(stability, { adjustedRand: 1, jaccard: [1, 1, 1] });
});

Deno.test("clusterStability: one group cut into six is unstable, though its own centroids hold it", () => {
  const X = groups(1, 0);
  const model = fitKMeans(X, { clusters: 6 });
  const { adjustedRand } = clusterStability(X, model);
  // The chooser trusts no clustering below .75.
  assertLess(adjustedRand, 0.75);

  // Were resamples to start from the centroids under examination, they would confirm themselves.
  const labels = predictKMeans(model, X);
  const warm = Array.from({ length: 50 }, (_, b) => {
    const { X: drawn, weights } = resampleDistinct(X, createRandom(b));
    const initialCentroids = model.centroids;
    const refitted = fitKMeans(drawn, { clusters: 6, weights, initialCentroids });
    return adjustedRandIndex(labels, predictKMeans(refitted, X));
  });
  assertLess(adjustedRand, warm.reduce((a, b) => a + b) / 50 - 0.1);
});

Deno.test("clusterStability: only the cut group is unstable beside one that is real", () => {
  const random = createRandom(9);
  const X = matrixFromRows(Array.from({ length: 400 }, (_, i) => [
    (i % 2) * 50 + random.normal(),
    random.normal(),
  ]));
  // Four clusters: one group stays whole, the other is cut into three.
  const model = fitKMeans(X, {
    clusters: 4,
    initialCentroids: [[0, 0], [50, 1], [50, -1], [51, 0]],
  });
  const { jaccard } = clusterStability(X, model, { resamples: 40 });
  const cut = model.centroids.flatMap(([x], c) => (x > 25 ? jaccard[c] : []));
  assertEquals(cut.length, 3);
  assertLess(Math.min(...cut), 0.6);
});

Deno.test("clusterStability: the same seed twice, and more resamples say the same", () => {
  const X = groups(4, 3);
  const model = fitKMeans(X, { clusters: 4 });
  const options = { resamples: 30, seed: 7 };
  const stability = clusterStability(X, model, options);
  assertEquals(clusterStability(X, model, options), stability);
  const more = clusterStability(X, model, { ...options, resamples: 120 });
  assertLess(Math.abs(more.adjustedRand - stability.adjustedRand), 0.1);
});

Deno.test("clusterStability: few and equal rows stay finite, no resample is refused", () => {
  for (const rows of [[[1], [2], [3]], [[1], [1], [1], [1]], [[0, 5], [9, 5], [1, 5]]]) {
    const X = matrixFromRows(rows);
    const { adjustedRand, jaccard } = clusterStability(X, fitKMeans(X, { clusters: 2 }));
    assert([adjustedRand, ...jaccard].every(Number.isFinite));
  }
  const X = groups(1, 0);
  const model = fitKMeans(X, { clusters: 2 });
  assertThrows(() => clusterStability(X, model, { resamples: 0 }), RangeError, "0 resamples");
});

Deno.test("resampleDistinct: the rows and weights are those that resample draws one by one", () => {
  const X = matrixFromRows(Array.from({ length: 200 }, (_, i) => [i, i * i]));
  const { X: distinct, weights } = resampleDistinct(X, createRandom(3));
  const expanded = Array.from(weights).flatMap((times, row) =>
    Array<number>(times).fill(distinct.values[row * 2])
  );
  const drawn = resample(X, X.rows, createRandom(3)).values.filter((_, i) => i % 2 === 0);
  assertEquals(expanded, Array.from(drawn.sort()));
  // 1 − 1/e of the rows: 126 ± 4.
  assertLess(Math.abs(distinct.rows - 126), 20);
});

Deno.test("clusterStability: of many rows, samples tell about what whole resamples tell", () => {
  const random = createRandom(3);
  const rows = Array.from(
    { length: 4000 },
    (_, i) => [i % 3 * 2.5 + random.normal(), random.normal()],
  );
  const X = matrixFromRows(rows);
  const model = fitKMeans(X, { clusters: 3 });
  const whole = clusterStability(X, model, { resamples: 20 });
  const sampled = clusterStability(X, model, { resamples: 20, maximumRows: 1000 });
  assert(Math.abs(whole.adjustedRand - sampled.adjustedRand) < 0.05);
  assert(sampled.adjustedRand <= whole.adjustedRand);
});
