import { quantileSorted } from "../numeric/quantile.ts";
import { checkProbabilities } from "./check_pairs.ts";

/** One bin of a calibration curve. */
export interface CalibrationPoint {
  /** Mean predicted probability of the bin's rows. */
  readonly mean_probability: number;
  /** Share of the bin's rows that are of class 1. */
  readonly observed_rate: number;
  /** Number of rows in the bin. */
  readonly rows: number;
}

/** Options of {@linkcode calibrationCurve}. */
export interface CalibrationCurveOptions {
  /** Number of bins; default 10. */
  readonly bins?: number;
  /** Bins of equal width, or of equally many rows; default "uniform". */
  readonly strategy?: "uniform" | "quantile";
}

/**
 * Compares predicted probabilities with how often the predicted thing happened, bin by bin.
 *
 * @param truth True classes, 0 or 1.
 * @param probabilities Predicted probabilities of class 1, in [0, 1].
 * @param options How many bins, and of which kind.
 * @returns One point per bin that has rows, by ascending probability; a calibrated model's points
 *   lie on the diagonal.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a class is neither 0 nor 1, a probability lies
 *   outside [0, 1], or there is less than one bin.
 *
 * @example
 * ```ts
 * import { calibrationCurve } from "./calibration_curve.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(calibrationCurve([0, 1, 1, 1], [0.25, 0.25, 0.75, 0.75], { bins: 2 }), [
 *   { mean_probability: 0.25, observed_rate: 0.5, rows: 2 },
 *   { mean_probability: 0.75, observed_rate: 1, rows: 2 },
 * ]);
 * ```
 */
export function calibrationCurve(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: CalibrationCurveOptions = {},
): CalibrationPoint[] {
  const { bins = 10, strategy = "uniform" } = options;
  const doing = "Drawing a calibration curve";
  checkProbabilities(doing, truth, probabilities);
  if (!Number.isInteger(bins) || bins < 1) {
    throw new RangeError(`${doing}: the number of bins must be a positive integer, got ${bins}.`);
  }
  const edges = binEdges(probabilities, bins, strategy);
  const sums = Array.from({ length: bins }, () => ({ probability: 0, positives: 0, rows: 0 }));
  for (let i = 0; i < truth.length; i++) {
    let bin = 0;
    while (bin < edges.length && probabilities[i] > edges[bin]) bin++;
    sums[bin].probability += probabilities[i];
    sums[bin].positives += truth[i];
    sums[bin].rows++;
  }
  return sums.filter((bin) => bin.rows > 0).map(({ probability, positives, rows }) => ({
    mean_probability: probability / rows,
    observed_rate: positives / rows,
    rows,
  }));
}

/**
 * The borders between the bins. A multiple of 1 / bins, as NumPy computes it and not i / bins: they
 * differ in the last bit, which decides where a probability on a border belongs.
 */
function binEdges(
  probabilities: ArrayLike<number>,
  bins: number,
  strategy: "uniform" | "quantile",
): number[] {
  const shares = Array.from({ length: bins - 1 }, (_, i) => (i + 1) * (1 / bins));
  if (strategy === "uniform") return shares;
  const sorted = Float64Array.from(probabilities).sort();
  return shares.map((share) => quantileSorted(sorted, share * 100 / 100));
}
