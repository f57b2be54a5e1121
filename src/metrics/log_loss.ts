import { checkProbabilities } from "./check_pairs.ts";

/**
 * The mean negative log-likelihood of what happened under the predicted probabilities.
 *
 * @param truth True classes, 0 or 1.
 * @param probabilities Predicted probabilities of class 1, in [0, 1]; they are kept 2.2e-16 away
 *   from 0 and 1, so that one certain mistake does not make the score infinite.
 * @returns 0 or more, in nats; ln 2 = .693 for always saying one half.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a class is neither 0 nor 1, or a probability lies
 *   outside [0, 1].
 *
 * @example
 * ```ts
 * import { logLoss } from "./log_loss.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(logLoss([1, 0], [0.5, 0.5]), Math.LN2, 1e-15);
 * ```
 */
export function logLoss(truth: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  checkProbabilities("Computing the log loss", truth, probabilities);
  let sum = 0;
  for (let i = 0; i < truth.length; i++) {
    const ofClass1 = clip(probabilities[i]);
    sum -= Math.log(truth[i] === 1 ? ofClass1 : 1 - ofClass1);
  }
  return sum / truth.length;
}

function clip(probability: number): number {
  return Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON);
}
