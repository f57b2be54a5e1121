import { mean } from "../../numeric/sums.ts";
import type { DataFrame } from "nodejs-polars";
import { checkProbabilities } from "../../metrics/check_pairs.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import { createRandom, type Random } from "../../numeric/random/random.ts";
import { type AucPlacements, aucPlacements } from "../../metrics/classification.ts";
import { type CustomerClassifier, predictPrepared } from "../classifiers/customer_classifier.ts";
import { evenlyDrawn } from "../selection/evenly_drawn.ts";
import { preparedColumns, prepareFeatures } from "../classifiers/feature_preparation.ts";

/** Options of {@linkcode permutationImportance}. */
export interface PermutationImportanceOptions {
  readonly seed?: number;
  /** Shuffles per feature. Default 5. */
  readonly repeats?: number;
  /** Most customers to measure on, evenly drawn from the rows. Default 2,000. */
  readonly sample?: number;
}

/** Loss of ROC AUC when a feature is shuffled among the customers. */
export interface PermutationImportanceRow {
  readonly feature: string;
  /** Mean fall of the ROC AUC; about 0 for a feature that the model does not need. */
  readonly importance: number;
  /** A 95 % interval for other customers and other shuffles. */
  readonly low: number;
  readonly high: number;
}

/**
 * Permutation importance: shuffles one feature at a time and measures what the model loses.
 *
 * Measure on customers that the model has not seen: then it says what the feature is worth, not what
 * the model remembers. Two features that say the same stand in for each other, and both look needless.
 *
 * Source: Breiman, "Random Forests" (2001), section 10. The interval adds the variance between the
 * shuffles to the variance between the customers, which is that of the difference of two correlated
 * AUCs (DeLong, DeLong & Clarke-Pearson 1988).
 *
 * @param model A fitted classifier.
 * @param customers Features and labels (1 or 0) to measure on.
 * @param options See {@linkcode PermutationImportanceOptions}.
 * @returns One row per feature, the most important first.
 * @throws {TypeError} If there are not as many labels as customers.
 * @throws {RangeError} If there is only one class, or no repeat.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { fitCustomerClassifier } from "../classifiers/customer_classifier.ts";
 * import { permutationImportance } from "./permutation_importance.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const features = pl.DataFrame({ recency_days: [1, 2, 3, 90, 91, 92], frequency: [2, 2, 2, 2, 2, 2] });
 * const labels = Uint8Array.of(0, 0, 0, 1, 1, 1);
 * const model = fitCustomerClassifier(features, labels, {
 *   family: "logistic_regression", features: ["recency_days", "frequency"],
 * });
 * const [first, last] = permutationImportance(model, { features, labels });
 * assertEquals([first.feature, last.importance, last.high], ["recency_days", 0, 0]);
 * ```
 */
export function permutationImportance(
  model: CustomerClassifier,
  customers: { readonly features: DataFrame; readonly labels: Uint8Array },
  options: PermutationImportanceOptions = {},
): PermutationImportanceRow[] {
  const { seed = 42, repeats = 5, sample = 2000 } = options;
  checkLengths(customers.features.height, customers.labels.length);
  const { drawn: features, rows } = evenlyDrawn(customers.features, sample);
  const labels = Uint8Array.from(rows, (i) => customers.labels[i]);
  const X = prepareFeatures(model.preparation, features);
  const whole = predictPrepared(model, X);
  check(labels, whole, repeats);
  const placed = aucPlacements(labels, whole);
  return model.features
    .map((feature) => {
      const randoms = Array.from(
        { length: repeats },
        (_, repeat) => createRandom(seed, `importance of ${feature} ${repeat}`),
      );
      const columns = preparedColumns(model.preparation, feature);
      const shuffled = predictPrepared(model, shuffledCopies(X, columns, randoms));
      const shuffles = randoms.map((_, repeat) => {
        const probabilities = shuffled.subarray(repeat * X.rows, (repeat + 1) * X.rows);
        return fall(placed, aucPlacements(labels, probabilities));
      });
      return { feature, ...summary(shuffles) };
    })
    .sort((a, b) => b.importance - a.importance || (a.feature < b.feature ? -1 : 1));
}

/** The 97.5 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/** Mean fall over the shuffles, with an interval. */
function summary(shuffles: readonly AucPlacements[]) {
  const falls = Float64Array.from(shuffles, ({ positives }) => mean(positives));
  const positives = meanOf(shuffles.map((one) => one.positives));
  const negatives = meanOf(shuffles.map((one) => one.negatives));
  const importance = mean(falls);
  const variance = errorVariance(falls) + errorVariance(positives) + errorVariance(negatives);
  const margin = Z * Math.sqrt(variance);
  return { importance, low: importance - margin, high: importance + margin };
}

function fall(before: AucPlacements, after: AucPlacements): AucPlacements {
  return {
    positives: before.positives.map((value, i) => value - after.positives[i]),
    negatives: before.negatives.map((value, i) => value - after.negatives[i]),
  };
}

/** The same customers below one another, each time with some columns in another order, the same for
 * all of those columns. */
function shuffledCopies(X: Matrix, columns: readonly number[], randoms: readonly Random[]): Matrix {
  const values = new Float64Array(randoms.length * X.values.length);
  randoms.forEach((random, copy) => {
    const start = copy * X.values.length;
    values.set(X.values, start);
    random.shuffle(Array.from({ length: X.rows }, (_, i) => i)).forEach((from, i) => {
      for (const column of columns) {
        values[start + i * X.columns + column] = X.values[from * X.columns + column];
      }
    });
  });
  return { rows: randoms.length * X.rows, columns: X.columns, values };
}

function meanOf(lists: readonly Float64Array[]): Float64Array {
  return lists[0].map((_, i) => mean(Float64Array.from(lists, (list) => list[i])));
}

/** The variance of a mean: 0 for a single value, which knows nothing of its spread. */
function errorVariance(values: Float64Array): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return squares / Math.max(1, values.length - 1) / values.length;
}

function checkLengths(customers: number, labels: number): void {
  if (labels === customers) return;
  throw new TypeError(
    `Measuring permutation importance: ${customers} customers, but ${labels} labels.`,
  );
}

function check(labels: Uint8Array, probabilities: Float64Array, repeats: number): void {
  const doing = "Measuring permutation importance";
  checkProbabilities(doing, labels, probabilities);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  if (positives === 0 || positives === labels.length) {
    throw new RangeError(`${doing}: all ${labels.length} labels are ${labels[0]}.`);
  }
  if (!Number.isInteger(repeats) || repeats < 1) {
    throw new RangeError(`${doing}: repeats must be 1 or more, got ${repeats}.`);
  }
}
