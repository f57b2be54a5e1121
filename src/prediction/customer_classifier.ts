import type { DataFrame } from "nodejs-polars";
import {
  fitGradientBoosting,
  type GradientBoostingModel,
  predictGradientBoosting,
} from "../learning/gradient_boosting.ts";
import {
  fitLogisticRegression,
  type LogisticRegressionEngine,
  type LogisticRegressionModel,
  predictLogisticRegression,
} from "../learning/logistic_regression.ts";
import type { RandomForestEngine } from "../learning/random_forest_settings.ts";
import {
  fitRandomForestClassifier,
  predictRandomForestClassifier,
  type RandomForestClassifierModel,
} from "../learning/random_forest_classifier.ts";
import type { Matrix } from "../numeric/matrix.ts";
import {
  applyCalibration,
  type Calibration,
  type CalibrationKind,
  fitCalibration,
} from "./calibration.ts";
import {
  type FeaturePreparation,
  fitFeaturePreparation,
  prepareFeatures,
} from "./feature_preparation.ts";
import { PREDICTION_FEATURES } from "./prediction_features.ts";

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
  /** Forest: number of trees; default 200. */
  readonly trees?: number;
  /** Forest and boosting: fewest rows in a leaf; default 25. */
  readonly minimumLeafSize?: number;
  /** Boosting: number of trees; default 100. */
  readonly rounds?: number;
  /** Boosting: share of each tree that is added; default .05. */
  readonly learningRate?: number;
  /** Boosting: leaves of each tree at most; default 4. */
  readonly maximumLeaves?: number;
}

/** Customers whose outcome is known. */
export interface LabelledCustomers {
  readonly features: DataFrame;
  /** 1 where it happened, else 0. */
  readonly labels: Uint8Array;
}

/** Options of {@linkcode fitCustomerClassifier}. */
export interface CustomerClassifierOptions {
  readonly family: ClassifierFamily;
  /** Column names. Default: {@linkcode PREDICTION_FEATURES}. */
  readonly features?: readonly string[];
  readonly parameters?: ClassifierParameters;
  /** Customers of a later date on whom the probabilities are set right, and how. */
  readonly calibration?: LabelledCustomers & { readonly kind: CalibrationKind };
  readonly engine?: ClassifierEngine;
  readonly seed?: number;
}

/** Changes whenever a saved model of before would be read wrongly. */
export const CUSTOMER_CLASSIFIER_VERSION = 2;

/** A classifier of customers together with the preparation of their features. */
export interface CustomerClassifier {
  readonly kind: "customer_classifier";
  readonly version: typeof CUSTOMER_CLASSIFIER_VERSION;
  readonly family: ClassifierFamily;
  readonly features: readonly string[];
  readonly parameters: ClassifierParameters;
  /** Learned on the past and carried along. */
  readonly preparation: FeaturePreparation;
  readonly estimator:
    | LogisticRegressionModel
    | RandomForestClassifierModel
    | GradientBoostingModel;
  /** Null where the estimator's own probabilities are kept. */
  readonly calibration: Calibration | null;
}

/**
 * Fits a classifier to customers whose later behaviour is known.
 *
 * @param customers Features at earlier snapshots, one row per customer and snapshot.
 * @param labels 1 where the customer did what is to be predicted, else 0.
 * @param options See {@linkcode CustomerClassifierOptions}.
 * @returns A JSON-able model, to be applied with {@linkcode predictCustomerClassifier}.
 * @throws {InputError} If a feature is not there.
 * @throws {RangeError} If only one class is there, or a parameter is impossible.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { fitCustomerClassifier, predictCustomerClassifier } from "./customer_classifier.ts";
 * import { assert } from "@std/assert";
 *
 * const customers = pl.DataFrame({ recency_days: [1, 2, 3, 90, 91, 92] });
 * const model = fitCustomerClassifier(customers, Uint8Array.of(0, 0, 0, 1, 1, 1), {
 *   family: "logistic_regression", features: ["recency_days"],
 * });
 * const [recent, , , , , longAgo] = predictCustomerClassifier(model, customers);
 * assert(recent < 0.5 && longAgo > 0.5);
 * ```
 */
export function fitCustomerClassifier(
  customers: DataFrame,
  labels: Uint8Array,
  options: CustomerClassifierOptions,
): CustomerClassifier {
  const { family, features = PREDICTION_FEATURES, parameters = {}, calibration } = options;
  const preparation = fitFeaturePreparation(customers, features);
  const uncalibrated: CustomerClassifier = {
    kind: "customer_classifier",
    version: CUSTOMER_CLASSIFIER_VERSION,
    family,
    features,
    parameters,
    preparation,
    estimator: fitEstimator(prepareFeatures(preparation, customers), labels, options),
    calibration: null,
  };
  if (calibration === undefined) return uncalibrated;
  const probabilities = predictCustomerClassifier(uncalibrated, calibration.features);
  return {
    ...uncalibrated,
    calibration: fitCalibration(calibration.kind, probabilities, calibration.labels),
  };
}

/**
 * Gives each customer the probability that the model was fitted for.
 *
 * @param model What {@linkcode fitCustomerClassifier} returned.
 * @param customers Features at the later snapshot, one row per customer.
 * @returns One probability per row, 0 to 1.
 * @throws {InputError} If a feature of the model is not there; a missing value is no error.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { fitCustomerClassifier, predictCustomerClassifier } from "./customer_classifier.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const customers = pl.DataFrame({ frequency: [1, 1, 9, 9] });
 * const model = fitCustomerClassifier(customers, Uint8Array.of(1, 1, 0, 0), {
 *   family: "logistic_regression", features: ["frequency"],
 * });
 * assertEquals(predictCustomerClassifier(model, customers).length, 4);
 * ```
 */
export function predictCustomerClassifier(
  model: CustomerClassifier,
  customers: DataFrame,
): Float64Array {
  const X = prepareFeatures(model.preparation, customers);
  const probabilities = predictEstimator(model.estimator, X);
  return model.calibration === null
    ? probabilities
    : applyCalibration(model.calibration, probabilities);
}

function fitEstimator(
  X: Matrix,
  labels: Uint8Array,
  { family, engine, parameters = {}, seed = 42 }: CustomerClassifierOptions,
): CustomerClassifier["estimator"] {
  const { l2PerRow = 0.01, trees = 200, minimumLeafSize = 25 } = parameters;
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
        minimumLeafSize,
        seed,
      });
    case "gradient_boosting":
      return fitGradientBoosting(X, labels, {
        rounds,
        learningRate,
        maximumLeaves,
        minimumLeafSize,
        seed,
      });
    default:
      throw new RangeError(`Fitting a classifier: there is no family "${family}".`);
  }
}

function predictEstimator(estimator: CustomerClassifier["estimator"], X: Matrix): Float64Array {
  switch (estimator.kind) {
    case "logistic_regression":
      return predictLogisticRegression(estimator, X);
    case "random_forest_classifier":
      return predictRandomForestClassifier(estimator, X);
    case "gradient_boosting":
      return predictGradientBoosting(estimator, X);
  }
}
