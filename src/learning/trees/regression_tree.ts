import type { Random } from "../../numeric/random/random.ts";
import type { BinnedFeatures } from "./growing/feature_bins.ts";
import { createSplitFinder, type FoundSplit, type TreeOptions } from "./growing/split_finder.ts";
import { createPartition, readNode, takeTreeSample } from "./growing/tree_sample.ts";

/**
 * A binary tree in flat arrays, the root first. An inner node sends a row whose feature lies in bin
 * `bin` or a lower one to node `left`, others to `left + 1`; a leaf has feature −1. A row without a
 * value goes to `left` where `missingLeft` is 1.
 */
export interface RegressionTree {
  readonly feature: readonly number[];
  readonly bin: readonly number[];
  readonly left: readonly number[];
  readonly missingLeft: readonly number[];
  /** Mean target of a leaf's rows; 0 for inner nodes. */
  readonly value: readonly number[];
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
 * @param weights How much each row counts; rows of weight 0 are left out.
 */
export function growTree(
  X: BinnedFeatures,
  y: Float64Array,
  weights: Float64Array,
  options: TreeOptions,
  random: Random,
): GrownTree {
  const { maximumLeaves = Infinity, l2 = 0 } = options;
  const sample = takeTreeSample(weights);
  const findSplit = createSplitFinder(X, sample, options, random);
  const partition = createPartition(X, sample.rows);
  const tree = emptyTree();
  const decreases = new Float64Array(X.columns);

  /** Nodes that can be split; each owns the rows from `start` up to `end` of the sample. */
  const waiting: SplittableNode[] = [];
  function addNode(start: number, end: number, depth: number, leaves: number) {
    const node = addLeaf(tree);
    const sums = readNode(sample, y, weights, start, end);
    tree.value[node] = sums.isPure && l2 === 0 ? sums.lowest : sums.sum / (sums.weight + l2);
    const splittable = depth < options.maximumDepth && leaves < maximumLeaves && !sums.isPure &&
      end - start >= 2 * options.minimumLeafSize;
    const split = splittable ? findSplit(start, end, sums) : undefined;
    if (split) waiting.push({ node, start, end, depth, split });
  }

  addNode(0, sample.rows.length, 0, 1);
  for (let leaves = 1; leaves < maximumLeaves && waiting.length > 0; leaves++) {
    if (maximumLeaves < Infinity) bestToEnd(waiting);
    const { node, start, end, depth, split } = waiting.pop()!;
    const middle = partition(start, end, split);
    tree.feature[node] = split.feature;
    tree.bin[node] = split.bin;
    tree.left[node] = tree.feature.length;
    tree.missingLeft[node] = split.missingLeft ? 1 : 0;
    tree.value[node] = 0;
    decreases[split.feature] += split.decrease;
    addNode(start, middle, depth + 1, leaves + 1);
    addNode(middle, end, depth + 1, leaves + 1);
  }
  return { tree, decreases };
}

interface SplittableNode {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly split: FoundSplit;
}

function emptyTree() {
  const numbers = (): number[] => [];
  return {
    feature: numbers(),
    bin: numbers(),
    left: numbers(),
    missingLeft: numbers(),
    value: numbers(),
  };
}

/** Adds a leaf and returns its number. */
function addLeaf(tree: ReturnType<typeof emptyTree>): number {
  tree.bin.push(0);
  tree.left.push(0);
  tree.missingLeft.push(0);
  tree.value.push(0);
  return tree.feature.push(-1) - 1;
}

/** Swaps the node whose split lowers the error most to the end. */
function bestToEnd(waiting: SplittableNode[]) {
  const last = waiting.length - 1;
  let best = last;
  for (let i = 0; i < last; i++) {
    if (waiting[i].split.decrease > waiting[best].split.decrease) best = i;
  }
  [waiting[best], waiting[last]] = [waiting[last], waiting[best]];
}
