/** The engines behind {@linkcode fitLogisticRegression}. */
export const LOGISTIC_REGRESSION_ENGINES = ["typed-arrays", "ml-logistic-regression"] as const;

/** One of {@linkcode LOGISTIC_REGRESSION_ENGINES}. */
export type LogisticRegressionEngine = typeof LOGISTIC_REGRESSION_ENGINES[number];

/** Fitted coefficients: log-odds = intercept + Σ coefficient · feature. */
export interface LogisticRegressionModel {
  readonly kind: "logistic_regression";
  readonly engine: LogisticRegressionEngine;
  /** Log-odds of class 1 where every feature is 0. */
  readonly intercept: number;
  /** Change of the log-odds per unit of each feature. */
  readonly coefficients: readonly number[];
  /** Steps used. */
  readonly iterations: number;
  /** Whether the tolerance was met. */
  readonly converged: boolean;
  /** What the engine could not do as asked, in sentences. */
  readonly notes: readonly string[];
}
