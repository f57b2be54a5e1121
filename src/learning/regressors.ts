import type { Matrix } from "../numeric/matrix.ts";
import { RANDOM_FOREST_ENGINES, type RandomForestOptions } from "./trees/random_forest_settings.ts";
import {
  fitRandomForestRegressor,
  predictRandomForestRegressor,
  type RandomForestRegressorModel,
} from "./trees/random_forest_regressor.ts";

/** Any fitted regressor; its `kind` says which. */
export type RegressorModel = RandomForestRegressorModel;

/** A way to learn a number: every family on every engine keeps this contract. */
export interface Regressor {
  /** The family, as in the models' `kind`. */
  readonly name: RegressorModel["kind"];
  readonly engine: RegressorModel["engine"];
  /** Whether features may be missing (NaN). */
  readonly allowsMissing: boolean;
  /** Learns from features (rows × columns) and one target per row. */
  readonly fit: (
    X: Matrix,
    y: ArrayLike<number>,
    options?: Omit<RandomForestOptions, "engine">,
  ) => RegressorModel;
}

/**
 * Every regressor on every engine, for comparing them.
 *
 * @example
 * ```ts
 * import { predictRegressor, regressors } from "./regressors.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assert } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [2], [3], [4], [11], [12], [13], [14]]);
 * for (const { fit } of regressors) {
 *   const [first, ...others] = predictRegressor(fit(X, [5, 6, 5, 6, 50, 60, 50, 60]), X);
 *   assert(first < others[6]);
 * }
 * ```
 */
export const regressors: readonly Regressor[] = RANDOM_FOREST_ENGINES.map((engine) => ({
  name: "random_forest_regressor",
  engine,
  allowsMissing: engine === "built-in",
  fit: (X, y, options) => fitRandomForestRegressor(X, y, { ...options, engine }),
}));

/**
 * The predicted number for each row, by whichever regressor was fitted.
 *
 * @param model A fitted regressor, also one read back from JSON.
 * @param X Features, rows × the model's columns.
 * @returns One prediction per row, in the unit of the targets.
 * @throws {TypeError} If the number of columns is not the model's.
 * @throws {RangeError} If a value is infinite, or NaN where the engine allows none.
 *
 * @example
 * ```ts
 * import { predictRegressor } from "./regressors.ts";
 * import { fitRandomForestRegressor } from "./trees/random_forest_regressor.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [2]]);
 * const model = fitRandomForestRegressor(X, [3, 3]);
 * assertEquals([...predictRegressor(model, X)], [3, 3]);
 * ```
 */
export function predictRegressor(model: RegressorModel, X: Matrix): Float64Array {
  return predictRandomForestRegressor(model, X);
}
