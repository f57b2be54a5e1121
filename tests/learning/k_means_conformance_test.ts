import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { fitKMeans, K_MEANS_ENGINES, predictKMeans } from "../../src/learning/clusters/k_means.ts";
import { adjustedRandIndex } from "../../src/metrics/clustering.ts";
import { matrixFromRows } from "../../src/numeric/matrix.ts";
import { fixture, frozen, separableData, throughJson, unchanged } from "./toy_data.ts";

for (const engine of K_MEANS_ENGINES) {
  const check = (criterion: string, body: () => void) =>
    Deno.test(`fitKMeans (${engine}): ${criterion}`, body);
  const { X, classes } = separableData();

  check("finds separate groups, whatever the seed", () => {
    for (const seed of [1, 2, 3]) {
      const model = fitKMeans(X, { clusters: 2, engine, seed });
      assertEquals(adjustedRandIndex(classes, predictKMeans(model, X)), 1);
    }
  });

  check("inertia is the squared distance of every row to its labelled centroid", () => {
    const model = fitKMeans(X, { clusters: 5, engine });
    let inertia = 0;
    predictKMeans(model, X).forEach((label, row) => {
      model.centroids[label].forEach((c, j) => inertia += (X.values[row * 3 + j] - c) ** 2);
    });
    assertAlmostEquals(model.inertia, inertia, 1e-9);
  });

  check("the same seed twice gives the same model", () => {
    const options = { clusters: 4, engine, seed: 5 };
    assertEquals(fitKMeans(X, options), fitKMeans(X, options));
  });

  check("inputs stay as they were", () => {
    const start = frozen([[0, 0, 0], [9, 9, 9]]);
    assert(unchanged(X, () => {
      const model = frozen(
        fitKMeans(frozen(X), frozen({ clusters: 2, engine, initialCentroids: start })),
      );
      predictKMeans(model, X);
    }));
    assertEquals(start, [[0, 0, 0], [9, 9, 9]]);
  });

  check("a model read back from JSON labels the very same way", () => {
    const model = fitKMeans(X, { clusters: 4, engine });
    assertEquals(throughJson(model), model);
    assertEquals(predictKMeans(throughJson(model), X), predictKMeans(model, X));
  });

  check("no cluster stays empty when a start is far from every row", () => {
    const X = matrixFromRows([[0], [1], [5], [6], [10], [11]]);
    const initialCentroids = [[5], [1000], [2000]];
    const model = fitKMeans(X, { clusters: 3, engine, initialCentroids });
    assertEquals(new Set(predictKMeans(model, X)).size, 3);
    assertAlmostEquals(model.inertia, 1.5, 1e-12);
  });

  check("equal rows, one cluster, and as many clusters as rows", () => {
    const same = matrixFromRows([[2, 2], [2, 2], [2, 2]]);
    assertEquals(fitKMeans(same, { clusters: 2, engine }).inertia, 0);
    const three = matrixFromRows([[0], [3], [6]]);
    assertEquals(fitKMeans(three, { clusters: 1, engine }).centroids, [[3]]);
    const each = fitKMeans(three, { clusters: 3, engine });
    assertEquals(each.inertia, 0);
    assertEquals(new Set(predictKMeans(each, three)).size, 3);
  });

  check("refuses impossible numbers of clusters, missing values and wrong shapes", () => {
    assertThrows(() => fitKMeans(X, { clusters: 81, engine }), RangeError, "1 … 80");
    assertThrows(() => fitKMeans(X, { clusters: 0, engine }), RangeError, "got 0");
    assertThrows(() => fitKMeans(X, { clusters: 2, starts: 0, engine }), RangeError, "starts");
    const holed = matrixFromRows([[1, 2], [NaN, 3]]);
    assertThrows(() => fitKMeans(holed, { clusters: 1, engine }), RangeError, "row 1, column 0");
    assertThrows(
      () => fitKMeans(X, { clusters: 2, engine, initialCentroids: [[1, 2, 3]] }),
      TypeError,
      "2 rows of 3 features",
    );
    const model = fitKMeans(X, { clusters: 2, engine });
    assertThrows(() => predictKMeans(model, matrixFromRows([[1]])), TypeError, "3 columns");
  });

  check("from the same start, parity with scikit-learn", () => {
    const { X: rows, cases } = fixture("learning_k_means.json");
    const X = matrixFromRows(rows);
    for (const { clusters, tolerance, start, centroids, labels, inertia } of cases) {
      // The engines test convergence differently, so npm is compared where both run to the end.
      if (engine === "ml-kmeans" && tolerance > 0) continue;
      const model = fitKMeans(X, { clusters, tolerance, initialCentroids: start, engine });
      model.centroids.flat().forEach((c, i) => assertAlmostEquals(c, centroids.flat()[i], 1e-9));
      assertEquals([...predictKMeans(model, X)], labels);
      assertAlmostEquals(model.inertia, inertia, 1e-9 * inertia);
    }
  });

  check("its ten starts reach the best of scikit-learn's fifty", () => {
    const { X: rows, best_of_50_starts } = fixture("learning_k_means.json");
    for (const [k, best] of Object.entries(best_of_50_starts as Record<string, number>)) {
      const { inertia } = fitKMeans(matrixFromRows(rows), { clusters: Number(k), engine });
      assert(inertia <= best * 1.0001, `k = ${k}: ${inertia} against ${best}`);
    }
  });
}

Deno.test("fitKMeans (built-in): takes as many iterations as scikit-learn", () => {
  const { X: rows, cases } = fixture("learning_k_means.json");
  for (const { clusters, tolerance, start, iterations } of cases) {
    const options = { clusters, tolerance, initialCentroids: start };
    assertEquals(fitKMeans(matrixFromRows(rows), options).iterations, iterations);
  }
});
