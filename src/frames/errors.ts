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
 * The run goes on without the stage, and its artefacts hold the reason instead of numbers.
 *
 * @example
 * ```ts
 * import { NotEnoughDataError } from "./errors.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const error = new NotEnoughDataError("12 customers; a forecast takes 50.", "50 customers");
 * assertEquals(error.message, "Not enough data: 12 customers; a forecast takes 50.");
 * assertEquals(error.needed, "50 customers");
 * ```
 */
export class NotEnoughDataError extends RangeError {
  override readonly name = "NotEnoughDataError";

  /**
   * @param reason What is missing, in one sentence that does not say "not enough data" again.
   * @param needed What it would take, such as "50 customers", where that is known.
   */
  constructor(readonly reason: string, readonly needed?: string) {
    super(`Not enough data: ${reason}`);
  }
}
