/** Weight of a row of each class: as given, or so that both classes count alike. */
export type ClassWeights = "balanced" | readonly [class0: number, class1: number];

/**
 * How much a row of either class counts.
 *
 * "balanced" is scikit-learn's: rows / (2 · rows of the class), after King and Zeng, "Logistic
 * Regression in Rare Events Data" (2001).
 *
 * @param y Classes, 0 or 1, one per row, both present.
 * @returns The weights of class 0 and of class 1, or null where none were asked for.
 * @throws {RangeError} If a weight is not a positive number.
 */
export function resolveClassWeights(
  doing: string,
  y: ArrayLike<number>,
  asked: ClassWeights | undefined,
): readonly [number, number] | null {
  if (asked === undefined) return null;
  const [zero, one] = asked === "balanced" ? balancedWeights(y) : asked;
  for (const weight of [zero, one]) {
    if (!(weight > 0 && weight < Infinity)) {
      throw new RangeError(`${doing}: a class weight must be a positive number, got ${weight}.`);
    }
  }
  return [zero, one];
}

/**
 * How much each row counts by its class.
 *
 * @param y Classes, 0 or 1, one per row.
 * @returns One weight per row: 1 where the classes have none.
 */
export function weighRows(
  y: ArrayLike<number>,
  classWeights: readonly [number, number] | null,
): Float64Array {
  const [zero, one] = classWeights ?? [1, 1];
  return Float64Array.from(y, (label) => label === 1 ? one : zero);
}

function balancedWeights(y: ArrayLike<number>): [number, number] {
  let ones = 0;
  for (let row = 0; row < y.length; row++) ones += y[row];
  return [y.length / (2 * (y.length - ones)), y.length / (2 * ones)];
}
