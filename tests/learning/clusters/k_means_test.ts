import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { fitKMeans, predictKMeans } from "../../../src/learning/clusters/k_means.ts";
import { nearestCentroids } from "../../../src/learning/clusters/nearest_centroids.ts";
import { createBoundedAssignment } from "../../../src/learning/clusters/bounded_assignment.ts";
import { clusterSums } from "../../../src/learning/clusters/cluster_sums.ts";
import {
  applyOutlierTreatment,
  fitOutlierTreatment,
} from "../../../src/learning/preparation/outlier_treatment.ts";
import {
  fitStandardScaler,
  transformStandardScaler,
} from "../../../src/learning/preparation/standard_scaler.ts";
import { type Matrix, matrixFromRows } from "../../../src/numeric/matrix.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { fixture, separableData } from "../toy_data.ts";
import { slowTest } from "../../slow.ts";

/** Rows around a few centres; on a grid if asked for, where many are equally near two centroids. */
function manyRows(rows: number, columns: number, isGrid = false): Matrix {
  const random = createRandom(rows, `${columns}`);
  const values = Float64Array.from({ length: rows * columns }, (_, i) => {
    const value = 4 * (Math.floor(i / columns) * 7 % 3) + random.normal();
    return isGrid ? Math.round(value) : value;
  });
  return { rows, columns, values };
}

Deno.test("fitKMeans: weighted rows, parity with scikit-learn's sample_weight", () => {
  const { X: rows, cases } = fixture("clustering_sklearn.json").weighted_k_means;
  const X = matrixFromRows(rows);
  for (const { weights, clusters, start, centroids, labels, inertia } of cases) {
    const model = fitKMeans(X, { clusters, weights, tolerance: 0, initialCentroids: start });
    model.centroids.flat().forEach((c, i) => assertAlmostEquals(c, centroids.flat()[i], 1e-9));
    assertEquals([...predictKMeans(model, X)], labels);
    assertAlmostEquals(model.inertia, inertia, 1e-9 * inertia);
  }
});

Deno.test("fitKMeans: a row of weight w is w equal rows, tolerance included", () => {
  const { X: rows, cases } = fixture("clustering_sklearn.json").weighted_k_means;
  const [{ weights }] = cases;
  const repeated = rows.flatMap((row: number[], i: number) => Array(weights[i]).fill(row));
  for (const clusters of [1, 3, 6]) {
    const initialCentroids = rows.slice(0, clusters);
    for (const tolerance of [0, 1e-4, 1e-2]) {
      const options = { clusters, tolerance, initialCentroids };
      const one = fitKMeans(matrixFromRows(rows), { ...options, weights });
      const each = fitKMeans(matrixFromRows(repeated), options);
      one.centroids.flat()
        .forEach((c, i) => assertAlmostEquals(c, each.centroids.flat()[i], 1e-9));
      assertAlmostEquals(one.inertia, each.inertia, 1e-9 * each.inertia);
      assertEquals(one.iterations, each.iterations);
    }
  }
});

Deno.test("fitKMeans: weights of 1 in a fit from given centroids change nothing", () => {
  const { X } = separableData();
  const initialCentroids = [[0, 0, 0], [1, 1, 1], [9, 0, 0]];
  const plain = fitKMeans(X, { clusters: 3, initialCentroids });
  const weights = Array(X.rows).fill(1);
  assertEquals(fitKMeans(X, { clusters: 3, initialCentroids, weights }), plain);
});

Deno.test("fitKMeans: starts are drawn by weight, and the best start of weighted rows is kept", () => {
  // One row of weight 1000 beside 30 others: with two clusters it nearly has one of its own.
  const X = matrixFromRows(Array.from({ length: 31 }, (_, i) => [i]));
  const weights = Array.from({ length: 31 }, (_, i) => (i === 20 ? 1000 : 1));
  const { centroids } = fitKMeans(X, { clusters: 2, weights });
  assert(centroids.some(([c]) => Math.abs(c - 20) < 0.1), `${centroids}`);
});

Deno.test("fitKMeans: refuses weights that are none, and weights for ml-kmeans", () => {
  const X = matrixFromRows([[1], [2], [9]]);
  const fit = (weights: number[]) => () => fitKMeans(X, { clusters: 2, weights });
  assertThrows(fit([1, 1]), TypeError, "3 rows need as many weights, got 2");
  assertThrows(fit([1, 0, 1]), RangeError, "the weight of row 1");
  assertThrows(fit([1, 1, NaN]), RangeError, "got NaN");
  assertThrows(
    () => fitKMeans(X, { clusters: 2, weights: [1, 1, 1], engine: "ml-kmeans" }),
    RangeError,
    "does not support weights",
  );
});

/** The RFM table of UCI "Online Retail", treated and standardised, and scikit-learn's inertias. */
function rfm(kind: "none" | "log1p"): { X: Matrix; inertias: [k: number, ofSeeds: number[]][] } {
  const { X: rows, inertias_of_10_seeds } = fixture("clustering_rfm.json");
  const table = matrixFromRows(rows);
  const treated = applyOutlierTreatment(fitOutlierTreatment(table, kind), table);
  const inertias = Object.entries(inertias_of_10_seeds[kind] as Record<string, number[]>);
  return {
    X: transformStandardScaler(fitStandardScaler(treated), treated),
    inertias: inertias.map(([k, ofSeeds]) => [Number(k), ofSeeds]),
  };
}

Deno.test("fitKMeans: ten starts on the log RFM table within 1.001 of scikit-learn's best of ten", () => {
  const { X, inertias } = rfm("log1p");
  for (const [clusters, [best]] of inertias) {
    const { inertia } = fitKMeans(X, { clusters });
    assert(inertia <= best * 1.001, `k = ${clusters}: ${inertia} against ${best}`);
  }
});

// On the raw table, with its few enormous customers, ten starts are a lottery for everyone.
slowTest(
  "fitKMeans: ten starts on the raw RFM table find the best as often as scikit-learn's do",
  () => {
    const { X, inertias } = rfm("none");
    let [ours, theirs, fits] = [0, 0, 0];
    for (const [clusters, ofSeeds] of inertias) {
      const best = Math.min(...ofSeeds) * 1.001;
      const own = ofSeeds.map((_, seed) => fitKMeans(X, { clusters, seed }).inertia);
      assert(Math.min(...own) <= best, `k = ${clusters}: ${Math.min(...own)} against ${best}`);
      fits += ofSeeds.length;
      theirs += ofSeeds.filter((inertia) => inertia <= best).length;
      ours += own.filter((inertia) => inertia <= best).length;
    }
    const rate = (ours + theirs) / (2 * fits);
    const standardError = Math.sqrt(2 * fits * rate * (1 - rate));
    assert(ours >= theirs - 2 * standardError, `${ours} against ${theirs} of ${fits}`);
  },
);

Deno.test("createBoundedAssignment: labels of a full search at every step, ties included", () => {
  for (const columns of [1, 2, 3, 4, 5, 7]) {
    for (const isGrid of [false, true]) {
      const X = manyRows(400, columns, isGrid);
      const weights = Float64Array.from({ length: X.rows }, (_, row) => 0.1 + row % 3);
      for (const clusters of [1, 2, 5, 9]) {
        const assignment = createBoundedAssignment(X, clusters, weights);
        const sums = new Float64Array(clusters * columns);
        const sizes = new Float64Array(clusters);
        let before: Int32Array = new Int32Array(X.rows).fill(-1);
        let centroids = X.values.slice(0, clusters * columns);
        for (let step = 0; step < 12; step++) {
          const changed = assignment.update(centroids);
          const { labels } = nearestCentroids(X, centroids);
          assertEquals(assignment.labels, labels);
          assertEquals(changed, labels.filter((label, row) => label !== before[row]).length);
          clusterSums(X, labels, weights, sums, sizes);
          sums.forEach((sum, c) => assertAlmostEquals(assignment.sums[c], sum, 1e-9));
          sizes.forEach((size, c) => assertAlmostEquals(assignment.sizes[c], size, 1e-9));
          sizes.forEach((size, c) => assertEquals(assignment.sizes[c] === 0, size === 0));
          before = labels;
          // On the grid, centroids are rounded to it, so that ties go on.
          centroids = centroids.map((c, i) => {
            const size = sizes[Math.floor(i / columns)];
            const mean = size === 0 ? c : sums[i] / size;
            return isGrid ? Math.round(mean * 2) / 2 : mean;
          });
        }
      }
    }
  }
});

Deno.test("fitKMeans: few, equal and constant rows give finite models or a sentence", () => {
  const models = [
    fitKMeans(matrixFromRows([[3, 4]]), { clusters: 1 }),
    fitKMeans(matrixFromRows(Array(9).fill([3, 4])), { clusters: 5 }),
    fitKMeans(matrixFromRows(Array.from({ length: 9 }, (_, i) => [3, i])), { clusters: 5 }),
    fitKMeans(matrixFromRows([[1e9], [1e9 + 1], [-1e9]]), { clusters: 2 }),
    fitKMeans(matrixFromRows(Array(4).fill([1])), { clusters: 3, weights: [0.1, 0.2, 0.3, 0.4] }),
  ];
  for (const { centroids, inertia } of models) {
    assert([...centroids.flat(), inertia].every(Number.isFinite));
  }
  assertThrows(() => fitKMeans(matrixFromRows([[1], [2]]), { clusters: 3 }), RangeError, "1 … 2");
  assertThrows(() => fitKMeans(matrixFromRows([]), { clusters: 1 }), RangeError, "1 … 0");
});
