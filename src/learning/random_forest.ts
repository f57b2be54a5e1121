import type { Matrix } from "../numeric/matrix.ts";
import { createRandom } from "../numeric/random.ts";
import { binFeatures, featureEdges } from "./feature_bins.ts";
import { growTree, type RegressionTree } from "./regression_tree.ts";

/** The engines behind the random forests: our own typed arrays, and the npm package. */
export const RANDOM_FOREST_ENGINES = ["typed-arrays", "ml-random-forest"] as const;

/** One of {@linkcode RANDOM_FOREST_ENGINES}. */
export type RandomForestEngine = typeof RANDOM_FOREST_ENGINES[number];

/** Options of both random forests. */
export interface RandomForestOptions {
  /** Number of trees; default 100. */
  readonly trees?: number;
  /** Features tried at each split: the square root or a third of all, all, or a number; default
   * "sqrt" for the classifier and "all" for the regressor, as in scikit-learn. */
  readonly maxFeatures?: "sqrt" | "third" | "all" | number;
  /** Fewest distinct rows in a leaf; default 1. */
  readonly minimumLeafSize?: number;
  /** Most splits between the root and a leaf; default unlimited. */
  readonly maximumDepth?: number;
  /** Whether each tree learns from rows drawn with replacement; default true. */
  readonly bootstrap?: boolean;
  /** Seeds rows and features; default 42. */
  readonly seed?: number;
  /** Which implementation does the work; default "typed-arrays". */
  readonly engine?: RandomForestEngine;
}

/** The options of a fitted forest, all filled in. */
export interface RandomForestSettings {
  readonly trees: number;
  /** Features tried at each split. */
  readonly maxFeatures: number;
  readonly minimumLeafSize: number;
  /** Null where unlimited. */
  readonly maximumDepth: number | null;
  readonly bootstrap: boolean;
  readonly seed: number;
}

/** What both engines say about a fitted forest. */
export interface FittedForest {
  /** Rows and columns that it was fitted on. */
  readonly rows: number;
  readonly columns: number;
  readonly settings: RandomForestSettings;
  /** Share of each feature in the decrease of impurity (adds up to 1, or all 0 where no tree ever
   * splits); null where the engine has none worth reporting. */
  readonly importances: readonly number[] | null;
  /** What the engine could not do as asked, in sentences. */
  readonly notes: readonly string[];
}

/** A forest of our own. */
export interface TypedArraysForest extends FittedForest {
  readonly engine: "typed-arrays";
  /** Edges of the bins of each feature. */
  readonly edges: readonly (readonly number[])[];
  readonly trees: readonly RegressionTree[];
}

/** A forest of the npm package. */
export interface PackagedForest extends FittedForest {
  readonly engine: "ml-random-forest";
  /** The package's own JSON. */
  readonly packaged: unknown;
}

/**
 * Fills in and checks the options of a random forest.
 *
 * @param doing What was being done, to open the message.
 * @param columns Number of features.
 * @param options As given.
 * @param defaultMaxFeatures Where `maxFeatures` is not given.
 * @returns All options as numbers.
 * @throws {RangeError} If an option is impossible.
 *
 * @example
 * ```ts
 * import { forestSettings } from "./random_forest.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(forestSettings("Fitting", 10, {}, "sqrt").maxFeatures, 3);
 * ```
 */
export function forestSettings(
  doing: string,
  columns: number,
  options: RandomForestOptions,
  defaultMaxFeatures: "sqrt" | "all",
): RandomForestSettings {
  const { trees = 100, minimumLeafSize = 1, maximumDepth = Infinity, bootstrap = true, seed = 42 } =
    options;
  const { maxFeatures: asked = defaultMaxFeatures, engine = "typed-arrays" } = options;
  const share = { sqrt: Math.sqrt(columns), third: columns / 3, all: columns };
  const maxFeatures = typeof asked === "number" ? asked : Math.max(1, Math.floor(share[asked]));
  for (const [name, value] of Object.entries({ trees, minimumLeafSize, maxFeatures })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`${doing}: ${name} must be a positive integer, got ${value}.`);
    }
  }
  if (maxFeatures > columns) {
    throw new RangeError(`${doing}: maxFeatures must be at most ${columns}, got ${maxFeatures}.`);
  }
  if (!(maximumDepth >= 1)) {
    throw new RangeError(`${doing}: maximumDepth must be 1 or more, got ${maximumDepth}.`);
  }
  if (!RANDOM_FOREST_ENGINES.includes(engine)) {
    throw new RangeError(`${doing}: there is no engine "${engine}".`);
  }
  return {
    trees,
    maxFeatures,
    minimumLeafSize,
    maximumDepth: maximumDepth === Infinity ? null : maximumDepth,
    bootstrap,
    seed,
  };
}

/**
 * Grows a random forest of regression trees (Breiman, "Random Forests", 2001): each tree on its own
 * draw of the rows, each split among its own draw of the features.
 *
 * Every tree has its own streams of random numbers, so trees may be grown in any order.
 *
 * @param X Features, rows × columns.
 * @param y One target per row; 0 and 1 for classification.
 * @param settings What {@linkcode forestSettings} returns.
 * @returns The forest.
 *
 * @example
 * ```ts
 * import { fitForest, forestSettings, predictForest } from "./random_forest.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [2], [8], [9]]);
 * const settings = forestSettings("Fitting", 1, { bootstrap: false }, "all");
 * const forest = fitForest(X, [1, 1, 5, 5], settings);
 * assertEquals([...predictForest(forest, X)], [1, 1, 5, 5]);
 * ```
 */
export function fitForest(
  X: Matrix,
  y: ArrayLike<number>,
  settings: RandomForestSettings,
): TypedArraysForest {
  const edges = featureEdges(X);
  const binned = binFeatures(X, edges);
  const targets = Float64Array.from(y);
  const treeOptions = { ...settings, maximumDepth: settings.maximumDepth ?? Infinity };

  const trees: RegressionTree[] = [];
  const importances = new Float64Array(X.columns);
  for (let i = 0; i < settings.trees; i++) {
    const weights = bagWeights(X.rows, settings, i);
    const random = createRandom(settings.seed, `features of tree ${i}`);
    const { tree, decreases } = growTree(binned, targets, weights, treeOptions, random);
    trees.push(tree);
    shares(decreases).forEach((share, feature) => importances[feature] += share);
  }
  return {
    engine: "typed-arrays",
    rows: X.rows,
    columns: X.columns,
    settings,
    importances: Array.from(shares(importances)),
    notes: [],
    edges,
    trees,
  };
}

/**
 * The mean of the trees' predictions for each row.
 *
 * @param forest What {@linkcode fitForest} grew.
 * @param X Features, rows × the forest's columns.
 * @returns One prediction per row.
 *
 * @example
 * ```ts
 * import { fitForest, forestSettings, predictForest } from "./random_forest.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [9]]);
 * const settings = forestSettings("Fitting", 1, { bootstrap: false, trees: 3 }, "all");
 * assertEquals([...predictForest(fitForest(X, [2, 4], settings), X)], [2, 4]);
 * ```
 */
export function predictForest(forest: TypedArraysForest, X: Matrix): Float64Array {
  const { bins } = binFeatures(X, forest.edges);
  const predictions = new Float64Array(X.rows);
  for (const tree of forest.trees) {
    for (let row = 0; row < X.rows; row++) predictions[row] += leafValue(tree, bins, X.rows, row);
  }
  return predictions.map((sum) => sum / forest.trees.length);
}

/**
 * Predicts each row of the training set by the trees that did not learn from it, which tells how
 * good the forest is without another data set.
 *
 * Which rows a tree learned from is not stored: the seed draws it again.
 *
 * @param forest A fitted forest of the engine "typed-arrays".
 * @param X The features that it was fitted on, in the same order.
 * @returns One prediction per row; NaN where every tree learned from the row.
 * @throws {TypeError} If X has another shape than the fitted features, or the engine is another one.
 * @throws {RangeError} If the forest was grown without bootstrap, so that no row was left out.
 *
 * @example
 * ```ts
 * import { fitForest, forestSettings, predictOutOfBag } from "./random_forest.ts";
 * import { matrixFromRows } from "../numeric/matrix.ts";
 * import { assert } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [2], [3], [11], [12], [13]]);
 * const forest = fitForest(X, [0, 0, 0, 1, 1, 1], forestSettings("Fitting", 1, {}, "all"));
 * const [first, , , , , last] = predictOutOfBag(forest, X);
 * assert(first < 0.3 && last > 0.7);
 * ```
 */
export function predictOutOfBag(
  forest: TypedArraysForest | PackagedForest,
  X: Matrix,
): Float64Array {
  const doing = "Predicting out of bag";
  if (forest.engine !== "typed-arrays") {
    throw new TypeError(`${doing}: the engine "${forest.engine}" cannot.`);
  }
  if (X.rows !== forest.rows || X.columns !== forest.columns) {
    throw new TypeError(
      `${doing}: the forest was fitted on ${forest.rows} × ${forest.columns} features, ` +
        `got ${X.rows} × ${X.columns}.`,
    );
  }
  if (!forest.settings.bootstrap) {
    throw new RangeError(`${doing}: the forest was grown without bootstrap.`);
  }
  const { bins } = binFeatures(X, forest.edges);
  const sums = new Float64Array(X.rows);
  const trees = new Int32Array(X.rows);
  forest.trees.forEach((tree, i) => {
    const weights = bagWeights(X.rows, forest.settings, i);
    for (let row = 0; row < X.rows; row++) {
      if (weights[row] > 0) continue;
      sums[row] += leafValue(tree, bins, X.rows, row);
      trees[row]++;
    }
  });
  return sums.map((sum, row) => trees[row] === 0 ? NaN : sum / trees[row]);
}

/** How often tree `tree` learns from each row. */
function bagWeights(rows: number, { bootstrap, seed }: RandomForestSettings, tree: number) {
  const weights = new Float64Array(rows);
  if (!bootstrap) return weights.fill(1);
  const random = createRandom(seed, `rows of tree ${tree}`);
  for (let i = 0; i < rows; i++) weights[random.integer(rows)]++;
  return weights;
}

function leafValue(tree: RegressionTree, bins: Uint8Array, rows: number, row: number): number {
  let node = 0;
  while (tree.feature[node] >= 0) {
    const goesLeft = bins[tree.feature[node] * rows + row] <= tree.bin[node];
    node = goesLeft ? tree.left[node] : tree.left[node] + 1;
  }
  return tree.value[node];
}

/** Each value's share of their sum; zeros where that is zero. */
function shares(values: Float64Array): Float64Array {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return values.map((value) => sum === 0 ? 0 : value / sum);
}
