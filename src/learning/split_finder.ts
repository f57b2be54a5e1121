import type { Random } from "../numeric/random.ts";
import type { BinnedFeatures } from "./feature_bins.ts";
import type { TreeOptions } from "./regression_tree.ts";

/** A split of a node: rows whose `feature` lies in `bin` or a lower one go left. */
export interface Split {
  readonly feature: number;
  readonly bin: number;
  /** How much it lowers the weighted squared error. */
  readonly decrease: number;
}

/**
 * Creates a search for the best split of a node, over histograms of a few randomly drawn features.
 *
 * As in scikit-learn, features that are constant within the node do not end the search: it goes on
 * drawing until one is not. Between two values that occur in the node, the cut lies in the middle
 * of the bins that separate them.
 *
 * @param X Binned features.
 * @param y One target per row.
 * @param weights How often each row counts.
 * @param rows Row numbers, which the tree reorders so that each node owns a range.
 * @param options Features per split, and fewest rows per side.
 * @param random Draws the features.
 * @returns A function from a range of `rows`, with its total weight and its weighted sum of targets,
 *   to its best split, or undefined where there is none.
 *
 * @example
 * ```ts
 * import { createSplitFinder } from "./split_finder.ts";
 * import { createRandom } from "../numeric/random.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = { rows: 3, columns: 1, bins: new Uint8Array([0, 1, 5]) };
 * const y = new Float64Array([1, 1, 4]);
 * const ones = new Float64Array([1, 1, 1]);
 * const options = { maxFeatures: 1, minimumLeafSize: 1, maximumDepth: 9 };
 * const rows = new Int32Array([0, 1, 2]);
 * const findSplit = createSplitFinder(X, y, ones, rows, options, createRandom(42));
 * assertEquals(findSplit(0, 3, { weight: 3, sum: 6 }), { feature: 0, bin: 2, decrease: 6 });
 * ```
 */
export function createSplitFinder(
  X: BinnedFeatures,
  y: Float64Array,
  weights: Float64Array,
  rows: Int32Array,
  { maxFeatures, minimumLeafSize }: TreeOptions,
  random: Random,
): (start: number, end: number, node: { weight: number; sum: number }) => Split | undefined {
  const features = Int32Array.from({ length: X.columns }, (_, feature) => feature);
  const histogram = {
    weights: new Float64Array(256),
    sums: new Float64Array(256),
    counts: new Int32Array(256),
  };

  return (start, end, node) => {
    const parentScore = node.sum ** 2 / node.weight;
    let best: Split | undefined;
    let tried = 0;
    for (let drawn = 0; drawn < features.length && (drawn < maxFeatures || tried === 0); drawn++) {
      const feature = drawNext(features, drawn, random);
      const range = fillHistogram(feature, start, end);
      const cut = bestCut(range, end - start, node);
      if (range.lowest < range.highest) tried++;
      if (cut && (!best || cut.score - parentScore > best.decrease)) {
        best = { feature, bin: cut.bin, decrease: cut.score - parentScore };
      }
    }
    return best && { ...best, decrease: Math.max(best.decrease, 0) };
  };

  /** Adds up weight, targets and rows per bin of the node's rows. */
  function fillHistogram(feature: number, start: number, end: number) {
    const { weights: binWeights, sums, counts } = histogram;
    const column = feature * X.rows;
    let lowest = 255;
    let highest = 0;
    for (let i = start; i < end; i++) {
      const row = rows[i];
      const bin = X.bins[column + row];
      const weight = weights[row];
      binWeights[bin] += weight;
      sums[bin] += weight * y[row];
      counts[bin]++;
      if (bin < lowest) lowest = bin;
      if (bin > highest) highest = bin;
    }
    return { lowest, highest };
  }

  /** Scans the histogram once, leaving it empty for the next feature. */
  function bestCut(
    { lowest, highest }: { lowest: number; highest: number },
    size: number,
    node: { weight: number; sum: number },
  ): { bin: number; score: number } | undefined {
    const { weights: binWeights, sums, counts } = histogram;
    let leftWeight = 0;
    let leftSum = 0;
    let leftCount = 0;
    let lastFilled = -1;
    let bestScore = -Infinity;
    let bestBin = -1;
    for (let bin = lowest; bin <= highest; bin++) {
      if (counts[bin] === 0) continue;
      if (leftCount >= minimumLeafSize && size - leftCount >= minimumLeafSize) {
        const rightSum = node.sum - leftSum;
        const score = leftSum * leftSum / leftWeight +
          rightSum * rightSum / (node.weight - leftWeight);
        if (score > bestScore) {
          bestScore = score;
          bestBin = (lastFilled + bin - 1) >> 1;
        }
      }
      leftWeight += binWeights[bin];
      leftSum += sums[bin];
      leftCount += counts[bin];
      lastFilled = bin;
      binWeights[bin] = sums[bin] = counts[bin] = 0;
    }
    return bestBin === -1 ? undefined : { bin: bestBin, score: bestScore };
  }
}

/** Swaps a random one of the features not drawn yet to place `drawn`, and returns it. */
function drawNext(features: Int32Array, drawn: number, random: Random): number {
  const place = drawn + random.integer(features.length - drawn);
  const feature = features[place];
  features[place] = features[drawn];
  features[drawn] = feature;
  return feature;
}
