import { calibrationCurve, type CalibrationCurveOptions } from "./calibration_curve.ts";

/**
 * How far predicted probabilities lie from what happened, on average over the rows: the gap between
 * mean probability and observed rate of each bin, weighted by its rows (Naeini, Cooper and
 * Hauskrecht 2015).
 *
 * @param truth True classes, 0 or 1.
 * @param probabilities Predicted probabilities of class 1, in [0, 1].
 * @param options How many bins (default 10), and of which kind; default "quantile", bins of equally
 *   many rows, so that no bin's rate rests on a handful of them.
 * @returns 0 (calibrated) to 1. Also a perfect model's is a little above 0, by the chance in each
 *   bin's rate: compare models on the same rows with the same bins.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a class is neither 0 nor 1, a probability lies
 *   outside [0, 1], or there is less than one bin.
 *
 * @example
 * ```ts
 * import { expectedCalibrationError } from "./expected_calibration_error.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const probabilities = [0.25, 0.25, 0.75, 0.75];
 * assertEquals(expectedCalibrationError([0, 1, 1, 1], probabilities, { bins: 2 }), 0.25);
 * ```
 */
export function expectedCalibrationError(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: CalibrationCurveOptions = {},
): number {
  const { bins = 10, strategy = "quantile" } = options;
  let sum = 0;
  for (const point of calibrationCurve(truth, probabilities, { bins, strategy })) {
    sum += point.rows * Math.abs(point.mean_probability - point.observed_rate);
  }
  return sum / truth.length;
}
