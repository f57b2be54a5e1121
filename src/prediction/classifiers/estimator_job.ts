import type { Matrix } from "../../numeric/matrix.ts";
import {
  type CustomerEstimator,
  type EstimatorOptions,
  fitEstimator,
  predictEstimator,
} from "./customer_estimator.ts";

/** A fit that any thread can do: plain data, and no dataframes. */
export interface EstimatorJob {
  /** Prepared features, and one class per row. */
  readonly X: Matrix;
  readonly labels: Uint8Array;
  readonly options: EstimatorOptions;
  /** Rows whose probabilities are wanted too. */
  readonly others: readonly Matrix[];
}

/** Result of a job. */
export interface EstimatorResult {
  readonly estimator: CustomerEstimator;
  /** One per matrix of the job's `others`. */
  readonly probabilities: readonly Float64Array[];
}

/**
 * Fits an estimator and predicts by it.
 *
 * @param job See {@linkcode EstimatorJob}.
 * @returns See {@linkcode EstimatorResult}; the same on any thread.
 */
export function runEstimatorJob({ X, labels, options, others }: EstimatorJob): EstimatorResult {
  const estimator = fitEstimator(X, labels, options);
  return { estimator, probabilities: others.map((other) => predictEstimator(estimator, other)) };
}
