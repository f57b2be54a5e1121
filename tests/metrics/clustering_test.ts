import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { adjustedRandIndex } from "../../src/metrics/adjusted_rand_index.ts";
import { calinskiHarabasz } from "../../src/metrics/calinski_harabasz.ts";
import { clusterJaccard } from "../../src/metrics/cluster_jaccard.ts";
import { daviesBouldin } from "../../src/metrics/davies_bouldin.ts";
import { silhouetteSamples, silhouetteScores } from "../../src/metrics/silhouette.ts";
import { matrixFromRows } from "../../src/numeric/matrix.ts";
import { createRandom } from "../../src/numeric/random.ts";
import { metricsFixture } from "./fixture.ts";

const { X: rows, clustering } = metricsFixture();
const X = matrixFromRows(rows);
const labellings: number[][] = clustering.map((c: { labels: number[] }) => c.labels);

Deno.test("silhouetteScores: several labellings at once, parity with scikit-learn", () => {
  silhouetteScores(X, labellings)
    .forEach((score, i) => assertAlmostEquals(score, clustering[i].silhouette, 1e-9));
  assertEquals(silhouetteScores(X, []), []);
});

Deno.test("silhouetteSamples: every row, parity with scikit-learn", () => {
  for (const { labels, silhouettes } of clustering) {
    silhouetteSamples(X, labels)
      .forEach((value, row) => assertAlmostEquals(value, silhouettes[row], 1e-9));
  }
});

Deno.test("silhouetteScores: a seeded sample comes near the score of all rows", () => {
  const random = createRandom(1);
  const labels = Array.from({ length: 3000 }, () => random.integer(3));
  const big = matrixFromRows(labels.map((l) => [3 * l + random.normal(), random.normal()]));
  const [exact] = silhouetteScores(big, [labels]);
  const sample = { maximumRows: 800, seed: 1 };
  const [near] = silhouetteScores(big, [labels], sample);
  assertAlmostEquals(near, exact, 0.03);
  assert(near !== exact);
  assertEquals(silhouetteScores(big, [labels], sample), [near]);
  const outlier = labels.map((_, i) => i === 0 ? 1 : 0);
  assertEquals(silhouetteScores(big, [outlier], { maximumRows: 100, seed: 3 }), [0]);
});

Deno.test("calinskiHarabasz: parity with scikit-learn", () => {
  for (const { labels, calinski_harabasz } of clustering) {
    assertAlmostEquals(calinskiHarabasz(X, labels), calinski_harabasz, 1e-9);
  }
  assertEquals(calinskiHarabasz(matrixFromRows([[1], [1], [5], [5]]), [0, 0, 1, 1]), 1);
});

Deno.test("daviesBouldin: parity with scikit-learn", () => {
  for (const { labels, davies_bouldin } of clustering) {
    assertAlmostEquals(daviesBouldin(X, labels), davies_bouldin, 1e-9);
  }
});

Deno.test("clustering metrics: labels may be any whole numbers", () => {
  const renamed = labellings[1].map((label) => 100 - 7 * label);
  assertAlmostEquals(silhouetteScores(X, [renamed])[0], clustering[1].silhouette, 1e-12);
  assertAlmostEquals(calinskiHarabasz(X, renamed), clustering[1].calinski_harabasz, 1e-9);
  assertAlmostEquals(daviesBouldin(X, renamed), clustering[1].davies_bouldin, 1e-9);
});

Deno.test("clustering metrics: refuse one cluster, as many as rows, and other lengths", () => {
  const three = matrixFromRows([[1], [2], [9]]);
  const of = [
    (labels: number[]) => silhouetteScores(three, [labels]),
    (labels: number[]) => silhouetteSamples(three, labels),
    (labels: number[]) => calinskiHarabasz(three, labels),
    (labels: number[]) => daviesBouldin(three, labels),
  ];
  for (const metric of of) {
    assertThrows(() => metric([4, 4, 4]), RangeError, "got 1");
    assertThrows(() => metric([1, 2, 3]), RangeError, "2 … 2 clusters, got 3");
    assertThrows(() => metric([1, 2]), TypeError, "got 2");
    assertThrows(() => metric([1, 1, 0.5]), RangeError, "0.5");
  }
});

Deno.test("adjustedRandIndex: parity with scikit-learn, and its fixed points", () => {
  for (const { labels, adjusted_rand_with_first } of clustering) {
    const value = adjustedRandIndex(labellings[0], labels);
    assertAlmostEquals(value, adjusted_rand_with_first, 1e-9);
    assertAlmostEquals(adjustedRandIndex(labels, labellings[0]), value, 1e-12);
  }
  assertEquals(adjustedRandIndex([1, 1, 1], [2, 2, 2]), 1);
  assertEquals(adjustedRandIndex([1, 2, 3], [3, 1, 2]), 1);
  // The example of scikit-learn's documentation: two of four pairs kept apart rightly.
  assertAlmostEquals(adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1]), 4 / 7, 1e-12);
  assertThrows(() => adjustedRandIndex([1], [1, 2]), TypeError, "1 and 2 rows");
  assertThrows(() => adjustedRandIndex([], []), RangeError, "no rows");
});

Deno.test("clusterJaccard: by hand, and 1 for the same grouping", () => {
  // {0,1,2} against {0,1} and {2,3}: 2/3; {3} against {2,3}: 1/2.
  const values = clusterJaccard([5, 5, 5, 8], [1, 1, 0, 0]);
  assertAlmostEquals(values[0], 2 / 3, 1e-15);
  assertEquals(values[1], 0.5);
  assertEquals(clusterJaccard(labellings[1], labellings[1].map((l) => -l)), Array(6).fill(1));
});
