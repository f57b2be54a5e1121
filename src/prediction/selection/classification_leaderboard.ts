import {
  accuracy,
  averagePrecision,
  brierScore,
  expectedCalibrationError,
  f1,
  logLoss,
  precision,
  recall,
  rocAuc,
} from "../../metrics/classification.ts";
import { bootstrapIntervals, type Interval } from "../../metrics/intervals.ts";

/** Scores of one model on the later period. */
export interface ClassificationScores {
  readonly model: string;
  /** What computed it: "built-in", or the npm package's name. */
  readonly engine: string;
  /** True for a rule that any model must beat. */
  readonly baseline: boolean;
  /** True if fitted on a sample of the rows, all that an engine can take: never called the best. */
  readonly sampled?: true;
  /** Share of customers classified rightly at a probability of ½. */
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly roc_auc: number;
  /** Area under the precision–recall curve, as average precision; chance is the positive rate. */
  readonly pr_auc: number;
  /** Mean squared error of the probability. */
  readonly brier: number;
  readonly log_loss: number;
  /** Mean distance of probability and observed rate, over ten groups of equal count. */
  readonly calibration_error: number;
  /** Ranges that hold 95 % of bootstrap samples of the customers, where they were asked for. */
  readonly intervals?: { readonly roc_auc: Interval; readonly brier: Interval };
  /** What the engine could not do as asked, such as rows it had to leave out. */
  readonly notes: readonly string[];
}

/** A model's name and its probabilities on the later period. */
export interface ScoredModel {
  readonly model: string;
  readonly engine: string;
  readonly baseline: boolean;
  readonly probabilities: Float64Array;
  /** Whether it was fitted on a sample of the rows only. */
  readonly sampled?: boolean;
  readonly notes?: readonly string[];
}

/**
 * Measures probabilities against what happened.
 *
 * @param truth 1 where it happened, else 0.
 * @param scored A model's name and its probability for each customer.
 * @param seed Seeds the bootstrap samples; default 42. Null: no intervals, which take most of the time.
 * @returns Accuracy, precision, recall and F1 at a probability of ½; ROC AUC, PR AUC, Brier score,
 * log loss and calibration error; intervals.
 */
export function classificationScores(
  truth: Uint8Array,
  scored: ScoredModel,
  seed: number | null = 42,
): ClassificationScores {
  const { model, engine, baseline, sampled, probabilities, notes = [] } = scored;
  const predictions = Uint8Array.from(probabilities, (p) => (p >= 0.5 ? 1 : 0));
  return {
    model,
    engine,
    baseline,
    ...(sampled ? { sampled } : {}),
    accuracy: accuracy(truth, predictions),
    precision: precision(truth, predictions),
    recall: recall(truth, predictions),
    f1: f1(truth, predictions),
    roc_auc: rocAuc(truth, probabilities),
    pr_auc: averagePrecision(truth, probabilities),
    brier: brierScore(truth, probabilities),
    log_loss: logLoss(truth, probabilities),
    calibration_error: expectedCalibrationError(truth, probabilities),
    ...(seed === null ? {} : { intervals: intervalsOf(truth, probabilities, seed) }),
    notes,
  };
}

function intervalsOf(truth: Uint8Array, probabilities: Float64Array, seed: number) {
  return bootstrapIntervals({ roc_auc: rocAuc, brier: brierScore }, truth, probabilities, { seed });
}
