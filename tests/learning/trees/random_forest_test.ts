import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  fitRandomForestClassifier,
  predictRandomForestClassifier,
} from "../../../src/learning/trees/random_forest_classifier.ts";
import {
  fitRandomForestRegressor,
  predictRandomForestRegressor,
} from "../../../src/learning/trees/random_forest_regressor.ts";
import { fitForest, predictForest } from "../../../src/learning/trees/random_forest.ts";
import { r2 } from "../../../src/metrics/regression.ts";
import { rocAuc } from "../../../src/metrics/classification.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { fixture, separableData } from "../toy_data.ts";
import { slowTest } from "../../slow.ts";
import { forestSettings } from "../../../src/learning/trees/random_forest_settings.ts";

const { X: rows, y, target, train_rows, classifier, regressor } = fixture(
  "learning_random_forest.json",
);
const train = matrixFromRows(rows.slice(0, train_rows));
const test = matrixFromRows(rows.slice(train_rows));
const mean = (xs: number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;

Deno.test("fitRandomForestClassifier: ROC AUC and importances, parity with scikit-learn", () => {
  for (const { minimum_leaf_size, roc_auc, importances } of classifier) {
    const models = [0, 1, 2, 3, 4].map((seed) =>
      fitRandomForestClassifier(train, y.slice(0, train_rows), {
        seed,
        minimumLeafSize: minimum_leaf_size,
      })
    );
    const aucs = models.map((model) =>
      rocAuc(y.slice(train_rows), predictRandomForestClassifier(model, test))
    );
    for (const auc of aucs) assertAlmostEquals(auc, mean(roc_auc), 0.01);
    assertAlmostEquals(mean(aucs), mean(roc_auc), 0.004);
    importances.forEach((importance: number, j: number) =>
      assertAlmostEquals(mean(models.map((m) => m.importances![j])), importance, 0.02)
    );
  }
});

Deno.test("fitRandomForestRegressor: R², parity with scikit-learn", () => {
  for (const { minimum_leaf_size, r2: expected } of regressor) {
    for (const seed of [0, 1]) {
      const model = fitRandomForestRegressor(train, target.slice(0, train_rows), {
        seed,
        minimumLeafSize: minimum_leaf_size,
      });
      const predictions = predictRandomForestRegressor(model, test);
      assertAlmostEquals(r2(target.slice(train_rows), predictions), mean(expected), 0.02);
    }
  }
});

Deno.test("fitRandomForestClassifier: one tree without chance is the tree grown by hand", () => {
  // The root's scores Σ (ones in a side)² / rows of the side: column 0 at 2.5 gives 0 + 4² / 6 =
  // 2.67, the next best (column 1 at 5, column 0 at 1.5) 4² / 8 = 2. Left of it all is class 0;
  // right of it column 1 at 5 leaves no error.
  const zerosLeft = [[1, 9], [2, 8], [1, 9.5], [2, 8.5]];
  const X = matrixFromRows([...zerosLeft, [3, 1], [4, 2], [3, 8], [4, 9], [3, 9], [4, 8]]);
  const model = fitRandomForestClassifier(X, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1], {
    trees: 1,
    bootstrap: false,
    maxFeatures: "all",
  });
  assert(model.engine === "built-in");
  assertEquals(model.trees[0].feature, [0, -1, 1, -1, -1]);
  assertEquals(model.trees[0].value, [0, 0, 0, 0, 1]);
  const fresh = matrixFromRows([[2.4, 99], [2.6, 99], [2.6, 4.9], [2.6, 5.1], [0, 0]]);
  assertEquals([...predictRandomForestClassifier(model, fresh)], [0, 1, 0, 1, 0]);
});

Deno.test("fitRandomForestClassifier: leaf size and depth bound the trees", () => {
  const truth = y.slice(0, train_rows);
  const stumps = fitRandomForestClassifier(train, truth, { trees: 5, maximumDepth: 1 });
  assert(stumps.engine === "built-in");
  for (const tree of stumps.trees) assertEquals(tree.feature.length, 3);

  const single = fitRandomForestRegressor(train, target.slice(0, train_rows), {
    trees: 1,
    bootstrap: false,
    minimumLeafSize: 50,
  });
  const leaves = new Map<number, number>();
  predictRandomForestRegressor(single, train)
    .forEach((value) => leaves.set(value, (leaves.get(value) ?? 0) + 1));
  assert(leaves.size > 5 && [...leaves.values()].every((size) => size >= 50));
});

Deno.test("fitRandomForestClassifier: the same forest on one thread, two and three", () => {
  const random = createRandom(3);
  const rows = 11_000; // enough for other threads to be worthwhile
  const X = { rows, columns: 10, values: new Float64Array(rows * 10).map(() => random.normal()) };
  const classes = Array.from(
    { length: rows },
    (_, i) => X.values[10 * i] > random.normal() ? 1 : 0,
  );
  const options = { minimumLeafSize: 500, maxFeatures: "all" } as const;
  const forest = (threads: number) =>
    JSON.stringify(fitRandomForestClassifier(X, classes, { ...options, threads }));
  const alone = forest(1);
  assert(forest(2) === alone);
  assert(forest(3) === alone);
});

Deno.test("fitRandomForestClassifier: only the order of a feature's values matters", () => {
  const { X, classes } = separableData();
  const cubed = { ...X, values: X.values.map((x) => 1e3 * x ** 3) };
  const [a, b] = [X, cubed].map((features) =>
    predictRandomForestClassifier(fitRandomForestClassifier(features, classes), features)
  );
  assertEquals(a, b);
});

Deno.test("fitRandomForestClassifier: a useless feature gets little importance", () => {
  const { X, classes } = separableData();
  // Every split may choose among all features, so none is forced onto the useless one.
  const { importances } = fitRandomForestClassifier(X, classes, { maxFeatures: "all" });
  assertAlmostEquals(mean([...importances!]) * 3, 1, 1e-12);
  assert(importances![2] < 0.05);
});

slowTest("fitRandomForestRegressor (ml-random-forest): says what it capped", () => {
  const model = fitRandomForestRegressor(train, target.slice(0, train_rows), {
    engine: "ml-random-forest",
    maxFeatures: 2,
  });
  assertEquals(model.settings.trees, 50);
  assert(model.notes.some((note) => note.includes("of 1200 rows")));
  assert(model.notes.some((note) => note.includes("50 of 100 trees")));
});

Deno.test("fitRandomForestClassifier: refuses impossible options", () => {
  const X = matrixFromRows([[0], [1]]);
  const fit = (options: object) => fitRandomForestClassifier(X, [0, 1], options);
  assertThrows(() => fit({ trees: 0 }), RangeError, "trees");
  assertThrows(() => fit({ maxFeatures: 2 }), RangeError, "at most 1");
  assertThrows(() => fit({ minimumLeafSize: 1.5 }), RangeError, "minimumLeafSize");
  assertThrows(() => fit({ maximumDepth: 0 }), RangeError, "maximumDepth");
  assertThrows(() => fit({ engine: "gpu" }), RangeError, '"gpu"');
});

Deno.test("fitForest: grows a random forest of regression trees", () => {
  const X = matrixFromRows([[1], [2], [8], [9]]);
  const settings = forestSettings("Fitting", 1, { bootstrap: false }, "all");
  const forest = fitForest(X, [1, 1, 5, 5], settings);
  assertEquals([...predictForest(forest, X)], [1, 1, 5, 5]);
});

Deno.test("predictForest: the mean of the trees' predictions for each row", () => {
  const X = matrixFromRows([[1], [9]]);
  const settings = forestSettings("Fitting", 1, { bootstrap: false, trees: 3 }, "all");
  assertEquals([...predictForest(fitForest(X, [2, 4], settings), X)], [2, 4]);
});
