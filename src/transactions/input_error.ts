/**
 * A fault of the input rather than of the program: one sentence that says what is wrong, where, and
 * what to do. The command line prints the message alone and ends with exit code 1.
 *
 * @example
 * ```ts
 * import { InputError } from "./input_error.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(new InputError("The file is empty.").name, "InputError");
 * ```
 */
export class InputError extends Error {
  override readonly name = "InputError";
}
