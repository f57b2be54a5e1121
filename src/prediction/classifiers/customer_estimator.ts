import {
  fitGradientBoosting,
  type GradientBoostingModel,
  predictGradientBoosting,
} from "../../learning/trees/gradient_boosting.ts";
import {
  fitLogisticRegression,
  type LogisticRegressionEngine,
  type LogisticRegressionModel,
  predictLogisticRegression,
} from "../../learning/linear/logistic_regression.ts";
import type { RandomForestEngine } from "../../learning/trees/random_forest_settings.ts";
import {
  fitRandomForestClassifier,
  predictRandomForestClassifier,
  type RandomForestClassifierModel,
} from "../../learning/trees/random_forest_classifier.ts";
import type { Matrix } from "../../numeric/matrix.ts";

/** The families of classifiers that are compared, the simplest first. */
export const CLASSIFIER_FAMILIES = [
  "logistic_regression",
  "random_forest",
  "gradient_boosting",
] as const;

/** One of {@linkcode CLASSIFIER_FAMILIES}. */
export type ClassifierFamily = typeof CLASSIFIER_FAMILIES[number];

/** Which implementation fits: our typed arrays, or the npm package. */
export type ClassifierEngine = LogisticRegressionEngine | RandomForestEngine;

/** Hyperparameters; each family reads its own, and has a default for each. */
export interface ClassifierParameters {
  /** Logistic regression: penalty per row, so that more rows need no other value; default .01. */
  readonly l2PerRow?: number;
  /** Forest: number of trees; default 100. */
  readonly trees?: number;
  /** Fewest rows in a leaf; default 10 for the forest, 25 for boosting. */
  readonly minimumLeafSize?: number;
  /** Boosting: number of trees; default 100. */
  readonly rounds?: number;
  /** Boosting: share of each tree that is added; default .05. */
  readonly learningRate?: number;
  /** Boosting: leaves of each tree at most; default 4. */
  readonly maximumLeaves?: number;
}

/** Any fitted family. */
export type CustomerEstimator =
  | LogisticRegressionModel
  | RandomForestClassifierModel
  | GradientBoostingModel;

/** Options of an estimator: family, engine and hyperparameters. */
export interface EstimatorOptions {
  readonly family: ClassifierFamily;
  readonly parameters?: ClassifierParameters;
  readonly engine?: ClassifierEngine;
  readonly seed?: number;
  /** Threads that a forest may use at most; default all, where that pays. */
  readonly threads?: number;
}

/**
 * Fits one of the families to prepared features.
 *
 * @param X Prepared features, rows × columns, see `prepareFeatures`.
 * @param labels 1 where it happened, else 0.
 * @returns A JSON-able model, to be applied with {@linkcode predictEstimator}.
 * @throws {RangeError} If only one class is there, or an option is impossible.
 */
export function fitEstimator(
  X: Matrix,
  labels: Uint8Array,
  { family, engine, parameters = {}, seed = 42, threads }: EstimatorOptions,
): CustomerEstimator {
  const { l2PerRow = 0.01, trees = 100, minimumLeafSize } = parameters;
  const { rounds = 100, learningRate = 0.05, maximumLeaves = 4 } = parameters;
  switch (family) {
    case "logistic_regression":
      return fitLogisticRegression(X, labels, {
        engine: engine as LogisticRegressionEngine,
        l2: l2PerRow * X.rows,
        seed,
      });
    case "random_forest":
      return fitRandomForestClassifier(X, labels, {
        engine: engine as RandomForestEngine,
        trees,
        minimumLeafSize: minimumLeafSize ?? 10,
        seed,
        threads,
      });
    case "gradient_boosting":
      return fitGradientBoosting(X, labels, {
        rounds,
        learningRate,
        maximumLeaves,
        minimumLeafSize: minimumLeafSize ?? 25,
        seed,
      });
    default:
      throw new RangeError(`Fitting a classifier: there is no family "${family}".`);
  }
}

/**
 * The probability of class 1 for each row.
 *
 * @returns One probability per row, 0 to 1.
 */
export function predictEstimator(estimator: CustomerEstimator, X: Matrix): Float64Array {
  switch (estimator.kind) {
    case "logistic_regression":
      return predictLogisticRegression(estimator, X);
    case "random_forest_classifier":
      return predictRandomForestClassifier(estimator, X);
    case "gradient_boosting":
      return predictGradientBoosting(estimator, X);
  }
}
