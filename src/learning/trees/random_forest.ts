import type { Matrix } from "../../numeric/matrix.ts";
import { binFeatures, featureEdges } from "./growing/feature_bins.ts";
import { growForestTrees } from "./grow_forest_trees.ts";
import { addLeafValues } from "./growing/leaf_values.ts";
import type { RandomForestSettings } from "./random_forest_settings.ts";
import type { RegressionTree } from "./regression_tree.ts";
import { tooFewRows } from "../preparation/too_few_rows.ts";

export type { RandomForestEngine, RandomForestOptions } from "./random_forest_settings.ts";

/** Common facts of a fitted forest of either engine. */
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
export interface BuiltInForest extends FittedForest {
  readonly engine: "built-in";
  /** Edges of the bins of each feature. */
  readonly edges: readonly (readonly number[])[];
  readonly trees: readonly RegressionTree[];
}

/** A forest of the npm package. */
export interface PackagedForest extends FittedForest {
  readonly engine: "ml-random-forest";
  /** Rows of the sample that it was fitted on; undefined where it took all. */
  readonly sampleRows?: number;
  /** The package's own JSON. */
  readonly packaged: unknown;
}

/**
 * Grows a random forest of regression trees (Breiman, "Random Forests", 2001): each tree on its own
 * draw of the rows, each split among its own draw of the features.
 *
 * @param y One target per row; 0 and 1 for classification.
 * @param threads How many threads to use at most, where that pays; the trees are the same.
 */
export function fitForest(
  X: Matrix,
  y: ArrayLike<number>,
  settings: RandomForestSettings,
  threads = navigator.hardwareConcurrency,
): BuiltInForest {
  const edges = featureEdges(X);
  const binned = binFeatures(X, edges);
  const grown = growForestTrees({ X: binned, y: Float64Array.from(y), settings }, threads);
  const importances = new Float64Array(X.columns);
  for (const { decreases } of grown) {
    shares(decreases).forEach((share, feature) => importances[feature] += share);
  }
  return {
    engine: "built-in",
    rows: X.rows,
    columns: X.columns,
    settings,
    importances: Array.from(shares(importances)),
    notes: tooFewRows(X.rows, settings.minimumLeafSize),
    edges,
    trees: grown.map(({ tree }) => tree),
  };
}

/** The mean of the trees' predictions for each row. */
export function predictForest(forest: BuiltInForest, X: Matrix): Float64Array {
  const binned = binFeatures(X, forest.edges);
  const predictions = new Float64Array(X.rows);
  for (const tree of forest.trees) addLeafValues(predictions, tree, binned);
  return predictions.map((sum) => sum / forest.trees.length);
}

/** Each value's share of their sum; zeros where that is zero. */
function shares(values: Float64Array): Float64Array {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return values.map((value) => sum === 0 ? 0 : value / sum);
}
