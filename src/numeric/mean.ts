/**
 * The arithmetic mean.
 *
 * @param values Any numbers, added up in their order.
 * @returns Their mean; NaN of none.
 *
 * @example
 * ```ts
 * import { mean } from "./mean.ts";
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
