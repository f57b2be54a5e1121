/** How much a row of each class counts: as given, or so that both classes count alike. */
export type ClassWeights = "balanced" | readonly [class0: number, class1: number];

/**
 * How much each row counts by its class.
 *
 * "balanced" is scikit-learn's: rows / (2 · rows of the class), after King and Zeng, "Logistic
 * Regression in Rare Events Data" (2001).
 *
 * @param doing What was being done, to open the message.
 * @param y Classes, 0 or 1, one per row, both present.
 * @param weights As asked for; all rows count 1 where omitted.
 * @returns One weight per row, or undefined where all count 1.
 * @throws {RangeError} If a weight is not a positive number.
 *
 * @example
 * ```ts
 * import { weighClasses } from "./class_weights.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...weighClasses("Fitting", [0, 1, 0, 0], "balanced")!], [2 / 3, 2, 2 / 3, 2 / 3]);
 * assertEquals([...weighClasses("Fitting", [0, 1], [1, 5])!], [1, 5]);
 * ```
 */
export function weighClasses(
  doing: string,
  y: ArrayLike<number>,
  weights: ClassWeights | undefined,
): Float64Array | undefined {
  if (weights === undefined) return undefined;
  const [zero, one] = weights === "balanced" ? balancedWeights(y) : weights;
  for (const weight of [zero, one]) {
    if (!(weight > 0 && weight < Infinity)) {
      throw new RangeError(
        `${doing}: a class weight must be a positive number, got ${weights}.`,
      );
    }
  }
  return Float64Array.from(y, (label) => label === 1 ? one : zero);
}

function balancedWeights(y: ArrayLike<number>): [number, number] {
  let ones = 0;
  for (let row = 0; row < y.length; row++) ones += y[row];
  return [y.length / (2 * (y.length - ones)), y.length / (2 * ones)];
}
