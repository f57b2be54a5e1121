/** Where each row stands among the rows of the other class; the mean of either is the ROC AUC. */
export interface AucPlacements {
  /** For each row of class 1, the share of rows of class 0 that score lower; a tie counts half. */
  readonly positives: Float64Array;
  /** For each row of class 0, the share of rows of class 1 that score higher. */
  readonly negatives: Float64Array;
}

/**
 * Takes the ROC AUC apart into one share per row, from which its variance follows.
 *
 * Source: DeLong, DeLong & Clarke-Pearson, "Comparing the Areas under Two or More Correlated Receiver
 * Operating Characteristic Curves" (1988), by the midranks of Sun & Xu (2014).
 *
 * @param truth True classes, 0 or 1, both of them there.
 * @param scores Higher for rows that are likelier of class 1.
 * @returns Placements in the order of the rows of each class.
 *
 * @example
 * ```ts
 * import { aucPlacements } from "./auc_placements.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { positives, negatives } = aucPlacements([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * assertEquals([[...positives], [...negatives]], [[0.5, 1], [1, 0.5]]); // an AUC of .75
 * ```
 */
export function aucPlacements(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
): AucPlacements {
  const order = Uint32Array.from({ length: truth.length }, (_, i) => i)
    .sort((a, b) => scores[a] - scores[b]);
  const all = [0, 0];
  for (let i = 0; i < truth.length; i++) all[truth[i]]++;
  const placement = new Float64Array(truth.length);
  const below = [0, 0];
  for (let start = 0; start < order.length;) {
    let end = start;
    const tied = [0, 0];
    while (end < order.length && scores[order[end]] === scores[order[start]]) {
      tied[truth[order[end++]]]++;
    }
    for (let place = start; place < end; place++) {
      const row = order[place];
      const other = 1 - truth[row];
      const lower = (below[other] + tied[other] / 2) / all[other];
      placement[row] = other === 0 ? lower : 1 - lower;
    }
    below[0] += tied[0];
    below[1] += tied[1];
    start = end;
  }
  return {
    positives: placement.filter((_, i) => truth[i] === 1),
    negatives: placement.filter((_, i) => truth[i] === 0),
  };
}
