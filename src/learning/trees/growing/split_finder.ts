import type { Random } from "../../../numeric/random/random.ts";
import {
  addFeature,
  addFourFeatures,
  BINS,
  clearBins,
  emptyHistograms,
  listFilledBins,
  SIDE_BY_SIDE,
} from "./bin_histograms.ts";
import { type BinnedFeatures, MISSING_BIN } from "./feature_bins.ts";
import type { TreeSample, TreeSplit } from "./tree_sample.ts";

/** Size of a tree, and the features that a split may use. */
export interface TreeOptions {
  /** How many features to try at each split. */
  readonly maxFeatures: number;
  /** Fewest distinct rows that a leaf may have. */
  readonly minimumLeafSize: number;
  /** Most splits between the root and a leaf. */
  readonly maximumDepth: number;
  /** Most leaves, the splits that lower the error most coming first; default unlimited. */
  readonly maximumLeaves?: number;
  /** Least total weight of a leaf; default 0. */
  readonly minimumLeafWeight?: number;
  /** Added to a leaf's weight, which draws its value towards 0; default 0. */
  readonly l2?: number;
}

/** The best split of a node. */
export interface FoundSplit extends TreeSplit {
  /** How much it lowers the weighted squared error. */
  readonly decrease: number;
}

/** Sums over the rows of a node. */
export interface NodeSums {
  /** Total weight. */
  readonly weight: number;
  /** Sum of weight · target. */
  readonly sum: number;
}

/** A cut of one feature: lower bins go left. */
interface Cut {
  readonly bin: number;
  readonly missingLeft: boolean;
  readonly score: number;
}

/** Relative error that a difference of scores may have. */
const ROUNDING = 1e-12;

/**
 * Creates a search for the best split of a node, over histograms of a few randomly drawn features.
 *
 * As in scikit-learn, features that are constant within the node do not end the search: it goes on
 * drawing until one is not. Between two values that occur in the node, the cut lies in the middle
 * of the bins that separate them. Rows without a value go to the side where they lower the error
 * more; where the node has none, the larger side is noted for those to come.
 *
 * @param sample The tree's rows; the node in question was read last.
 * @param options Features per split, fewest rows and least weight per side, penalty.
 * @returns A function from a range of the sample, with its sums, to its best split, or undefined
 *   where there is none.
 */
export function createSplitFinder(
  X: BinnedFeatures,
  sample: TreeSample,
  { maxFeatures, minimumLeafSize, minimumLeafWeight = 0, l2 = 0 }: TreeOptions,
  random: Random,
): (start: number, end: number, node: NodeSums) => FoundSplit | undefined {
  const features = Int32Array.from({ length: X.columns }, (_, feature) => feature);
  const histograms = emptyHistograms();
  const filled = new Int32Array(BINS);

  return (start, end, node) => {
    const parentScore = node.sum ** 2 / (node.weight + l2);
    let best: Cut | undefined;
    let bestFeature = -1;
    let tried = 0;
    let drawn = 0;
    while (drawn < features.length && (drawn < maxFeatures || tried === 0)) {
      const more = drawAndAdd(drawn, start, end);
      for (let nth = 0; nth < more; nth++) {
        const size = listFilledBins(histograms, nth, filled);
        if (size > 1) {
          tried++;
          const cut = bestCut(nth, size, end - start, node, best?.score ?? -Infinity);
          if (cut) [best, bestFeature] = [cut, features[drawn + nth]];
        }
        clearBins(histograms, nth, filled, size);
      }
      drawn += more;
    }
    if (!best) return undefined;
    const decrease = best.score - parentScore;
    if (decrease < -ROUNDING * parentScore) return undefined; // the penalty outweighs the gain
    const { bin, missingLeft } = best;
    return { feature: bestFeature, bin, missingLeft, decrease: Math.max(decrease, 0) };
  };

  /** Draws four features where as many are to be tried anyway, else one, and adds them up. */
  function drawAndAdd(drawn: number, start: number, end: number): number {
    const more = maxFeatures - drawn >= SIDE_BY_SIDE ? SIDE_BY_SIDE : 1;
    for (let nth = 0; nth < more; nth++) drawNext(features, drawn + nth, random);
    if (more === 1) addFeature(histograms, X, features[drawn], sample, start, end);
    else addFourFeatures(histograms, X, features, drawn, sample, start, end);
    return more;
  }

  /** The cut of the highest score above `atLeast`, with missing values right and then left. */
  function bestCut(nth: number, size: number, rows: number, node: NodeSums, atLeast: number) {
    const missing = nth * BINS + MISSING_BIN;
    const right = scan(nth, size, -1, rows, node, atLeast);
    if (filled[size - 1] !== missing) return right;
    return scan(nth, size - 1, missing, rows, node, right?.score ?? atLeast) ?? right;
  }

  /** Moves the first `size` filled bins to the left side, one after another, and before them the one
   * of missing values where it is given. */
  function scan(
    nth: number,
    size: number,
    missing: number,
    rows: number,
    { weight, sum }: NodeSums,
    atLeast: number,
  ): Cut | undefined {
    const { weights, sums, counts } = histograms;
    let leftWeight = missing < 0 ? 0 : weights[missing];
    let leftSum = missing < 0 ? 0 : sums[missing];
    let leftCount = missing < 0 ? 0 : counts[missing];
    let bestScore = atLeast;
    let bestPlace = -1;
    let bestCount = 0;
    for (let place = 0; place < size - 1; place++) {
      const bin = filled[place];
      leftWeight += weights[bin];
      leftSum += sums[bin];
      leftCount += counts[bin];
      if (leftCount < minimumLeafSize) continue;
      if (rows - leftCount < minimumLeafSize) break;
      const rightWeight = weight - leftWeight;
      if (leftWeight < minimumLeafWeight || rightWeight < minimumLeafWeight) continue;
      const rightSum = sum - leftSum;
      // leftSum² / leftWeight + rightSum² / rightWeight, by one division
      const score = (leftSum * leftSum * (rightWeight + l2) +
        rightSum * rightSum * (leftWeight + l2)) / ((leftWeight + l2) * (rightWeight + l2));
      if (score > bestScore) {
        bestScore = score;
        bestPlace = place;
        bestCount = leftCount;
      }
    }
    if (bestPlace === -1) return undefined;
    const bin = filled[bestPlace] - nth * BINS;
    const next = filled[bestPlace + 1] - nth * BINS;
    const hasMissing = missing >= 0 || filled[size - 1] - nth * BINS === MISSING_BIN;
    return {
      bin: next === MISSING_BIN ? MISSING_BIN - 1 : (bin + next - 1) >> 1,
      missingLeft: hasMissing ? missing >= 0 : 2 * bestCount > rows,
      score: bestScore,
    };
  }
}

/** Swaps a random one of the features not drawn yet to place `drawn`, and returns it. */
function drawNext(features: Int32Array, drawn: number, random: Random): number {
  const place = drawn + Math.floor(random.next() * (features.length - drawn));
  const feature = features[place];
  features[place] = features[drawn];
  features[drawn] = feature;
  return feature;
}
