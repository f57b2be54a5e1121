import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  adjustedRandIndex,
  calinskiHarabasz,
  checkedClusterCodes,
  clusterCodes,
  clusterJaccard,
  clusterMeans,
  daviesBouldin,
  rowGroups,
} from "../../src/metrics/clustering.ts";
import { silhouetteSamples, silhouetteScores } from "../../src/metrics/silhouette.ts";
import { type Matrix, matrixFromRows } from "../../src/numeric/matrix.ts";
import { createRandom } from "../../src/numeric/random/random.ts";
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

/** 3,000 rows in three overlapping groups of unequal size, in as many columns as asked for. */
function overlapping(columns: number): { X: Matrix; labels: number[] } {
  const random = createRandom(1, `${columns}`);
  const labels = Array.from({ length: 3000 }, () => Math.min(2, random.integer(6)));
  const X = matrixFromRows(
    labels.map((l) => Array.from({ length: columns }, (_, j) => (j ? 0 : 3 * l) + random.normal())),
  );
  return { X, labels };
}

Deno.test("silhouetteSamples: by the definition, one to six columns", () => {
  for (const columns of [1, 2, 3, 4, 5, 6]) {
    const { X, labels } = overlapping(columns);
    const silhouettes = silhouetteSamples(X, labels);
    for (const row of [0, 1, 2999]) {
      const byCluster = [0, 1, 2].map((cluster) => {
        const members = labels.flatMap((label, i) => (label === cluster && i !== row ? i : []));
        return members.reduce((sum, i) => {
          const differences = Array.from(
            { length: columns },
            (_, j) => X.values[i * columns + j] - X.values[row * columns + j],
          );
          return sum + Math.hypot(...differences);
        }, 0) / members.length;
      });
      const inside = byCluster[labels[row]];
      const outside = Math.min(...byCluster.filter((_, cluster) => cluster !== labels[row]));
      assertAlmostEquals(silhouettes[row], (outside - inside) / Math.max(inside, outside), 1e-9);
    }
  }
});

Deno.test("silhouetteScores: those of samples lie around the one of all rows", () => {
  const { X, labels } = overlapping(2);
  const [exact] = silhouetteScores(X, [labels]);
  const sampled = Array.from({ length: 40 }, (_, seed) =>
    // 800² / 3000 = 213 rows each
    silhouetteScores(X, [labels], { maximumRows: 800, seed })[0]);
  const values = silhouetteSamples(X, labels);
  const variance = values.reduce((sum, s) => sum + (s - exact) ** 2, 0) / values.length;
  const standardError = Math.sqrt(variance / 213 * (1 - 213 / 3000));
  for (const score of sampled) assertAlmostEquals(score, exact, 4 * standardError);
  const mean = sampled.reduce((sum, score) => sum + score, 0) / sampled.length;
  assertAlmostEquals(mean, exact, 4 * standardError / Math.sqrt(40));
});

Deno.test("silhouetteScores: a sample is seeded, and sees a cluster that it did not draw", () => {
  const { X, labels } = overlapping(2);
  const sample = { maximumRows: 400, seed: 1 };
  const [once] = silhouetteScores(X, [labels], sample);
  assertEquals(silhouetteScores(X, [labels], sample), [once]);
  assert(silhouetteScores(X, [labels], { ...sample, seed: 2 })[0] !== once);
  // Two rows far away, of which a hundred drawn ones show none: all others score nearly 1.
  const far = X.values.slice();
  far.fill(1e4, 0, 4);
  const outliers = labels.map((_, i) => (i < 2 ? 1 : 0));
  assert(silhouetteScores({ ...X, values: far }, [outliers], sample)[0] > 0.99);
});

Deno.test("silhouetteScores: equal rows score 0, constant columns change nothing, never NaN", () => {
  const same = matrixFromRows(Array(6).fill([2, 2]));
  assertEquals(silhouetteScores(same, [[0, 0, 0, 1, 1, 1]]), [0]);
  const one = matrixFromRows([[0], [2], [8]]);
  const two = matrixFromRows([[0, 7], [2, 7], [8, 7]]);
  assertEquals(silhouetteScores(two, [[0, 0, 1]]), silhouetteScores(one, [[0, 0, 1]]));
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

Deno.test("clusterCodes: labels far apart and no labels", () => {
  const { codes, clusters, sizes } = clusterCodes([2 ** 40, -(2 ** 40), 0, 2 ** 40]);
  assertEquals([[...codes], clusters, [...sizes]], [[2, 0, 1, 2], 3, [1, 1, 2]]);
  assertEquals(clusterCodes([]).clusters, 0);
});

Deno.test("rowGroups: sums by group are those of every clustering", () => {
  const clusterings = labellings.map((labels) => clusterCodes(labels));
  const { order, starts, clusters } = rowGroups(X.rows, clusterings);
  assertEquals([...order].sort((a, b) => a - b), Array.from({ length: X.rows }, (_, i) => i));
  clusterings.forEach(({ codes }, l) => {
    clusters[l].forEach((cluster, group) => {
      for (let i = starts[group]; i < starts[group + 1]; i++) {
        assertEquals(codes[order[i]], cluster);
      }
    });
  });
  assertEquals([...rowGroups(3, []).starts], [0, 3]);
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

Deno.test("checkedClusterCodes: numbers the labels of the rows of a matrix", () => {
  assertThrows(() => checkedClusterCodes("Scoring", 3, [1, 1, 1]), RangeError, "got 1");
});

Deno.test("clusterMeans: the mean row of each cluster", () => {
  const X = matrixFromRows([[1], [3], [9]]);
  assertEquals([...clusterMeans(X, clusterCodes([0, 0, 1]))], [2, 9]);
});
