import type { Matrix } from "../../src/numeric/matrix.ts";
import {
  RANDOM_FOREST_ENGINES,
  type RandomForestOptions,
} from "../../src/learning/trees/random_forest_settings.ts";
import {
  fitRandomForestRegressor,
  type RandomForestRegressorModel,
} from "../../src/learning/trees/random_forest_regressor.ts";

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
 */
export const regressors: readonly Regressor[] = RANDOM_FOREST_ENGINES.map((engine) => ({
  name: "random_forest_regressor",
  engine,
  allowsMissing: engine === "built-in",
  fit: (X, y, options) => fitRandomForestRegressor(X, y, { ...options, engine }),
}));
