import type { DataFrame } from "nodejs-polars";
import { featureMatrix } from "../customers/feature_matrix.ts";
import {
  fitLogisticRegression,
  type LogisticRegressionEngine,
  type LogisticRegressionModel,
  predictLogisticRegression,
} from "../learning/logistic_regression.ts";
import type { RandomForestEngine } from "../learning/random_forest.ts";
import {
  fitRandomForestClassifier,
  predictRandomForestClassifier,
  type RandomForestClassifierModel,
} from "../learning/random_forest_classifier.ts";
import {
  fitStandardScaler,
  type StandardScalerModel,
  transformStandardScaler,
} from "../learning/standard_scaler.ts";
import type { Matrix } from "../numeric/matrix.ts";
import { PREDICTION_FEATURES } from "./prediction_features.ts";

/** The families of classifiers that are compared. */
export type ClassifierFamily = "logistic_regression" | "random_forest";

/** Options of {@linkcode fitCustomerClassifier}. */
export interface CustomerClassifierOptions {
  readonly family: ClassifierFamily;
  /** Column names. Default: {@linkcode PREDICTION_FEATURES}. */
  readonly features?: readonly string[];
  /** Which implementation fits: our typed arrays, or the npm package. */
  readonly engine?: LogisticRegressionEngine | RandomForestEngine;
  readonly seed?: number;
}

/** A classifier of customers together with the preparation of their features. */
export interface CustomerClassifier {
  readonly kind: "customer_classifier";
  readonly family: ClassifierFamily;
  readonly features: readonly string[];
  /** Learned on the past and carried along; features enter as `log(1 + x)`. */
  readonly scaler: StandardScalerModel;
  readonly estimator: LogisticRegressionModel | RandomForestClassifierModel;
}

/**
 * Fits a classifier to customers whose later behaviour is known.
 *
 * @param customers Features at the earlier snapshot, one row per customer.
 * @param labels 1 where the customer did what is to be predicted, else 0.
 * @param options See {@linkcode CustomerClassifierOptions}.
 * @returns A JSON-able model, to be applied with {@linkcode predictCustomerClassifier}.
 * @throws {RangeError} If only one class is there, or a feature is missing or negative.
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
  const { family, features = PREDICTION_FEATURES, engine, seed = 42 } = options;
  const logs = featureMatrix(customers, features, { log: true });
  const scaler = fitStandardScaler(logs);
  const estimator = fitEstimator(
    transformStandardScaler(scaler, logs),
    labels,
    family,
    engine,
    seed,
  );
  return { kind: "customer_classifier", family, features, scaler, estimator };
}

/**
 * Gives each customer the probability that the model was fitted for.
 *
 * @param model What {@linkcode fitCustomerClassifier} returned.
 * @param customers Features at the later snapshot, one row per customer.
 * @returns One probability per row, 0 to 1.
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
  const logs = featureMatrix(customers, model.features, { log: true });
  const X = transformStandardScaler(model.scaler, logs);
  return model.estimator.kind === "logistic_regression"
    ? predictLogisticRegression(model.estimator, X)
    : predictRandomForestClassifier(model.estimator, X);
}

function fitEstimator(
  X: Matrix,
  labels: Uint8Array,
  family: ClassifierFamily,
  engine: CustomerClassifierOptions["engine"],
  seed: number,
) {
  if (family === "logistic_regression") {
    return fitLogisticRegression(X, labels, { engine: engine as LogisticRegressionEngine });
  }
  return fitRandomForestClassifier(X, labels, {
    engine: engine as RandomForestEngine,
    seed,
    trees: 200,
    minimumLeafSize: 10,
  });
}
