/**
 * Checks that an option is a whole number of at least 1.
 *
 * @throws {RangeError} If it is not a positive integer.
 */
export function positiveInteger(what: string, value: number): number {
  if (Number.isInteger(value) && value >= 1) return value;
  throw new RangeError(`${what} must be a positive integer, got ${value}.`);
}
