import { firstRounds, predictGradientBoosting } from "../../learning/trees/gradient_boosting.ts";
import { alignProbabilities } from "../level/align_probabilities.ts";
import { applyCalibration, type CalibrationKind, fitCalibration } from "../level/calibration.ts";
import { type ClassifierCandidate, withMostRounds } from "./classifier_candidates.ts";
import { type ClassifierFits, createClassifierFits } from "../classifiers/classifier_fits.ts";
import type { LabelledCustomers } from "../classifiers/customer_classifier.ts";
import { evenlyDrawn } from "./evenly_drawn.ts";

/** An earlier period on which candidates are measured, each when it is asked for, and once. */
export interface Validation {
  /** Begins to fit candidates that will be asked for, where there are threads to do it meanwhile. */
  readonly begin?: (candidates: readonly ClassifierCandidate[]) => void;
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
 * @param fits Where they are made; on the calling thread alone if not given.
 */
export function validation(
  past: readonly LabelledCustomers[],
  later: LabelledCustomers,
  seed: number,
  fits: ClassifierFits = createClassifierFits(1),
): Validation {
  const snapshots = past.map(thinned);
  const measured = thinned(later);
  const { labels } = measured;
  const all = fittedTo(snapshots, [measured], seed, fits);
  const older = fittedTo(snapshots.slice(1), [snapshots[0], measured], seed, fits);
  const rate = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  return {
    begin: (candidates) => candidates.forEach(all.begin),
    alignedErrors: (candidate) => {
      const [probabilities] = all.probabilities(candidate);
      return squaredErrors(alignProbabilities(probabilities, rate), labels);
    },
    canCalibrate: past.length > 1,
    errors: (candidate, calibration) => {
      if (calibration === null) return squaredErrors(all.probabilities(candidate)[0], labels);
      const [latest, probabilities] = older.probabilities(candidate);
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

/** Candidates learned from some snapshots, and what probabilities they give to others. */
function fittedTo(
  past: readonly LabelledCustomers[],
  measured: readonly LabelledCustomers[],
  seed: number,
  fits: ClassifierFits,
) {
  const begin = once((candidate: ClassifierCandidate) =>
    fits.begin(past, {
      ...candidate,
      parameters: { trees: TREES_TO_COMPARE, ...candidate.parameters },
      calibration: null,
    }, {
      seed,
      later: measured.map(({ features }) => features),
      mostRows: ROWS_TO_COMPARE,
    })
  );
  const fit = once((candidate: ClassifierCandidate) => {
    const { classifier: { estimator }, probabilities, later } = begin(candidate)();
    // Forests are many and large, and not looked at again.
    return estimator.kind === "gradient_boosting"
      ? { probabilities, later, estimator }
      : { probabilities };
  });
  return {
    begin: (candidate: ClassifierCandidate) => {
      begin(withMostRounds(candidate));
    },
    probabilities: once((candidate: ClassifierCandidate) => {
      const { probabilities, later = [], estimator } = fit(withMostRounds(candidate));
      const { rounds } = candidate.parameters;
      if (rounds === undefined || estimator === undefined) return probabilities;
      if (rounds === estimator.settings.rounds) return probabilities;
      const shortened = firstRounds(estimator, rounds);
      return later.map((X) => predictGradientBoosting(shortened, X));
    }),
  };
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
