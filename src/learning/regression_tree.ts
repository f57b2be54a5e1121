import type { Random } from "../numeric/random.ts";
import type { BinnedFeatures } from "./feature_bins.ts";
import { createSplitFinder } from "./split_finder.ts";

/**
 * A binary tree in flat arrays, the root first. An inner node sends a row whose feature lies in bin
 * `bin` or a lower one to node `left`, others to `left + 1`; a leaf has feature −1.
 */
export interface RegressionTree {
  readonly feature: readonly number[];
  readonly bin: readonly number[];
  readonly left: readonly number[];
  /** Mean target of a leaf's rows; 0 for inner nodes. */
  readonly value: readonly number[];
}

/** Options of {@linkcode growTree}. */
export interface TreeOptions {
  /** How many features to try at each split. */
  readonly maxFeatures: number;
  /** Fewest distinct rows that a leaf may have. */
  readonly minimumLeafSize: number;
  /** Most splits between the root and a leaf. */
  readonly maximumDepth: number;
}

/** A grown tree, and how much each feature lowered the squared error. */
export interface GrownTree {
  readonly tree: RegressionTree;
  /** Total decrease of the weighted squared error by the splits of each feature. */
  readonly decreases: Float64Array;
}

/**
 * Grows a tree that predicts the mean target: at each node the split, among those of a few randomly
 * drawn features, that lowers the squared error most (Breiman, Friedman, Olshen and Stone 1984).
 *
 * With targets 0 and 1 the squared error is half the Gini impurity, so the same tree classifies, and
 * a leaf's mean is its frequency of class 1.
 *
 * @param X Binned features.
 * @param y One target per row.
 * @param weights How often each row counts; rows of weight 0 are left out.
 * @param options Size of the tree, features per split.
 * @param random Draws the features.
 * @returns The tree, and the features' parts in it.
 *
 * @example
 * ```ts
 * import { growTree } from "./regression_tree.ts";
 * import { createRandom } from "../numeric/random.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = { rows: 4, columns: 1, bins: new Uint8Array([0, 1, 2, 3]) };
 * const options = { maxFeatures: 1, minimumLeafSize: 1, maximumDepth: 9 };
 * const y = new Float64Array([5, 5, 8, 8]);
 * const { tree } = growTree(X, y, new Float64Array(4).fill(1), options, createRandom(42));
 * assertEquals(tree, { feature: [0, -1, -1], bin: [1, 0, 0], left: [1, 0, 0], value: [0, 5, 8] });
 * ```
 */
export function growTree(
  X: BinnedFeatures,
  y: Float64Array,
  weights: Float64Array,
  options: TreeOptions,
  random: Random,
): GrownTree {
  const rows = Int32Array.from(weights.keys()).filter((row) => weights[row] > 0);
  const findSplit = createSplitFinder(X, y, weights, rows, options, random);
  const spare = new Int32Array(rows.length);
  const tree = { feature: [0], bin: [0], left: [0], value: [0] };
  const decreases = new Float64Array(X.columns);

  // Each node owns the rows from `start` up to `end` of one shared array.
  const waiting = [{ node: 0, start: 0, end: rows.length, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, start, end, depth } = next;
    const summary = summarise(rows, start, end, y, weights);
    const splittable = depth < options.maximumDepth && !summary.isPure &&
      end - start >= 2 * options.minimumLeafSize;
    const split = splittable ? findSplit(start, end, summary) : undefined;
    if (!split) {
      tree.feature[node] = -1;
      tree.value[node] = summary.mean;
      continue;
    }
    const middle = partition(X, rows, start, end, split, spare);
    const left = tree.feature.length;
    for (const child of [left, left + 1]) {
      tree.feature[child] =
        tree.bin[child] =
        tree.left[child] =
        tree.value[child] =
          0;
    }
    tree.feature[node] = split.feature;
    tree.bin[node] = split.bin;
    tree.left[node] = left;
    decreases[split.feature] += split.decrease;
    waiting.push({ node: left + 1, start: middle, end, depth: depth + 1 });
    waiting.push({ node: left, start, end: middle, depth: depth + 1 });
  }
  return { tree, decreases };
}

function summarise(
  rows: Int32Array,
  start: number,
  end: number,
  y: Float64Array,
  weights: Float64Array,
) {
  let weight = 0;
  let sum = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = start; i < end; i++) {
    const row = rows[i];
    const target = y[row];
    weight += weights[row];
    sum += weights[row] * target;
    if (target < lowest) lowest = target;
    if (target > highest) highest = target;
  }
  const isPure = lowest === highest;
  return { weight, sum, isPure, mean: isPure ? lowest : sum / weight };
}

/** Brings the rows of the left child to the front, both sides keeping their order. */
function partition(
  { rows: height, bins }: BinnedFeatures,
  rows: Int32Array,
  start: number,
  end: number,
  { feature, bin }: { feature: number; bin: number },
  spare: Int32Array,
): number {
  const column = feature * height;
  let left = start;
  let right = 0;
  for (let i = start; i < end; i++) {
    const row = rows[i];
    if (bins[column + row] <= bin) rows[left++] = row;
    else spare[right++] = row;
  }
  rows.set(spare.subarray(0, right), left);
  return left;
}
