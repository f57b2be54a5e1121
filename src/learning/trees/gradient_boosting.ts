import type { Matrix } from "../../numeric/matrix.ts";
import { createRandom } from "../../numeric/random/random.ts";
import { checkFeatures } from "../preparation/check_features.ts";
import { checkClasses } from "../preparation/check_labels.ts";
import { resolveClassWeights, weighRows } from "../preparation/class_weights.ts";
import { binFeatures, featureEdges } from "./growing/feature_bins.ts";
import {
  boostingSettings,
  type GradientBoostingOptions,
  type GradientBoostingSettings,
} from "./gradient_boosting_settings.ts";
import { addLeafValues } from "./growing/leaf_values.ts";
import { growTree, type RegressionTree } from "./regression_tree.ts";
import { tooFewRows } from "../preparation/too_few_rows.ts";

/** Fitted trees: log-odds = start + Σ leaf values. */
export interface GradientBoostingModel {
  readonly kind: "gradient_boosting";
  readonly engine: "built-in";
  /** Rows and columns that it was fitted on. */
  readonly rows: number;
  readonly columns: number;
  readonly settings: GradientBoostingSettings;
  /** Log-odds of class 1 before the first tree. */
  readonly start: number;
  /** Edges of the bins of each feature. */
  readonly edges: readonly (readonly number[])[];
  /** Trees whose leaves hold steps of the log-odds, the learning rate included. */
  readonly trees: readonly RegressionTree[];
  /** What could not be done as asked, in sentences. */
  readonly notes: readonly string[];
}

/** Curvature that a leaf has at least, as in scikit-learn. */
const MINIMUM_LEAF_CURVATURE = 1e-3;

/**
 * Learns the log-odds of class 1 as a sum of trees, each taking a Newton step of the log loss from
 * where those before it have come (Friedman, "Greedy Function Approximation", 2001; second order as
 * in Chen and Guestrin, "XGBoost", 2016), with the defaults of scikit-learn's
 * `HistGradientBoostingClassifier`, except that it never stops early.
 *
 * Missing features (NaN) go to the side of each split where they tell more, and, where there were
 * none to learn from, with the larger one.
 *
 * @param X Features, rows × columns, in any units: only their order matters.
 * @param y Classes, 0 or 1, one per row.
 * @param options Number, size and shrinkage of the trees, class weights, seed.
 * @returns The model.
 * @throws {TypeError} If there is not one class per row.
 * @throws {RangeError} If a feature is infinite, all rows are of one class, or an option is impossible.
 *
 * @example
 * ```ts
 * import { fitGradientBoosting, predictGradientBoosting } from "./gradient_boosting.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assert } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [2], [3], [11], [12], [13]]);
 * const model = fitGradientBoosting(X, [0, 0, 0, 1, 1, 1], { minimumLeafSize: 1 });
 * const [first, , , , , last] = predictGradientBoosting(model, X);
 * assert(first < 0.01 && last > 0.99);
 * ```
 */
export function fitGradientBoosting(
  X: Matrix,
  y: ArrayLike<number>,
  options: GradientBoostingOptions = {},
): GradientBoostingModel {
  const doing = "Fitting gradient boosting";
  checkClasses(doing, X, y, { missing: true });
  const settings = boostingSettings(doing, X.columns, options);
  const rowWeights = weighRows(y, resolveClassWeights(doing, y, options.classWeights));
  const edges = featureEdges(X);
  const binned = binFeatures(X, edges);

  const start = weightedLogOdds(y, rowWeights);
  const logOdds = new Float64Array(X.rows).fill(start);
  const trees: RegressionTree[] = [];
  for (let round = 0; round < settings.rounds; round++) {
    const random = createRandom(settings.seed, `features of round ${round}`);
    const { residuals, curvatures } = newtonTargets(logOdds, y, rowWeights);
    const { tree } = growTree(binned, residuals, curvatures, {
      ...settings,
      maximumDepth: settings.maximumDepth ?? Infinity,
      maximumLeaves: settings.maximumLeaves ?? Infinity,
      minimumLeafWeight: MINIMUM_LEAF_CURVATURE,
    }, random);
    const step = {
      ...tree,
      value: tree.value.map((value) => settings.learningRate * value),
    };
    trees.push(step);
    addLeafValues(logOdds, step, binned);
  }
  return {
    kind: "gradient_boosting",
    engine: "built-in",
    rows: X.rows,
    columns: X.columns,
    settings,
    start,
    edges,
    trees,
    notes: tooFewRows(X.rows, settings.minimumLeafSize),
  };
}

/**
 * The model as it was after its first rounds: the same as fitted with so many.
 *
 * @throws {RangeError} If it is no whole number from 1 up to the rounds of the model.
 */
export function firstRounds(model: GradientBoostingModel, rounds: number): GradientBoostingModel {
  const { settings, trees } = model;
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > settings.rounds) {
    throw new RangeError(
      `Shortening gradient boosting: ${rounds} of ${settings.rounds} rounds cannot be kept.`,
    );
  }
  return { ...model, settings: { ...settings, rounds }, trees: trees.slice(0, rounds) };
}

/**
 * The probability of class 1 for each row.
 *
 * @param model What {@linkcode fitGradientBoosting} learned.
 * @param X Features, rows × the model's columns.
 * @returns One probability in [0, 1] per row.
 * @throws {TypeError} If the number of columns is not the model's.
 * @throws {RangeError} If a value is infinite.
 *
 * @example
 * ```ts
 * import { fitGradientBoosting, predictGradientBoosting } from "./gradient_boosting.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * // With too few rows for a split, all that is learned is the share of class 1.
 * const model = fitGradientBoosting(matrixFromRows([[1], [2], [3]]), [1, 0, 0]);
 * const [probability] = predictGradientBoosting(model, matrixFromRows([[7]]));
 * assertAlmostEquals(probability, 1 / 3, 1e-12);
 * ```
 */
export function predictGradientBoosting(model: GradientBoostingModel, X: Matrix): Float64Array {
  checkFeatures("Predicting by gradient boosting", X, model.columns, { missing: true });
  const binned = binFeatures(X, model.edges);
  const logOdds = new Float64Array(X.rows).fill(model.start);
  for (const tree of model.trees) addLeafValues(logOdds, tree, binned);
  return logOdds.map(sigmoid);
}

function weightedLogOdds(y: ArrayLike<number>, weights: Float64Array): number {
  const totals = [0, 0];
  for (let row = 0; row < weights.length; row++) totals[y[row]] += weights[row];
  return Math.log(totals[1] / totals[0]);
}

/**
 * The log loss around the current log-odds, as a weighted squared error: its minimum per row
 * (gradient over curvature), and the curvature as weight.
 */
function newtonTargets(logOdds: Float64Array, y: ArrayLike<number>, rowWeights: Float64Array) {
  const residuals = new Float64Array(logOdds.length);
  const curvatures = new Float64Array(logOdds.length);
  for (let row = 0; row < logOdds.length; row++) {
    const probability = sigmoid(logOdds[row]);
    // A row beyond doubt keeps a trace of curvature, lest its residual be infinite.
    const curvature = Math.max(probability * (1 - probability), Number.EPSILON);
    residuals[row] = (y[row] - probability) / curvature;
    curvatures[row] = rowWeights[row] * curvature;
  }
  return { residuals, curvatures };
}

function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
