import type { Matrix } from "../../numeric/matrix.ts";
import { checkFeatures } from "../preparation/check_features.ts";
import { checkTargets } from "../preparation/check_labels.ts";
import { fitPackagedForest, predictPackagedForest } from "../npm/ml_random_forest.ts";
import {
  type BuiltInForest,
  fitForest,
  type PackagedForest,
  predictForest,
} from "./random_forest.ts";
import { forestSettings, type RandomForestOptions } from "./random_forest_settings.ts";

/** A fitted forest that predicts a number. */
export type RandomForestRegressorModel =
  & { readonly kind: "random_forest_regressor" }
  & (BuiltInForest | PackagedForest);

/**
 * Learns a number by a random forest (Breiman 2001), with the defaults of scikit-learn's
 * `RandomForestRegressor`.
 *
 * Missing features (NaN) go to the side of each split where they tell more, and, where there were
 * none to learn from, with the larger one. The engine "ml-random-forest" takes none.
 *
 * @param X Features, rows × columns, in any units: only their order matters.
 * @param y Target values, one per row.
 * @param options Number and size of the trees, seed, engine.
 * @returns The model.
 * @throws {TypeError} If there is not one target per row.
 * @throws {RangeError} If a target is NaN, a feature infinite, there are no rows, or an option is
 *   impossible.
 *
 * @example
 * ```ts
 * import {
 *   fitRandomForestRegressor,
 *   predictRandomForestRegressor,
 * } from "./random_forest_regressor.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assert } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [2], [3], [11], [12], [13]]);
 * const model = fitRandomForestRegressor(X, [5, 5, 5, 70, 70, 70]);
 * const [first, , , , , last] = predictRandomForestRegressor(model, X);
 * assert(first < 20 && last > 55);
 * ```
 */
export function fitRandomForestRegressor(
  X: Matrix,
  y: ArrayLike<number>,
  options: RandomForestOptions = {},
): RandomForestRegressorModel {
  const doing = "Fitting a random forest regressor";
  checkTargets(doing, X, y, { missing: options.engine !== "ml-random-forest" });
  const settings = forestSettings(doing, X.columns, options, "all");
  const forest = options.engine === "ml-random-forest"
    ? fitPackagedForest("regressor", X, y, settings)
    : fitForest(X, y, settings, options.threads);
  return { kind: "random_forest_regressor", ...forest };
}

/**
 * The predicted number for each row: the mean over trees of the mean target in the leaf that the row
 * falls into.
 *
 * @param model What {@linkcode fitRandomForestRegressor} learned.
 * @param X Features, rows × the model's columns.
 * @returns One prediction per row, in the unit of the targets, never outside their range.
 * @throws {TypeError} If the number of columns is not the model's.
 * @throws {RangeError} If a value is infinite, or NaN for the npm engine.
 *
 * @example
 * ```ts
 * import {
 *   fitRandomForestRegressor,
 *   predictRandomForestRegressor,
 * } from "./random_forest_regressor.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [9]]);
 * const model = fitRandomForestRegressor(X, [30, 50], { bootstrap: false });
 * assertEquals([...predictRandomForestRegressor(model, matrixFromRows([[0], [10]]))], [30, 50]);
 * ```
 */
export function predictRandomForestRegressor(
  model: RandomForestRegressorModel,
  X: Matrix,
): Float64Array {
  checkFeatures("Predicting by a random forest regressor", X, model.columns, {
    missing: model.engine === "built-in",
  });
  return model.engine === "built-in"
    ? predictForest(model, X)
    : predictPackagedForest("regressor", model, X);
}
