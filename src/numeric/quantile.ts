/**
 * The value below which the share `p` of the values lies, interpolated linearly between neighbours
 * (type 7 of Hyndman and Fan, 1996: the default of R, NumPy and pandas).
 *
 * @param values Numbers in any order; they are copied, not sorted in place.
 * @param p A share in [0, 1].
 * @returns The quantile, in the unit of the values.
 * @throws {RangeError} If there are no values, one is NaN, or `p` is outside [0, 1].
 *
 * @example
 * ```ts
 * import { quantile } from "./quantile.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(quantile([40, 10, 30, 20], 0.25), 17.5);
 * ```
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  return quantileSorted(Float64Array.from(values).sort(), p);
}

/**
 * The middle value: half of the values lie below it.
 *
 * @param values Numbers in any order; they are copied, not sorted in place.
 * @returns The median, in the unit of the values.
 * @throws {RangeError} If there are no values or one is NaN.
 *
 * @example
 * ```ts
 * import { median } from "./quantile.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(median([3, 1, 2]), 2);
 * assertEquals(median([4, 1, 2, 3]), 2.5);
 * ```
 */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/**
 * The quantile of values that are sorted already, for several quantiles of the same values.
 *
 * @param sorted Numbers in ascending order.
 * @param p A share in [0, 1].
 * @returns The quantile, in the unit of the values.
 * @throws {RangeError} If there are no values, one is NaN, or `p` is outside [0, 1].
 *
 * @example
 * ```ts
 * import { quantileSorted } from "./quantile.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(quantileSorted([10, 20, 30], 1), 30);
 * ```
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError("Taking a quantile: there are no values.");
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(`Taking a quantile: the share p must be in [0, 1], got ${p}.`);
  }
  // Typed arrays sort NaN to the end.
  if (Number.isNaN(sorted[sorted.length - 1])) {
    throw new RangeError("Taking a quantile: a value is NaN.");
  }
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, sorted.length - 1)];
  const share = position - below;
  if (low === high || share === 0) return low;
  return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share);
}
