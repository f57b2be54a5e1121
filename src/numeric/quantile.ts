import { selectInPlace } from "./select_in_place.ts";

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
  const copy = new Float64Array(values);
  check(copy.length, p, copy.some(Number.isNaN));
  const { below, share } = positionOf(p, copy.length);
  const low = selectInPlace(copy, below);
  // The next one is the smallest of those that stand after it.
  return between(low, share === 0 ? low : copy.subarray(below + 1).reduce(lesser), share);
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
 * @throws {RangeError} If there are no values, one is NaN, or `p` is outside [0, 1].
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  // Typed arrays sort NaN to the end.
  check(sorted.length, p, Number.isNaN(sorted[sorted.length - 1]));
  const { below, share } = positionOf(p, sorted.length);
  const low = sorted[below];
  return between(low, sorted[Math.min(below + 1, sorted.length - 1)], share);
}

function check(count: number, p: number, hasNaN: boolean): void {
  if (count === 0) throw new RangeError("Taking a quantile: there are no values.");
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(`Taking a quantile: the share p must be in [0, 1], got ${p}.`);
  }
  if (hasNaN) throw new RangeError("Taking a quantile: a value is NaN.");
}

/** The place of the lower neighbour, and how far the quantile lies beyond it. */
function positionOf(p: number, count: number): { below: number; share: number } {
  const position = p * (count - 1);
  const below = Math.floor(position);
  return { below, share: position - below };
}

function between(low: number, high: number, share: number): number {
  if (low === high || share === 0) return low;
  return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share);
}

function lesser(a: number, b: number): number {
  return a < b ? a : b;
}
