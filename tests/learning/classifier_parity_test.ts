import { assertAlmostEquals } from "@std/assert";
import {
  fitGradientBoosting,
  predictGradientBoosting,
} from "../../src/learning/trees/gradient_boosting.ts";
import { fitLogisticRegression } from "../../src/learning/linear/logistic_regression.ts";
import {
  fitRandomForestClassifier,
  predictRandomForestClassifier,
} from "../../src/learning/trees/random_forest_classifier.ts";
import { brierScore, rocAuc } from "../../src/metrics/classification.ts";
import { type Matrix, matrixFromRows } from "../../src/numeric/matrix.ts";
import { fixture } from "./toy_data.ts";
import { slowTest } from "../slow.ts";

const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const mean = (xs: number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const rotated = <T>(items: T[], start: number): T[] => [
  ...items.slice(start),
  ...items.slice(0, start),
];
const { data_sets, weighted_logistic } = fixture("classifiers_sklearn.json");

for (const { name, X: rows, y, train_rows, ...expected } of data_sets) {
  const withNaN: number[][] = rows.map((row: (number | null)[]) =>
    row.map((value) => value ?? NaN)
  );

  /** ROC AUC within .01 and Brier score within .005, as means over seeds, each with its own split. */
  const compare = (
    predict: (seed: number, train: Matrix, classes: number[], test: Matrix) => Float64Array,
    expected: { roc_auc: number; brier: number },
  ) => {
    const measures = SEEDS.map((seed) => {
      const start = Math.floor(seed * y.length / SEEDS.length);
      const X = rotated(withNaN, start);
      const classes = rotated(y as number[], start);
      const train = matrixFromRows(X.slice(0, train_rows));
      const test = matrixFromRows(X.slice(train_rows));
      const probabilities = predict(seed, train, classes.slice(0, train_rows), test);
      const truth = classes.slice(train_rows);
      return { auc: rocAuc(truth, probabilities), brier: brierScore(truth, probabilities) };
    });
    assertAlmostEquals(mean(measures.map(({ auc }) => auc)), expected.roc_auc, 0.01);
    assertAlmostEquals(mean(measures.map(({ brier }) => brier)), expected.brier, 0.005);
  };

  slowTest(`fitRandomForestClassifier: ${name}, ten seeds, parity with scikit-learn 1.9`, () => {
    for (const { minimumLeafSize, ...scores } of expected.forest) {
      compare((seed, train, learned, test) => {
        const model = fitRandomForestClassifier(train, learned, { seed, minimumLeafSize });
        return predictRandomForestClassifier(model, test);
      }, scores);
    }
  });

  slowTest(`fitRandomForestClassifier: ${name}, balanced, parity with scikit-learn 1.9`, () => {
    const { minimumLeafSize, ...scores } = expected.balanced_forest;
    compare((seed, train, learned, test) => {
      const options = { seed, minimumLeafSize, classWeights: "balanced" as const };
      return predictRandomForestClassifier(
        fitRandomForestClassifier(train, learned, options),
        test,
      );
    }, scores);
  });

  slowTest(`fitGradientBoosting: ${name}, parity with scikit-learn 1.9`, () => {
    for (const { options, ...scores } of expected.boosting) {
      compare(
        (seed, train, learned, test) =>
          predictGradientBoosting(fitGradientBoosting(train, learned, { ...options, seed }), test),
        scores,
      );
    }
  });
}

Deno.test("fitLogisticRegression: class weights, parity with scikit-learn", () => {
  const { X, y, cases } = weighted_logistic;
  for (const { classWeights, intercept, coefficients } of cases) {
    const model = fitLogisticRegression(matrixFromRows(X), y, { classWeights });
    assertAlmostEquals(model.intercept, intercept, 1e-6);
    model.coefficients.forEach((c, j) => assertAlmostEquals(c, coefficients[j], 1e-6));
  }
});
