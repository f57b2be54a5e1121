import {
  fitIsotonicRegression,
  type IsotonicRegressionModel,
  predictIsotonicRegression,
} from "../../learning/calibration/isotonic_regression.ts";
import {
  fitPlattScaling,
  type PlattScalingModel,
  predictPlattScaling,
} from "../../learning/calibration/platt_scaling.ts";

/** Methods that calibrate probabilities. */
export type CalibrationKind = "platt" | "isotonic";

/** Model that calibrates probabilities. */
export type Calibration = IsotonicRegressionModel | PlattScalingModel;

/**
 * Learns on later customers how often it happens to those who were given a probability.
 *
 * @param kind `platt`: log-odds are stretched and shifted, two numbers to learn; `isotonic`: any
 * rising step function, which takes a thousand customers or more.
 * @param probabilities What an estimator gave customers that it was not fitted on.
 * @param labels 1 where it happened, else 0.
 * @returns A JSON-able model, to be applied with {@linkcode applyCalibration}.
 */
export function fitCalibration(
  kind: CalibrationKind,
  probabilities: Float64Array,
  labels: Uint8Array,
): Calibration {
  return kind === "isotonic"
    ? fitIsotonicRegression(probabilities, labels)
    : fitPlattScaling(probabilities.map(logOdds), labels);
}

/**
 * Sets probabilities right.
 *
 * @param probabilities What the same estimator gives, 0 to 1.
 * @returns Probabilities in the same order of customers, equal ones where a step is flat.
 */
export function applyCalibration(model: Calibration, probabilities: Float64Array): Float64Array {
  return model.kind === "isotonic_regression"
    ? predictIsotonicRegression(model, probabilities)
    : predictPlattScaling(model, probabilities.map(logOdds));
}

/** Bounded, since a forest may be sure. */
const SUREST = 1e-6;

function logOdds(probability: number): number {
  const p = Math.min(1 - SUREST, Math.max(SUREST, probability));
  return Math.log(p / (1 - p));
}
