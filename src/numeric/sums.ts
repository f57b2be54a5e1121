/**
 * Adds numbers from the first to the last.
 *
 * @param values Any numbers; none add up to 0.
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

/**
 * The arithmetic mean.
 *
 * @returns Their mean; NaN of none.
 */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/**
 * The variance: the mean squared distance from the mean.
 *
 * @param taken Degrees of freedom that are taken off the count: 0 for a population, 1 for a sample
 * (numpy's `ddof`).
 * @returns Their variance; NaN of too few.
 */
export function variance(values: ArrayLike<number>, taken: 0 | 1 = 0): number {
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - centre) ** 2;
  return squares / (values.length - taken);
}

/**
 * The standard deviation: the square root of the {@linkcode variance}.
 *
 * @returns Their standard deviation, in their unit; NaN of too few.
 */
export function standardDeviation(values: ArrayLike<number>, taken: 0 | 1 = 0): number {
  return Math.sqrt(variance(values, taken));
}
