import type { DataFrame } from "nodejs-polars";
import type { Matrix } from "../../numeric/matrix.ts";
import { startThreads } from "../../numeric/threads/start_threads.ts";
import { applyCalibration, type CalibrationKind, fitCalibration } from "../level/calibration.ts";
import type { ClassifierCandidate } from "../selection/classifier_candidates.ts";
import {
  type ClassifierEngine,
  type CustomerClassifier,
  customerClassifier,
  type LabelledCustomers,
} from "./customer_classifier.ts";
import type { CustomerEstimator } from "./customer_estimator.ts";
import { runEstimatorJob } from "./estimator_job.ts";
import { type PreparedFeatures, rememberPreparedFeatures } from "./prepared_features.ts";
import { snapshotsWithin, stackLabels } from "../selection/stack_snapshots.ts";

/** A candidate, and whether its probabilities are set right on the latest known snapshot. */
export interface ClassifierPlan extends ClassifierCandidate {
  readonly calibration: CalibrationKind | null;
  readonly engine?: ClassifierEngine;
}

/** Options of {@linkcode ClassifierFits.begin}. */
export interface FitOptions {
  readonly seed: number;
  /** Customers whose probabilities are wanted. */
  readonly later?: readonly DataFrame[];
  /** As for `snapshotsWithin`. */
  readonly mostRows?: number;
}

/** Result of a fit. */
export interface ClassifierFit {
  readonly classifier: CustomerClassifier;
  /** Those of each of the later customers. */
  readonly probabilities: readonly Float64Array[];
  /** Those of our own engine on the rows of a package that took a sample of them. */
  readonly onSameRows?: readonly Float64Array[];
  /** The later customers as the classifier's estimator sees them. */
  readonly later: readonly Matrix[];
}

/** Fits that share threads and prepared features. */
export interface ClassifierFits {
  /**
   * Begins to fit a plan.
   *
   * @param past Labelled snapshots, the latest first; it is kept apart for calibration where the plan
   * asks for that and there is another one.
   * @param plan What to fit.
   * @param options See {@linkcode FitOptions}.
   * @returns A function, to be called once, that waits for the fit.
   */
  readonly begin: (
    past: readonly LabelledCustomers[],
    plan: ClassifierPlan,
    options: FitOptions,
  ) => () => ClassifierFit;
  /** Ends the threads. */
  readonly close: () => void;
}

/**
 * Creates a place where classifiers are fitted side by side.
 *
 * @param threads As for `startThreads`; the fits are the same on any number of them.
 */
export function createClassifierFits(threads?: number): ClassifierFits {
  const prepare = rememberPreparedFeatures();
  const { begin, close } = startThreads({
    worker: import.meta.resolve("./estimator_worker.ts"),
    run: runEstimatorJob,
    threads,
  });
  return {
    close,
    begin(past, { calibration, ...plan }, { seed, later = [], mostRows }) {
      const apart = calibration !== null && past.length > 1;
      const known = snapshotsWithin(apart ? past.slice(1) : past, mostRows);
      const prepared = prepare(known.map(({ features }) => features), plan.features);
      const { X, others } = matrices(prepared, plan, apart ? [past[0].features, ...later] : later);
      const { family, parameters, engine } = plan;
      const options = { family, parameters, engine, seed, threads: 1 };
      const result = begin({ X, labels: stackLabels(known), options, others });
      return () => {
        const { estimator, probabilities, onSameRows } = result();
        const parts = {
          ...plan,
          preparation: prepared.preparation,
          estimator: sameEdges(estimator, prepared),
        };
        if (!apart) {
          const classifier = customerClassifier({ ...parts, calibration: null });
          return { classifier, probabilities, onSameRows, later: others };
        }
        const [latest, ...uncalibrated] = probabilities;
        const fitted = fitCalibration(calibration, latest, past[0].labels);
        return {
          classifier: customerClassifier({ ...parts, calibration: fitted }),
          probabilities: uncalibrated.map((p) => applyCalibration(fitted, p)),
          later: others.slice(1),
        };
      };
    },
  };
}

/** Our trees look at bins alone, which are made once for all of them. */
function matrices(
  { X, binned, prepare, prepareBinned }: PreparedFeatures,
  { family, engine = "built-in" }: Pick<ClassifierPlan, "family" | "engine">,
  others: readonly DataFrame[],
) {
  return family === "logistic_regression" || engine !== "built-in"
    ? { X, others: others.map(prepare) }
    : { X: binned(), others: others.map(prepareBinned) };
}

/** Edges come back from another thread as a copy, by which bins made before would not be known. */
function sameEdges(estimator: CustomerEstimator, { binned }: PreparedFeatures): CustomerEstimator {
  return "edges" in estimator ? { ...estimator, edges: binned().edges } : estimator;
}
