import type { Matrix } from "../../numeric/matrix.ts";
import { checkFeatures } from "../preparation/check_features.ts";
import { checkClasses } from "../preparation/check_labels.ts";
import { type ClassWeights, resolveClassWeights, weighRows } from "../preparation/class_weights.ts";
import { mlLogisticRegression } from "../npm/ml_logistic_regression.ts";
import type { LogisticFit } from "./logistic_loss.ts";
import { newtonLogisticRegression } from "./newton_logistic_regression.ts";
import { positiveInteger } from "../../numeric/positive_integer.ts";

/** The engines behind {@linkcode fitLogisticRegression}. */
export const LOGISTIC_REGRESSION_ENGINES = ["built-in", "ml-logistic-regression"] as const;

/** One of {@linkcode LOGISTIC_REGRESSION_ENGINES}. */
export type LogisticRegressionEngine = typeof LOGISTIC_REGRESSION_ENGINES[number];

/** Options of {@linkcode fitLogisticRegression}. */
export interface LogisticRegressionOptions {
  /** Strength of the penalty l2 / 2 · Σ coefficient²: scikit-learn's 1 / C; default 1. */
  readonly l2?: number;
  /** How much the rows of class 0 and of class 1 count, or "balanced", so that both classes count
   * alike; default 1 each. */
  readonly classWeights?: ClassWeights;
  /** Steps at most; default 100 for "built-in", 300 for "ml-logistic-regression". */
  readonly maxIterations?: number;
  /** Stops when no coefficient would change by more, relative to its size; default 1e-8. */
  readonly tolerance?: number;
  /** Seeds the sample of rows where the npm engine takes one; default 42. */
  readonly seed?: number;
  /** Which implementation does the work; default "built-in". */
  readonly engine?: LogisticRegressionEngine;
}

/** A fitted logistic regression: a plain object that can be written as JSON. */
export interface LogisticRegressionModel extends LogisticFit {
  readonly kind: "logistic_regression";
  readonly engine: LogisticRegressionEngine;
}

/**
 * Learns the log-odds of class 1 as a linear function of the features, by maximum likelihood with a
 * ridge penalty on the coefficients, not on the intercept: scikit-learn's
 * `LogisticRegression(C = 1 / l2)`, with its `class_weight`.
 *
 * @param X Features, rows × columns, best standardised: the penalty treats all units alike.
 * @param y Classes, 0 or 1, one per row.
 * @param options The penalty, class weights, and when to stop.
 * @returns The model.
 * @throws {TypeError} If there is not one class per row.
 * @throws {RangeError} If a feature is NaN, all rows are of one class, or an option is impossible.
 *
 * @example
 * ```ts
 * import { fitLogisticRegression, predictLogisticRegression } from "./logistic_regression.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assert } from "@std/assert";
 *
 * const X = matrixFromRows([[-2], [-1], [1], [2]]);
 * const model = fitLogisticRegression(X, [0, 0, 1, 1]);
 * const [low, , , high] = predictLogisticRegression(model, X);
 * assert(low < 0.2 && high > 0.8);
 * ```
 */
export function fitLogisticRegression(
  X: Matrix,
  y: ArrayLike<number>,
  options: LogisticRegressionOptions = {},
): LogisticRegressionModel {
  const { l2 = 1, tolerance = 1e-8, seed = 42, engine = "built-in" } = options;
  const { maxIterations = engine === "built-in" ? 100 : 300 } = options;
  const doing = "Fitting a logistic regression";
  checkClasses(doing, X, y);
  if (!(l2 >= 0 && l2 < Infinity)) {
    throw new RangeError(`${doing}: l2 must be 0 or a positive number, got ${l2}.`);
  }
  positiveInteger(`${doing}: maxIterations`, maxIterations);
  if (!(tolerance > 0)) {
    throw new RangeError(`${doing}: the tolerance must be a positive number, got ${tolerance}.`);
  }
  const classWeights = resolveClassWeights(doing, y, options.classWeights);
  const fit = (): LogisticFit => {
    switch (engine) {
      case "built-in":
        return newtonLogisticRegression(X, y, {
          l2,
          maxIterations,
          tolerance,
          weights: classWeights ? weighRows(y, classWeights) : undefined,
        });
      case "ml-logistic-regression":
        if (classWeights) {
          throw new RangeError(`${doing}: the engine "${engine}" does not support class weights.`);
        }
        return mlLogisticRegression(X, y, { maxIterations, seed });
      default:
        throw new RangeError(`${doing}: there is no engine "${engine}".`);
    }
  };
  return { kind: "logistic_regression", engine, ...fit() };
}

/**
 * The probability of class 1 for each row.
 *
 * @param model What {@linkcode fitLogisticRegression} learned.
 * @param X Features, rows × the model's columns, scaled as the fitted ones were.
 * @returns One probability in [0, 1] per row.
 * @throws {TypeError} If the number of columns is not the model's.
 * @throws {RangeError} If a value is NaN or infinite.
 *
 * @example
 * ```ts
 * import { fitLogisticRegression, predictLogisticRegression } from "./logistic_regression.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const model = fitLogisticRegression(matrixFromRows([[-1], [1]]), [0, 1]);
 * assertAlmostEquals(predictLogisticRegression(model, matrixFromRows([[0]]))[0], 0.5, 1e-12);
 * ```
 */
export function predictLogisticRegression(model: LogisticRegressionModel, X: Matrix): Float64Array {
  checkFeatures("Predicting by logistic regression", X, model.coefficients.length);
  return Float64Array.from({ length: X.rows }, (_, row) => {
    let logOdds = model.intercept;
    for (let j = 0; j < X.columns; j++) {
      logOdds += model.coefficients[j] * X.values[row * X.columns + j];
    }
    return 1 / (1 + Math.exp(-logOdds));
  });
}
