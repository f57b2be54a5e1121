import { sampleRowsOfBothClasses } from "../../learning/preparation/sample_rows.ts";
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
  /** The same of our own engine, fitted on the rows that a package took, where it took a sample. */
  readonly onSameRows?: readonly Float64Array[];
}

/** Fits an estimator and predicts by it. */
export function runEstimatorJob({ X, labels, options, others }: EstimatorJob): EstimatorResult {
  const estimator = fitEstimator(X, labels, options);
  const probabilities = others.map((other) => predictEstimator(estimator, other));
  if (!("sampleRows" in estimator) || estimator.sampleRows === undefined) {
    return { estimator, probabilities };
  }
  // The package's adapter drew them by the same seed.
  const rows = sampleRowsOfBothClasses(X, labels, estimator.sampleRows, options.seed ?? 42);
  const ours = fitEstimator(rows.X, Uint8Array.from(rows.y), { ...options, engine: "built-in" });
  return {
    estimator,
    probabilities,
    onSameRows: others.map((other) => predictEstimator(ours, other)),
  };
}
