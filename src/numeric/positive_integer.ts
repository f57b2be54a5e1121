/**
 * Checks that an option is a whole number of at least 1.
 *
 * @param what What is being done and the option's name, for the message.
 * @param value The number.
 * @returns The same number.
 * @throws {RangeError} If it is not a positive integer.
 *
 * @example
 * ```ts
 * import { positiveInteger } from "./positive_integer.ts";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * assertEquals(positiveInteger("Fitting EASE: products", 3), 3);
 * assertThrows(() => positiveInteger("Fitting EASE: products", 0.5), RangeError, "got 0.5");
 * ```
 */
export function positiveInteger(what: string, value: number): number {
  if (Number.isInteger(value) && value >= 1) return value;
  throw new RangeError(`${what} must be a positive integer, got ${value}.`);
}
