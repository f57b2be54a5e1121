/**
 * A fault of the input rather than of the program: one sentence that says what is wrong, where, and
 * what to do. The command line prints the message alone and ends with exit code 1.
 *
 * @example
 * ```ts
 * import { InputError } from "./errors.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(new InputError("The file is empty.").name, "InputError");
 * ```
 */
export class InputError extends Error {
  override readonly name = "InputError";
}

/**
 * Too few customers, purchases or days for a result that would mean something.
 *
 * The run goes on without the stage, and its artefacts say the message instead of numbers.
 *
 * @example
 * ```ts
 * import { NotEnoughDataError } from "./errors.ts";
 * import { assert } from "@std/assert";
 *
 * assert(new NotEnoughDataError("12 customers; a forecast needs 50.") instanceof RangeError);
 * ```
 */
export class NotEnoughDataError extends RangeError {
  override readonly name = "NotEnoughDataError";
}
