import type { Matrix } from "../../numeric/matrix.ts";
import { checkFeatures } from "../preparation/check_features.ts";
import { checkClasses } from "../preparation/check_labels.ts";
import { resolveClassWeights } from "../preparation/class_weights.ts";
import { fitPackagedForest, predictPackagedForest } from "../npm/ml_random_forest.ts";
import {
  type BuiltInForest,
  fitForest,
  type PackagedForest,
  predictForest,
} from "./random_forest.ts";
import { forestSettings, type RandomForestClassifierOptions } from "./random_forest_settings.ts";

/** A fitted forest that predicts the probability of class 1. */
export type RandomForestClassifierModel =
  & { readonly kind: "random_forest_classifier" }
  & (BuiltInForest | PackagedForest);

/**
 * Learns the probability of class 1 by a random forest (Breiman 2001), with the defaults of
 * scikit-learn's `RandomForestClassifier`.
 *
 * Missing features (NaN) go to the side of each split where they tell more, and, where there were
 * none to learn from, with the larger one. The engine "ml-random-forest" takes none.
 *
 * @param X Features, rows × columns, in any units: only their order matters.
 * @param y Classes, 0 or 1, one per row.
 * @param options Number and size of the trees, class weights, seed, engine.
 * @returns The model.
 * @throws {TypeError} If there is not one class per row.
 * @throws {RangeError} If a feature is infinite, all rows are of one class, or an option is impossible.
 *
 * @example
 * ```ts
 * import {
 *   fitRandomForestClassifier,
 *   predictRandomForestClassifier,
 * } from "./random_forest_classifier.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assert } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [2], [3], [11], [12], [13]]);
 * const model = fitRandomForestClassifier(X, [0, 0, 0, 1, 1, 1]);
 * const [first, , , , , last] = predictRandomForestClassifier(model, X);
 * assert(first < 0.2 && last > 0.8);
 * ```
 */
export function fitRandomForestClassifier(
  X: Matrix,
  y: ArrayLike<number>,
  options: RandomForestClassifierOptions = {},
): RandomForestClassifierModel {
  const doing = "Fitting a random forest classifier";
  checkClasses(doing, X, y, { missing: options.engine !== "ml-random-forest" });
  const settings = {
    ...forestSettings(doing, X.columns, options, "sqrt"),
    classWeights: resolveClassWeights(doing, y, options.classWeights),
  };
  if (options.engine === "ml-random-forest" && settings.classWeights) {
    throw new RangeError(`${doing}: the engine "ml-random-forest" does not support class weights.`);
  }
  const forest = options.engine === "ml-random-forest"
    ? fitPackagedForest("classifier", X, y, settings)
    : fitForest(X, y, settings, options.threads);
  return { kind: "random_forest_classifier", ...forest };
}

/**
 * The probability of class 1 for each row: the mean over trees of the frequency of class 1 in the
 * leaf that the row falls into (for the npm engine, the share of trees that vote for class 1).
 *
 * @param model What {@linkcode fitRandomForestClassifier} learned.
 * @param X Features, rows × the model's columns.
 * @returns One probability in [0, 1] per row.
 * @throws {TypeError} If the number of columns is not the model's.
 * @throws {RangeError} If a value is infinite, or NaN for the npm engine.
 *
 * @example
 * ```ts
 * import {
 *   fitRandomForestClassifier,
 *   predictRandomForestClassifier,
 * } from "./random_forest_classifier.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [9]]);
 * const model = fitRandomForestClassifier(X, [1, 0], { bootstrap: false });
 * assertEquals([...predictRandomForestClassifier(model, matrixFromRows([[0], [10]]))], [1, 0]);
 * ```
 */
export function predictRandomForestClassifier(
  model: RandomForestClassifierModel,
  X: Matrix,
): Float64Array {
  checkFeatures("Predicting by a random forest classifier", X, model.columns, {
    missing: model.engine === "built-in",
  });
  return model.engine === "built-in"
    ? predictForest(model, X)
    : predictPackagedForest("classifier", model, X);
}
