/**
 * Adds whole numbers exactly, however many there are.
 *
 * @param units Integers below 2^53 in size.
 * @param rows Which of them to add; all if not given.
 * @returns Their sum.
 *
 * @example
 * ```ts
 * import { exactSum } from "./exact_sum.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(exactSum(Float64Array.of(2 ** 53 - 1, 2 ** 53 - 1, 1)), 2n ** 54n - 1n);
 * ```
 */
export function exactSum(units: Float64Array, rows?: Int32Array): bigint {
  const count = rows ? rows.length : units.length;
  let sum = 0n, part = 0;
  for (let i = 0; i < count; i++) {
    const unit = units[rows ? rows[i] : i];
    const next = part + unit;
    if (Math.abs(next) <= Number.MAX_SAFE_INTEGER) part = next;
    else {
      sum += BigInt(part);
      part = unit;
    }
  }
  return sum + BigInt(part);
}

/**
 * As {@linkcode exactSum}, for several groups in one walk.
 *
 * @param units Integers below 2^53 in size.
 * @param groupOf The group of each of them, from 0.
 * @param groups The number of groups.
 * @returns The sum of each group.
 *
 * @example
 * ```ts
 * import { exactSums } from "./exact_sum.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(exactSums(Float64Array.of(1, 2, 3), Int32Array.of(1, 0, 1), 3), [2n, 4n, 0n]);
 * ```
 */
export function exactSums(units: Float64Array, groupOf: Int32Array, groups: number): bigint[] {
  const sums = Array.from({ length: groups }, () => 0n);
  const parts = new Float64Array(groups);
  for (let row = 0; row < units.length; row++) {
    const group = groupOf[row];
    const next = parts[group] + units[row];
    if (Math.abs(next) <= Number.MAX_SAFE_INTEGER) parts[group] = next;
    else {
      sums[group] += BigInt(parts[group]);
      parts[group] = units[row];
    }
  }
  return sums.map((sum, group) => sum + BigInt(parts[group]));
}
