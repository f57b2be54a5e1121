import { checkBinary, checkBothClasses, checkPairs, checkProbabilities } from "./check_pairs.ts";
import { quantileSorted } from "../numeric/quantile.ts";
import { positiveInteger } from "../numeric/positive_integer.ts";

/** Counts of rows by true and predicted class. */
export interface ConfusionMatrix {
  /** Rows of class 1 predicted as 1. */
  readonly true_positives: number;
  /** Rows of class 0 predicted as 1. */
  readonly false_positives: number;
  /** Rows of class 1 predicted as 0. */
  readonly false_negatives: number;
  /** Rows of class 0 predicted as 0. */
  readonly true_negatives: number;
}

/**
 * Counts the rows by true and predicted class.
 *
 * @param truth True classes, 0 or 1.
 * @param predictions Predicted classes, 0 or 1.
 * @returns The four counts.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a class is neither 0 nor 1.
 *
 * @example
 * ```ts
 * import { confusionMatrix } from "./classification.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(confusionMatrix([1, 1, 0, 0, 0], [1, 0, 1, 0, 0]), {
 *   true_positives: 1,
 *   false_positives: 1,
 *   false_negatives: 1,
 *   true_negatives: 2,
 * });
 * ```
 */
export function confusionMatrix(
  truth: ArrayLike<number>,
  predictions: ArrayLike<number>,
): ConfusionMatrix {
  const doing = "Counting a confusion matrix";
  checkPairs(doing, truth, predictions);
  checkBinary(doing, truth);
  checkBinary(doing, predictions);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < truth.length; i++) counts[2 * truth[i] + predictions[i]]++;
  const [true_negatives, false_positives, false_negatives, true_positives] = counts;
  return { true_positives, false_positives, false_negatives, true_negatives };
}

/**
 * The share of rows whose class was predicted rightly.
 *
 * @param truth True classes, 0 or 1.
 * @param predictions Predicted classes, 0 or 1.
 * @returns A share in [0, 1].
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a class is neither 0 nor 1.
 *
 * @example
 * ```ts
 * import { accuracy } from "./classification.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(accuracy([1, 0, 1, 0], [1, 0, 0, 0]), 0.75);
 * ```
 */
export function accuracy(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  const { true_positives, true_negatives } = confusionMatrix(truth, predictions);
  return (true_positives + true_negatives) / truth.length;
}

/**
 * The share of the rows predicted as class 1 that are of class 1.
 *
 * @param truth True classes, 0 or 1.
 * @param predictions Predicted classes, 0 or 1.
 * @returns A share in [0, 1]; 0 where no row was predicted as class 1.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a class is neither 0 nor 1.
 *
 * @example
 * ```ts
 * import { precision } from "./classification.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(precision([1, 0, 1, 0], [1, 1, 0, 0]), 0.5);
 * ```
 */
export function precision(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  const { true_positives, false_positives } = confusionMatrix(truth, predictions);
  return true_positives === 0 ? 0 : true_positives / (true_positives + false_positives);
}

/**
 * The share of the rows of class 1 that were predicted as class 1.
 *
 * @param truth True classes, 0 or 1.
 * @param predictions Predicted classes, 0 or 1.
 * @returns A share in [0, 1]; 0 where no row is of class 1.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a class is neither 0 nor 1.
 *
 * @example
 * ```ts
 * import { recall } from "./classification.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(recall([1, 1, 1, 1], [1, 0, 0, 0]), 0.25);
 * ```
 */
export function recall(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  const { true_positives, false_negatives } = confusionMatrix(truth, predictions);
  return true_positives === 0 ? 0 : true_positives / (true_positives + false_negatives);
}

/**
 * The harmonic mean of precision and recall.
 *
 * @param truth True classes, 0 or 1.
 * @param predictions Predicted classes, 0 or 1.
 * @returns A share in [0, 1]; 0 where no row of class 1 was found.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a class is neither 0 nor 1.
 *
 * @example
 * ```ts
 * import { f1 } from "./classification.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(f1([1, 1, 0, 0], [1, 0, 1, 0]), 0.5);
 * ```
 */
export function f1(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  const counts = confusionMatrix(truth, predictions);
  const { true_positives, false_positives, false_negatives } = counts;
  if (true_positives === 0) return 0;
  return 2 * true_positives / (2 * true_positives + false_positives + false_negatives);
}

/** Counts of rows of either class at or above each distinct score, highest first. */
interface ThresholdCounts {
  /** The distinct scores, descending. */
  readonly thresholds: Float64Array;
  /** Rows of class 1 whose score is at least the threshold. */
  readonly truePositives: Int32Array;
  /** Rows of class 0 whose score is at least the threshold. */
  readonly falsePositives: Int32Array;
}

/**
 * Counts what each threshold of a score finds: the exact numbers behind the ROC curve, the
 * precision–recall curve and the lift table. Rows of equal score pass a threshold together, so the
 * order of the rows changes nothing.
 *
 * @param truth True classes, 0 or 1.
 * @param scores Higher for rows that are likelier of class 1. Descending ones are counted in one
 *   pass.
 * @returns The counts; the last ones are the rows of class 1 and of class 0.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a class is neither 0 nor 1, or a score is NaN or
 *   infinite.
 */
function thresholdCounts(
  doing: string,
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
): ThresholdCounts {
  checkPairs(doing, truth, scores);
  checkBinary(doing, truth);
  const ofClass1 = ascendingScores(truth, scores, 1);
  const ofClass0 = ascendingScores(truth, scores, 0);

  const thresholds = new Float64Array(scores.length);
  const truePositives = new Int32Array(scores.length);
  const falsePositives = new Int32Array(scores.length);
  let distinct = 0;
  // How many rows of either class lie below the threshold, which goes down both lists at once.
  let below1 = ofClass1.length;
  let below0 = ofClass0.length;
  while (below1 > 0 || below0 > 0) {
    const highest1 = below1 > 0 ? ofClass1[below1 - 1] : -Infinity;
    const highest0 = below0 > 0 ? ofClass0[below0 - 1] : -Infinity;
    const threshold = highest1 > highest0 ? highest1 : highest0;
    while (below1 > 0 && ofClass1[below1 - 1] === threshold) below1--;
    while (below0 > 0 && ofClass0[below0 - 1] === threshold) below0--;
    thresholds[distinct] = threshold;
    truePositives[distinct] = ofClass1.length - below1;
    falsePositives[distinct] = ofClass0.length - below0;
    distinct++;
  }
  return {
    thresholds: thresholds.subarray(0, distinct),
    truePositives: truePositives.subarray(0, distinct),
    falsePositives: falsePositives.subarray(0, distinct),
  };
}

/** The scores of one class, sorted only where they are not in order already. */
function ascendingScores(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
  ofClass: number,
): Float64Array {
  const found = new Float64Array(scores.length);
  let count = 0;
  let ordered = true;
  // From the last row, because callers who know the order put the highest score first.
  for (let row = scores.length - 1; row >= 0; row--) {
    if (truth[row] !== ofClass) continue;
    if (count > 0 && scores[row] < found[count - 1]) ordered = false;
    found[count++] = scores[row];
  }
  const ofThisClass = found.subarray(0, count);
  return ordered ? ofThisClass : ofThisClass.sort();
}

/** One point of a ROC curve. */
export interface RocPoint {
  /** Share of the rows of class 0 whose score is at least the threshold. */
  readonly false_positive_rate: number;
  /** Share of the rows of class 1 whose score is at least the threshold. */
  readonly true_positive_rate: number;
  /** The score from which on a row counts as class 1; Infinity at the first point. */
  readonly threshold: number;
}

/**
 * The receiver operating characteristic: what each threshold of a score finds, and what it costs.
 *
 * @param truth True classes, 0 or 1.
 * @param scores Higher for rows that are likelier of class 1.
 * @returns One point per distinct score, from (0, 0) to (1, 1).
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If a class is missing or neither 0 nor 1, or a score is NaN or infinite.
 *
 * @example
 * ```ts
 * import { rocCurve } from "./classification.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(rocCurve([0, 1], [0.2, 0.9]), [
 *   { false_positive_rate: 0, true_positive_rate: 0, threshold: Infinity },
 *   { false_positive_rate: 0, true_positive_rate: 1, threshold: 0.9 },
 *   { false_positive_rate: 1, true_positive_rate: 1, threshold: 0.2 },
 * ]);
 * ```
 */
export function rocCurve(truth: ArrayLike<number>, scores: ArrayLike<number>): RocPoint[] {
  const doing = "Drawing a ROC curve";
  const { thresholds, truePositives, falsePositives } = thresholdCounts(doing, truth, scores);
  const last = thresholds.length - 1;
  checkBothClasses(doing, truePositives[last], falsePositives[last]);
  const points = [{ false_positive_rate: 0, true_positive_rate: 0, threshold: Infinity }];
  thresholds.forEach((threshold, i) =>
    points.push({
      false_positive_rate: falsePositives[i] / falsePositives[last],
      true_positive_rate: truePositives[i] / truePositives[last],
      threshold,
    })
  );
  return points;
}

/**
 * The area under the ROC curve: the probability that a row of class 1 scores higher than one of
 * class 0, a tie counting one half.
 *
 * @param truth True classes, 0 or 1.
 * @param scores Higher for rows that are likelier of class 1.
 * @returns A share in [0, 1]; .5 is chance.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If a class is missing or neither 0 nor 1, or a score is NaN or infinite.
 *
 * @example
 * ```ts
 * import { rocAuc } from "./classification.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(rocAuc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]), 0.75);
 * assertEquals(rocAuc([0, 1], [0.5, 0.5]), 0.5);
 * ```
 */
export function rocAuc(truth: ArrayLike<number>, scores: ArrayLike<number>): number {
  const doing = "Computing the area under a ROC curve";
  const { truePositives, falsePositives } = thresholdCounts(doing, truth, scores);
  let found = 0;
  let alarms = 0;
  // In half pairs, which are whole numbers: their sum is exact.
  let halfPairs = 0;
  for (let i = 0; i < truePositives.length; i++) {
    halfPairs += (falsePositives[i] - alarms) * (truePositives[i] + found);
    found = truePositives[i];
    alarms = falsePositives[i];
  }
  checkBothClasses(doing, found, alarms);
  return halfPairs / 2 / (found * alarms);
}

/** Where each row stands among the rows of the other class; the mean of either is the ROC AUC. */
export interface AucPlacements {
  /** For each row of class 1, the share of rows of class 0 that score lower; a tie counts half. */
  readonly positives: Float64Array;
  /** For each row of class 0, the share of rows of class 1 that score higher. */
  readonly negatives: Float64Array;
}

/**
 * Takes the ROC AUC apart into one share per row, from which its variance follows.
 *
 * Source: DeLong, DeLong & Clarke-Pearson, "Comparing the Areas under Two or More Correlated Receiver
 * Operating Characteristic Curves" (1988), by the midranks of Sun & Xu (2014).
 *
 * @param truth True classes, 0 or 1, both of them there.
 * @param scores Higher for rows that are likelier of class 1.
 * @returns Placements in the order of the rows of each class.
 */
export function aucPlacements(truth: ArrayLike<number>, scores: ArrayLike<number>): AucPlacements {
  const order = Uint32Array.from({ length: truth.length }, (_, i) => i)
    .sort((a, b) => scores[a] - scores[b]);
  const all = [0, 0];
  for (let i = 0; i < truth.length; i++) all[truth[i]]++;
  const placement = new Float64Array(truth.length);
  const below = [0, 0];
  for (let start = 0; start < order.length;) {
    let end = start;
    const tied = [0, 0];
    while (end < order.length && scores[order[end]] === scores[order[start]]) {
      tied[truth[order[end++]]]++;
    }
    for (let place = start; place < end; place++) {
      const row = order[place];
      const other = 1 - truth[row];
      const lower = (below[other] + tied[other] / 2) / all[other];
      placement[row] = other === 0 ? lower : 1 - lower;
    }
    below[0] += tied[0];
    below[1] += tied[1];
    start = end;
  }
  return {
    positives: placement.filter((_, i) => truth[i] === 1),
    negatives: placement.filter((_, i) => truth[i] === 0),
  };
}

/**
 * The area under the precision–recall curve as a sum of steps: the mean precision at which each row
 * of class 1 is found (scikit-learn's `average_precision_score`; no interpolation between points,
 * which would flatter the score: Davis and Goadrich 2006).
 *
 * @param truth True classes, 0 or 1.
 * @param scores Higher for rows that are likelier of class 1; rows of equal score are found together.
 * @returns A share in (0, 1]; the share of class 1 is chance.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If no row is of class 1, a class is neither 0 nor 1, or a score is NaN or
 *   infinite.
 *
 * @example
 * ```ts
 * import { averagePrecision } from "./classification.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(averagePrecision([1, 0, 1, 0], [0.9, 0.8, 0.7, 0.1]), (1 + 2 / 3) / 2);
 * assertEquals(averagePrecision([1, 0, 0, 0], [0.5, 0.5, 0.5, 0.5]), 0.25);
 * ```
 */
export function averagePrecision(truth: ArrayLike<number>, scores: ArrayLike<number>): number {
  const doing = "Computing the average precision";
  const { truePositives, falsePositives } = thresholdCounts(doing, truth, scores);
  const positives = truePositives[truePositives.length - 1];
  if (positives === 0) throw new RangeError(`${doing}: no row is of class 1.`);
  let found = 0;
  let sum = 0;
  for (let i = 0; i < truePositives.length; i++) {
    const precision = truePositives[i] / (truePositives[i] + falsePositives[i]);
    sum += (truePositives[i] - found) * precision;
    found = truePositives[i];
  }
  return sum / positives;
}

/**
 * The mean squared difference between a probability and what happened (Brier 1950).
 *
 * @param truth True classes, 0 or 1.
 * @param probabilities Predicted probabilities of class 1, in [0, 1].
 * @returns 0 (certain and right) to 1 (certain and wrong).
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a class is neither 0 nor 1, or a probability lies
 *   outside [0, 1].
 *
 * @example
 * ```ts
 * import { brierScore } from "./classification.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(brierScore([1, 0], [0.5, 0.5]), 0.25);
 * ```
 */
export function brierScore(truth: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  checkProbabilities("Computing the Brier score", truth, probabilities);
  let sum = 0;
  for (let i = 0; i < truth.length; i++) sum += (probabilities[i] - truth[i]) ** 2;
  return sum / truth.length;
}

/**
 * The mean negative log-likelihood of what happened under the predicted probabilities.
 *
 * @param truth True classes, 0 or 1.
 * @param probabilities Predicted probabilities of class 1, in [0, 1]; they are kept 2.2e-16 away
 *   from 0 and 1, so that one certain mistake does not make the score infinite.
 * @returns 0 or more, in nats; ln 2 = .693 for always saying one half.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a class is neither 0 nor 1, or a probability lies
 *   outside [0, 1].
 *
 * @example
 * ```ts
 * import { logLoss } from "./classification.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(logLoss([1, 0], [0.5, 0.5]), Math.LN2, 1e-15);
 * ```
 */
export function logLoss(truth: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  checkProbabilities("Computing the log loss", truth, probabilities);
  let sum = 0;
  for (let i = 0; i < truth.length; i++) {
    const ofClass1 = clip(probabilities[i]);
    sum -= Math.log(truth[i] === 1 ? ofClass1 : 1 - ofClass1);
  }
  return sum / truth.length;
}

function clip(probability: number): number {
  return Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON);
}

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
 * import { calibrationCurve } from "./classification.ts";
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
  positiveInteger(`${doing}: the number of bins`, bins);
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
 * import { expectedCalibrationError } from "./classification.ts";
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

/** One group of a lift table: customers with similar scores. */
export interface LiftRow {
  /** 1 for the highest scores. */
  readonly group: number;
  /** Number of customers in the group. */
  readonly customers: number;
  /** How many of them are of class 1: a fraction where equal scores reach over a border. */
  readonly positives: number;
  /** Share of the group that is of class 1. */
  readonly rate: number;
  /** The rate as a multiple of the rate of all customers. */
  readonly lift: number;
  /** Share of all of class 1 that this group and those before it hold. */
  readonly cumulative_gain: number;
}

/** Options of {@linkcode liftTable}. */
export interface LiftTableOptions {
  /** Number of groups; default 10. */
  readonly groups?: number;
}

/**
 * Cuts the customers into groups of equal size by descending score, and counts what each holds:
 * gains and lift by decile.
 *
 * Where customers of equal score fall into two groups, each group gets its share of their positives,
 * which is what a random order among them gives on average. So the table does not depend on the
 * order of the rows, and the same score for everybody has a lift of 1 throughout.
 *
 * @param truth True classes, 0 or 1.
 * @param scores Higher for rows that are likelier of class 1.
 * @param options How many groups.
 * @returns One row per group, highest scores first; sizes differ by one customer at most.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If no row is of class 1, a class is neither 0 nor 1, a score is NaN or
 *   infinite, or there are more groups than rows or less than one.
 *
 * @example
 * ```ts
 * import { liftTable } from "./classification.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(liftTable([1, 1, 0, 1, 0, 0], [6, 5, 4, 3, 2, 1], { groups: 2 }), [
 *   { group: 1, customers: 3, positives: 2, rate: 2 / 3, lift: 4 / 3, cumulative_gain: 2 / 3 },
 *   { group: 2, customers: 3, positives: 1, rate: 1 / 3, lift: 2 / 3, cumulative_gain: 1 },
 * ]);
 * ```
 */
export function liftTable(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
  options: LiftTableOptions = {},
): LiftRow[] {
  const { groups = 10 } = options;
  const doing = "Tabling lift";
  const { truePositives, falsePositives } = thresholdCounts(doing, truth, scores);
  const last = truePositives.length - 1;
  const all = truePositives[last];
  if (all === 0) throw new RangeError(`${doing}: no row is of class 1.`);
  const rows = truth.length;
  if (!Number.isInteger(groups) || groups < 1 || groups > rows) {
    throw new RangeError(
      `${doing}: the number of groups must be 1 to ${rows}, the rows, got ${groups}.`,
    );
  }

  let threshold = 0;
  /** How many positives the first customers hold, on average over the orders of equal scores. */
  function positivesOfFirst(customers: number): number {
    while (truePositives[threshold] + falsePositives[threshold] < customers) threshold++;
    const found = threshold > 0 ? truePositives[threshold - 1] : 0;
    const before = threshold > 0 ? found + falsePositives[threshold - 1] : 0;
    const tied = truePositives[threshold] + falsePositives[threshold] - before;
    return found + (truePositives[threshold] - found) * (customers - before) / tied;
  }

  const table: LiftRow[] = [];
  let [firstBefore, foundBefore] = [0, 0];
  for (let group = 1; group <= groups; group++) {
    const first = Math.round(group * rows / groups);
    const found = positivesOfFirst(first);
    const customers = first - firstBefore;
    const positives = found - foundBefore;
    table.push({
      group,
      customers,
      positives,
      rate: positives / customers,
      lift: positives * rows / (customers * all),
      cumulative_gain: found / all,
    });
    [firstBefore, foundBefore] = [first, found];
  }
  return table;
}
