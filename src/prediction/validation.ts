import type { Matrix } from "../numeric/matrix.ts";
import { alignProbabilities } from "./align_probabilities.ts";
import { applyCalibration, type CalibrationKind, fitCalibration } from "./calibration.ts";
import type { ClassifierCandidate } from "./classifier_candidates.ts";
import type { LabelledCustomers } from "./customer_classifier.ts";
import { fitEstimator, predictEstimator } from "./customer_estimator.ts";
import { evenlyDrawn } from "./evenly_drawn.ts";
import { fitFeaturePreparation, prepareFeatures } from "./feature_preparation.ts";
import { stackSnapshots } from "./stack_snapshots.ts";

/** An earlier period on which candidates are measured, each when it is asked for, and once. */
export interface Validation {
  /** Squared error of each customer's probability, after `alignProbabilities`. */
  readonly alignedErrors: (candidate: ClassifierCandidate) => Float64Array;
  /** Whether there is a snapshot to calibrate on beside one to learn from. */
  readonly canCalibrate: boolean;
  /** Squared errors without aligning, calibrated on the latest snapshot or not. */
  readonly errors: (
    candidate: ClassifierCandidate,
    calibration: CalibrationKind | null,
  ) => Float64Array;
}

/** Trees and rows while choosing: enough to tell candidates apart. */
const TREES_TO_COMPARE = 50, ROWS_TO_COMPARE = 8_000;

/**
 * Fits candidates to what was known on an earlier date, and measures them on what came then.
 *
 * @param past Snapshots whose labels end by that date, the latest first.
 * @param later The snapshot of that date.
 * @param seed Seeds the fits.
 * @returns See {@linkcode Validation}.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { validation } from "./validation.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const features = pl.DataFrame({ frequency: [1, 2, 8, 9] });
 * const snapshot = { features, labels: Uint8Array.of(1, 1, 0, 0) };
 * const { alignedErrors, canCalibrate } = validation([snapshot], snapshot, 42);
 * const errors = alignedErrors({
 *   family: "logistic_regression", features: ["frequency"], parameters: {},
 * });
 * assertEquals([errors.length, canCalibrate], [4, false]);
 * ```
 */
export function validation(
  past: readonly LabelledCustomers[],
  later: LabelledCustomers,
  seed: number,
): Validation {
  const snapshots = past.map(thinned);
  const measured = thinned(later);
  const { labels } = measured;
  const all = trained(snapshots, [measured], seed);
  const older = trained(snapshots.slice(1), [snapshots[0], measured], seed);
  const rate = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  return {
    alignedErrors: (candidate) => {
      const [probabilities] = all(candidate);
      return squaredErrors(alignProbabilities(probabilities, rate), labels);
    },
    canCalibrate: past.length > 1,
    errors: (candidate, calibration) => {
      if (calibration === null) return squaredErrors(all(candidate)[0], labels);
      const [latest, probabilities] = older(candidate);
      const model = fitCalibration(calibration, latest, snapshots[0].labels);
      return squaredErrors(applyCalibration(model, probabilities), labels);
    },
  };
}

/** Evenly spaced customers of both kinds, where there are more than it takes to choose. */
function thinned({ features, labels }: LabelledCustomers): LabelledCustomers {
  const { drawn, rows } = evenlyDrawn(features, ROWS_TO_COMPARE);
  const kept = Uint8Array.from(rows, (row) => labels[row]);
  const hasBoth = kept.includes(0) && kept.includes(1);
  return hasBoth ? { features: drawn, labels: kept } : { features, labels };
}

/** A function from a candidate, learned from some snapshots, to its probabilities on others. */
function trained(
  past: readonly LabelledCustomers[],
  measured: readonly LabelledCustomers[],
  seed: number,
): (candidate: ClassifierCandidate) => readonly Float64Array[] {
  const prepare = once((features: readonly string[]): { X: Matrix[]; labels: Uint8Array } => {
    const stacked = stackSnapshots(past, ROWS_TO_COMPARE);
    const preparation = fitFeaturePreparation(stacked.features, features);
    const X = [stacked, ...measured].map((one) => prepareFeatures(preparation, one.features));
    return { X, labels: stacked.labels };
  });
  return once(({ family, features, parameters }: ClassifierCandidate) => {
    const { X: [known, ...others], labels } = prepare(features);
    const estimator = fitEstimator(known, labels, {
      family,
      parameters: { trees: TREES_TO_COMPARE, ...parameters },
      seed,
    });
    return others.map((X) => predictEstimator(estimator, X));
  });
}

function squaredErrors(probabilities: Float64Array, labels: Uint8Array): Float64Array {
  return probabilities.map((p, i) => (p - labels[i]) ** 2);
}

/** Remembers results by the identity of what they were computed from. */
function once<Key extends object, T>(compute: (key: Key) => T): (key: Key) => T {
  const results = new Map<Key, T>();
  return (key) => {
    const result = results.get(key) ?? compute(key);
    results.set(key, result);
    return result;
  };
}
