/**
 * Too few customers, purchases or days for a result that would mean something.
 *
 * The run goes on without the stage, and its artefacts say the message instead of numbers.
 *
 * @example
 * ```ts
 * import { NotEnoughDataError } from "./not_enough_data_error.ts";
 * import { assert } from "@std/assert";
 *
 * assert(new NotEnoughDataError("12 customers; a forecast needs 50.") instanceof RangeError);
 * ```
 */
export class NotEnoughDataError extends RangeError {
  override readonly name = "NotEnoughDataError";
}
