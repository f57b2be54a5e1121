import { type BinnedFeatures, MISSING_BIN } from "./feature_bins.ts";

/** The rows that a tree learns from, reordered as it grows so that each node owns a range. */
export interface TreeSample {
  /** Row numbers. */
  readonly rows: Int32Array;
  /** At `i` how much row `rows[i]` counts, within the node that was read last. */
  readonly weights: Float64Array;
  /** At `i` weight · target of row `rows[i]`, within the node that was read last. */
  readonly products: Float64Array;
}

/** A split of a node: rows whose `feature` lies in `bin` or a lower one go left. */
export interface TreeSplit {
  readonly feature: number;
  readonly bin: number;
  /** Whether rows without a value go left too, instead of right. */
  readonly missingLeft: boolean;
}

/**
 * Takes the rows that count.
 *
 * @param weights How much each row counts; rows of weight 0 are left out.
 * @returns The rows in their order; no node is read yet.
 */
export function takeTreeSample(weights: Float64Array): TreeSample {
  const rows = new Int32Array(weights.length);
  let count = 0;
  for (let row = 0; row < weights.length; row++) {
    rows[count] = row;
    if (weights[row] > 0) count++;
  }
  return {
    rows: rows.slice(0, count),
    weights: new Float64Array(count),
    products: new Float64Array(count),
  };
}

/**
 * Reads what a node's rows count next to one another, and adds it up.
 *
 * @param sample The tree's rows; its weights and products are overwritten within the range.
 * @returns Total weight, sum of weight · target, the lowest target, and whether all are equal.
 */
export function readNode(
  sample: TreeSample,
  y: Float64Array,
  weights: Float64Array,
  start: number,
  end: number,
): { weight: number; sum: number; lowest: number; isPure: boolean } {
  let total = 0;
  let sum = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = start; i < end; i++) {
    const row = sample.rows[i];
    const target = y[row];
    const weight = weights[row];
    const product = weight * target;
    sample.weights[i] = weight;
    sample.products[i] = product;
    total += weight;
    sum += product;
    if (target < lowest) lowest = target;
    if (target > highest) highest = target;
  }
  return { weight: total, sum, lowest, isPure: lowest === highest };
}

/**
 * Creates a function that splits a node: it brings the rows of the left child to the front of the
 * node's range, both sides keeping their order.
 *
 * @param rows The sample's row numbers, which are reordered.
 * @returns A function from a range and its split to where the right child's range begins.
 */
export function createPartition(
  X: BinnedFeatures,
  rows: Int32Array,
): (start: number, end: number, split: TreeSplit) => number {
  const { bins, rows: height } = X;
  const spare = rows.slice();

  return (start, end, { feature, bin, missingLeft }) => {
    const column = feature * height;
    // Turned by one, the bin of missing values becomes the first instead of the last.
    const turn = missingLeft ? 1 : 0;
    const last = bin + turn;
    let left = start;
    let right = 0;
    // Every row is written to both sides and one of them moves on: quicker than a branch.
    for (let i = start; i < end; i++) {
      const row = rows[i];
      rows[left] = spare[right] = row;
      const goesLeft = ((bins[column + row] + turn) & MISSING_BIN) <= last ? 1 : 0;
      left += goesLeft;
      right += 1 - goesLeft;
    }
    for (let i = 0; i < right; i++) rows[left + i] = spare[i];
    return left;
  };
}
