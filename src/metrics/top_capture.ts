import { checkPairs } from "./check_pairs.ts";

/**
 * The share of all that came which the highest predictions hold, such as the revenue of the tenth
 * of the customers of whom most is expected.
 *
 * Where equal predictions stand at the edge, the mean over their orders counts.
 *
 * @param truth True amounts, not negative.
 * @param predictions Predicted amounts.
 * @param share Share of the rows that counts as top; default .1, at least one row.
 * @returns From 0 to 1; NaN where nothing came.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a value is NaN or infinite, or the share is not in
 * (0, 1].
 *
 * @example
 * ```ts
 * import { topCapture } from "./top_capture.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(topCapture([60, 20, 20, 0], [3, 2, 2, 1], 0.5), 0.8);
 * ```
 */
export function topCapture(
  truth: ArrayLike<number>,
  predictions: ArrayLike<number>,
  share = 0.1,
): number {
  checkPairs("Computing the captured share", truth, predictions);
  if (!(share > 0 && share <= 1)) {
    throw new RangeError(`Computing the captured share: share must be in (0, 1], got ${share}.`);
  }
  const n = truth.length;
  const top = Math.max(1, Math.round(n * share));
  const edge = Float64Array.from(predictions).sort()[n - top];
  let above = 0, aboveCount = 0, at = 0, atCount = 0, total = 0;
  for (let i = 0; i < n; i++) {
    total += truth[i];
    if (predictions[i] > edge) {
      above += truth[i];
      aboveCount++;
    } else if (predictions[i] === edge) {
      at += truth[i];
      atCount++;
    }
  }
  return (above + at * (top - aboveCount) / atCount) / total;
}
