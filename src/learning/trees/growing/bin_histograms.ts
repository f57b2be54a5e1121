import type { BinnedFeatures } from "./feature_bins.ts";
import type { TreeSample } from "./tree_sample.ts";

/** Bins of a feature, the one of missing values among them. */
export const BINS = 256;

/** Number of features that are added up side by side. */
export const SIDE_BY_SIDE = 4;

/** Sums per bin over the rows of a node, of up to four features: the first 256 bins are of the first. */
export interface BinHistograms {
  /** Total weight. */
  readonly weights: Float64Array;
  /** Sum of weight · target. */
  readonly sums: Float64Array;
  /** Rows. */
  readonly counts: Int32Array;
  /** A bit for each bin that has rows. */
  readonly isFilled: Int32Array;
}

/** Creates histograms without rows. */
export function emptyHistograms(): BinHistograms {
  const size = SIDE_BY_SIDE * BINS;
  return {
    weights: new Float64Array(size),
    sums: new Float64Array(size),
    counts: new Int32Array(size),
    isFilled: new Int32Array(size / 32),
  };
}

/**
 * Adds up weight, weight · target and rows per bin of one feature, in the order of the rows.
 *
 * @param histograms Where; the first 256 bins must be empty.
 * @param sample The tree's rows; the node in question was read last.
 */
export function addFeature(
  { weights, sums, counts, isFilled }: BinHistograms,
  X: BinnedFeatures,
  feature: number,
  sample: TreeSample,
  start: number,
  end: number,
): void {
  const { rows, weights: rowWeights, products } = sample;
  const { bins } = X;
  const column = feature * X.rows;
  for (let i = start; i < end; i++) {
    const bin = bins[column + rows[i]];
    weights[bin] += rowWeights[i];
    sums[bin] += products[i];
    counts[bin]++;
    // Always, since it takes less time than to guess whether it is new.
    isFilled[bin >> 5] |= 1 << bin;
  }
}

/**
 * The same as {@linkcode addFeature} for four features at once, in half the time: where neighbouring
 * rows share a bin, a sum has to wait for the one before it, and meanwhile there are three others.
 *
 * @param features Features in the order in which they were drawn.
 * @param sample The tree's rows; the node in question was read last.
 */
export function addFourFeatures(
  { weights, sums, counts, isFilled }: BinHistograms,
  X: BinnedFeatures,
  features: Int32Array,
  from: number,
  sample: TreeSample,
  start: number,
  end: number,
): void {
  const { rows, weights: rowWeights, products } = sample;
  const { bins } = X;
  const column0 = features[from] * X.rows;
  const column1 = features[from + 1] * X.rows;
  const column2 = features[from + 2] * X.rows;
  const column3 = features[from + 3] * X.rows;
  for (let i = start; i < end; i++) {
    const row = rows[i];
    const weight = rowWeights[i];
    const product = products[i];
    const bin0 = bins[column0 + row];
    const bin1 = bins[column1 + row] + BINS;
    const bin2 = bins[column2 + row] + 2 * BINS;
    const bin3 = bins[column3 + row] + 3 * BINS;
    weights[bin0] += weight;
    weights[bin1] += weight;
    weights[bin2] += weight;
    weights[bin3] += weight;
    sums[bin0] += product;
    sums[bin1] += product;
    sums[bin2] += product;
    sums[bin3] += product;
    counts[bin0]++;
    counts[bin1]++;
    counts[bin2]++;
    counts[bin3]++;
    isFilled[bin0 >> 5] |= 1 << bin0;
    isFilled[bin1 >> 5] |= 1 << bin1;
    isFilled[bin2 >> 5] |= 1 << bin2;
    isFilled[bin3 >> 5] |= 1 << bin3;
  }
}

/**
 * Lists the bins of one feature that have rows, in ascending order.
 *
 * @param nth Which of the features side by side, 0 to 3.
 * @param filled Where the places of the bins are written: 256 · nth + bin.
 */
export function listFilledBins(
  { isFilled }: BinHistograms,
  nth: number,
  filled: Int32Array,
): number {
  let size = 0;
  const first = nth * BINS / 32;
  for (let word = first; word < first + BINS / 32; word++) {
    for (let bits = isFilled[word]; bits !== 0; bits &= bits - 1) {
      filled[size++] = word * 32 + 31 - Math.clz32(bits & -bits);
    }
  }
  return size;
}

/**
 * Empties the bins of one feature.
 *
 * @param nth Which of the features side by side, 0 to 3.
 */
export function clearBins(
  { weights, sums, counts, isFilled }: BinHistograms,
  nth: number,
  filled: Int32Array,
  size: number,
): void {
  for (let place = 0; place < size; place++) {
    const bin = filled[place];
    weights[bin] = sums[bin] = counts[bin] = 0;
  }
  isFilled.fill(0, nth * BINS / 32, (nth + 1) * BINS / 32);
}
