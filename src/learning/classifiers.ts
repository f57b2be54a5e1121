import type { Matrix } from "../numeric/matrix.ts";
import {
  fitGradientBoosting,
  type GradientBoostingModel,
  predictGradientBoosting,
} from "./trees/gradient_boosting.ts";
import type { GradientBoostingOptions } from "./trees/gradient_boosting_settings.ts";
import {
  fitLogisticRegression,
  LOGISTIC_REGRESSION_ENGINES,
  type LogisticRegressionModel,
  type LogisticRegressionOptions,
  predictLogisticRegression,
} from "./linear/logistic_regression.ts";
import {
  RANDOM_FOREST_ENGINES,
  type RandomForestClassifierOptions,
} from "./trees/random_forest_settings.ts";
import {
  fitRandomForestClassifier,
  predictRandomForestClassifier,
  type RandomForestClassifierModel,
} from "./trees/random_forest_classifier.ts";

/** Any fitted two-class classifier; its `kind` says which. */
export type ClassifierModel =
  | LogisticRegressionModel
  | RandomForestClassifierModel
  | GradientBoostingModel;

/** Options of every classifier; each family takes those that it knows. */
export type ClassifierOptions = Omit<
  LogisticRegressionOptions & RandomForestClassifierOptions & GradientBoostingOptions,
  "engine"
>;

/** A way to learn the probability of class 1: every family on every engine keeps this contract. */
export interface Classifier {
  /** The family, as in the models' `kind`. */
  readonly name: ClassifierModel["kind"];
  readonly engine: ClassifierModel["engine"];
  /** Whether features may be missing (NaN). */
  readonly allowsMissing: boolean;
  /** Whether it knows `classWeights`. */
  readonly allowsClassWeights: boolean;
  /** Learns from features (rows × columns) and one class, 0 or 1, per row. */
  readonly fit: (
    X: Matrix,
    y: ArrayLike<number>,
    options?: ClassifierOptions,
  ) => ClassifierModel;
}

/**
 * Every classifier on every engine, for comparing them.
 *
 * @example
 * ```ts
 * import { classifiers, predictClassifier } from "./classifiers.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assert } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [2], [3], [4], [11], [12], [13], [14]]);
 * const y = [0, 0, 0, 0, 1, 1, 1, 1];
 * for (const { fit } of classifiers) {
 *   const [first, ...others] = predictClassifier(fit(X, y, { minimumLeafSize: 1 }), X);
 *   assert(first < others[6]);
 * }
 * ```
 */
export const classifiers: readonly Classifier[] = [
  ...LOGISTIC_REGRESSION_ENGINES.map((engine): Classifier => ({
    name: "logistic_regression",
    engine,
    allowsMissing: false,
    allowsClassWeights: engine === "typed-arrays",
    fit: (X, y, options) => fitLogisticRegression(X, y, { ...options, engine }),
  })),
  ...RANDOM_FOREST_ENGINES.map((engine): Classifier => ({
    name: "random_forest_classifier",
    engine,
    allowsMissing: engine === "typed-arrays",
    allowsClassWeights: engine === "typed-arrays",
    fit: (X, y, options) => fitRandomForestClassifier(X, y, { ...options, engine }),
  })),
  {
    name: "gradient_boosting",
    engine: "typed-arrays",
    allowsMissing: true,
    allowsClassWeights: true,
    fit: fitGradientBoosting,
  },
];

/**
 * The probability of class 1 for each row, by whichever classifier was fitted.
 *
 * @param model A fitted classifier, also one read back from JSON.
 * @param X Features, rows × the model's columns.
 * @returns One probability in [0, 1] per row.
 * @throws {TypeError} If the number of columns is not the model's.
 * @throws {RangeError} If a value is infinite, or NaN where the family allows none.
 *
 * @example
 * ```ts
 * import { predictClassifier } from "./classifiers.ts";
 * import { fitLogisticRegression } from "./linear/logistic_regression.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[-1], [1]]);
 * const model = fitLogisticRegression(X, [0, 1]);
 * assertEquals(predictClassifier(JSON.parse(JSON.stringify(model)), X).length, 2);
 * ```
 */
export function predictClassifier(model: ClassifierModel, X: Matrix): Float64Array {
  switch (model.kind) {
    case "logistic_regression":
      return predictLogisticRegression(model, X);
    case "random_forest_classifier":
      return predictRandomForestClassifier(model, X);
    case "gradient_boosting":
      return predictGradientBoosting(model, X);
  }
}
