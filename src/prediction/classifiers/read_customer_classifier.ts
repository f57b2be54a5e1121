import { isListOf, isObject, isText, type Json, readSavedModel } from "../../frames/saved_model.ts";
import { CUSTOMER_CLASSIFIER_VERSION, type CustomerClassifier } from "./customer_classifier.ts";
import { CLASSIFIER_FAMILIES } from "./customer_estimator.ts";

/**
 * Reads a saved classifier, and makes sure that it is whole and one of this version.
 *
 * @param json Text of `models/churn.json` or `models/high_spend.json`.
 * @param path What the text is called in messages.
 * @returns The model; it predicts the same bits as the one that was saved.
 * @throws {InputError} If the text is cut short, holds something else, or is of another version.
 *
 * @example
 * ```ts
 * import { readCustomerClassifier } from "./read_customer_classifier.ts";
 * import { InputError } from "../../frames/errors.ts";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => readCustomerClassifier('{"kind":"segm'), InputError, "is not valid JSON");
 * ```
 */
export function readCustomerClassifier(
  json: string,
  path = "models/churn.json",
): CustomerClassifier {
  return readSavedModel(json, path, {
    kind: "customer_classifier",
    version: CUSTOMER_CLASSIFIER_VERSION,
    name: "a classifier of customers",
    missingPart,
  }) as unknown as CustomerClassifier;
}

/** The first part without which customers could not be scored, in words. */
function missingPart({ family, features, preparation, estimator, calibration }: Json) {
  if (!CLASSIFIER_FAMILIES.some((known) => known === family)) return "a known family of models";
  if (!isListOf(features, isText)) return "the features";
  if (!isPreparation(preparation)) return "the preparation of its features";
  const { scaler } = preparation as { scaler: { means: number[] } };
  if (!isEstimator(estimator, scaler.means.length)) return "the fitted estimator";
  if (calibration !== null && !isCalibration(calibration)) return "the calibration";
}

function isPreparation(value: unknown): boolean {
  if (!isObject(value) || value.kind !== "feature_preparation") return false;
  const { features, scales, medians, countries, scaler } = value;
  if (!Array.isArray(features) || !features.every(isText)) return false;
  const levels = countries === null ? 0 : countryColumnsOf(countries);
  const columns = features.length + levels;
  return columns > 0 &&
    isListOf(scales, (scale) => scale === "log" || scale === "linear", features.length) &&
    isListOf(medians, Number.isFinite, features.length) &&
    isObject(scaler) && scaler.kind === "standard_scaler" &&
    isListOf(scaler.means, Number.isFinite, columns) &&
    isListOf(scaler.scales, Number.isFinite, columns);
}

/** Columns of the encoded countries, the rest among them; none that could fit if it is no encoder. */
function countryColumnsOf(value: unknown): number {
  return isObject(value) && Array.isArray(value.levels) && value.levels.every(isText)
    ? value.levels.length + 1
    : NaN;
}

function isEstimator(value: unknown, columns: number): boolean {
  if (!isObject(value)) return false;
  switch (value.kind) {
    case "logistic_regression":
      return Number.isFinite(value.intercept) &&
        isListOf(value.coefficients, Number.isFinite, columns);
    case "random_forest_classifier":
    case "gradient_boosting":
      return value.columns === columns &&
        (isListOf(value.trees, isObject) || isObject(value.packaged));
    default:
      return false;
  }
}

function isCalibration(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value.kind === "platt_scaling") {
    return Number.isFinite(value.slope) && Number.isFinite(value.intercept);
  }
  return value.kind === "isotonic_regression" && isListOf(value.thresholds, Number.isFinite) &&
    isListOf(value.values, Number.isFinite, value.thresholds.length);
}
