/**
 * Adds numbers from the first to the last.
 *
 * @param values Any numbers; none add up to 0.
 * @returns Their sum.
 *
 * @example
 * ```ts
 * import { sum } from "./sum.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sum(Float64Array.of(1, 2, 3)), 6);
 * ```
 */
export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
