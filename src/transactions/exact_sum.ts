/** Numbers scaled to integers, so that their sums are exact. */
export interface ScaledDecimals {
  /** `round(value × 10^decimals)` for each value. */
  readonly units: Float64Array;
  /** Digits after the decimal point. */
  readonly decimals: number;
}

/**
 * Scales decimal numbers to integers with as many digits as they need.
 *
 * A binary number came from a decimal text with at most `d` digits after the point exactly if
 * rounding to `d` digits gives it back.
 *
 * @param values Finite numbers.
 * @param most The most digits looked for; values that need more are rounded there.
 * @returns The integers and the number of digits.
 *
 * @example
 * ```ts
 * import { scaleDecimals } from "./exact_sum.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { units, decimals } = scaleDecimals(Float64Array.of(0.1, 2.55));
 * assertEquals([...units, decimals], [10, 255, 2]);
 * ```
 */
export function scaleDecimals(values: Float64Array, most = 6): ScaledDecimals {
  const units = new Float64Array(values.length);
  let decimals = 0, scale = 1, scaledBefore = 0;
  for (let i = 0; i < values.length; i++) {
    units[i] = Math.round(values[i] * scale);
    while (decimals < most && units[i] / scale !== values[i]) {
      scale = 10 ** ++decimals;
      units[i] = Math.round(values[i] * scale);
      scaledBefore = i;
    }
  }
  for (let i = 0; i < scaledBefore; i++) units[i] = Math.round(values[i] * scale);
  return { units, decimals };
}

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

/**
 * Turns an exact sum of scaled decimals back into the nearest number.
 *
 * @param sum A sum of units.
 * @param decimals Their digits after the decimal point.
 * @returns The sum as a number, its shortest text being the exact decimal for sums below 2^53.
 *
 * @example
 * ```ts
 * import { fromUnits } from "./exact_sum.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(fromUnits(8887208894n, 3), 8887208.894);
 * ```
 */
export function fromUnits(sum: bigint, decimals: number): number {
  const digits = (sum < 0n ? -sum : sum).toString().padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  return Number(`${sum < 0n ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`);
}
