/**
 * By how many spreads an interval reaches to either side: the quantile of Student's t, expanded in
 * the degrees of freedom (Abramowitz and Stegun, 1964, 26.7.5).
 *
 * @param level Share that the interval is to hold.
 * @param errors Number of errors that the spread rests on; fewer than 3 count as 3.
 */
export function spreadFactor(level: 0.8 | 0.95, errors: number): number {
  const z = level === 0.8 ? 1.2815515655 : 1.9599639845;
  const v = Math.max(3, errors);
  return z + (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3);
}
