import type { DataFrame } from "nodejs-polars";
import {
  applyCalibration,
  type Calibration,
  type CalibrationKind,
  fitCalibration,
} from "../level/calibration.ts";
import {
  type ClassifierEngine,
  type ClassifierFamily,
  type ClassifierParameters,
  type CustomerEstimator,
  fitEstimator,
  predictEstimator,
} from "./customer_estimator.ts";
import {
  type FeaturePreparation,
  fitAndPrepareFeatures,
  prepareFeatures,
} from "./feature_preparation.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import { PREDICTION_FEATURES } from "../../customers/features/feature_sets.ts";

export {
  CLASSIFIER_FAMILIES,
  type ClassifierEngine,
  type ClassifierFamily,
  type ClassifierParameters,
} from "./customer_estimator.ts";

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
export const CUSTOMER_CLASSIFIER_VERSION = 3;

/** A classifier of customers together with the preparation of their features. */
export interface CustomerClassifier {
  readonly kind: "customer_classifier";
  readonly version: typeof CUSTOMER_CLASSIFIER_VERSION;
  readonly family: ClassifierFamily;
  readonly features: readonly string[];
  readonly parameters: ClassifierParameters;
  /** Learned on the past and carried along. */
  readonly preparation: FeaturePreparation;
  readonly estimator: CustomerEstimator;
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
  const { preparation, X } = fitAndPrepareFeatures(customers, features);
  const estimator = fitEstimator(X, labels, options);
  const parts = { family, features, parameters, preparation, estimator };
  if (calibration === undefined) return customerClassifier({ ...parts, calibration: null });
  const later = prepareFeatures(preparation, calibration.features);
  const probabilities = predictEstimator(estimator, later);
  return customerClassifier({
    ...parts,
    calibration: fitCalibration(calibration.kind, probabilities, calibration.labels),
  });
}

/** Puts the parts of a classifier together. */
export function customerClassifier(
  parts: Omit<CustomerClassifier, "kind" | "version">,
): CustomerClassifier {
  const { family, features, parameters, preparation, estimator, calibration } = parts;
  return {
    kind: "customer_classifier",
    version: CUSTOMER_CLASSIFIER_VERSION,
    family,
    features,
    parameters,
    preparation,
    estimator,
    calibration,
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
  return predictPrepared(model, prepareFeatures(model.preparation, customers));
}

/**
 * The same from features that are prepared already, for many variations of the same customers.
 *
 * @param X What `prepareFeatures` made of the customers by the model's preparation.
 * @returns One probability per row, 0 to 1.
 */
export function predictPrepared(model: CustomerClassifier, X: Matrix): Float64Array {
  const probabilities = predictEstimator(model.estimator, X);
  return model.calibration === null
    ? probabilities
    : applyCalibration(model.calibration, probabilities);
}
