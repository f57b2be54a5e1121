import { checkProbabilities } from "./check_pairs.ts";

/**
 * The mean squared difference between a probability and what happened (Brier 1950).
 *
 * @param truth True classes, 0 or 1.
 * @param probabilities Predicted probabilities of class 1, in [0, 1].
 * @returns 0 (certain and right) to 1 (certain and wrong).
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a class is neither 0 nor 1, or a probability lies
 *   outside [0, 1].
 *
 * @example
 * ```ts
 * import { brierScore } from "./brier_score.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(brierScore([1, 0], [0.5, 0.5]), 0.25);
 * ```
 */
export function brierScore(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): number {
  checkProbabilities("Computing the Brier score", truth, probabilities);
  let sum = 0;
  for (let i = 0; i < truth.length; i++) sum += (probabilities[i] - truth[i]) ** 2;
  return sum / truth.length;
}
