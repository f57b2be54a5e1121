/**
 * Adds numbers from the first to the last.
 *
 * @param values Any numbers; none add up to 0.
 * @returns Their sum.
 *
 * @example
 * ```ts
 * import { sum } from "./sums.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sum(Float64Array.of(1, 2, 3)), 6);
 * ```
 */
export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The arithmetic mean.
 *
 * @param values Any numbers, added up in their order.
 * @returns Their mean; NaN of none.
 *
 * @example
 * ```ts
 * import { mean } from "./sums.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(mean([1, 2, 6]), 3);
 * ```
 */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
