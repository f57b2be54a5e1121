import { NotEnoughDataError } from "../frames/errors.ts";
import { InputError } from "../frames/errors.ts";

/** Why there is no result: the data do not suffice, or the program has a fault. */
export interface NoResult {
  readonly kind: "not_enough_data" | "failed";
  /** One sentence. */
  readonly reason: string;
}

/** A result, or the sentence that says why there is none. */
export type Attempt<T> = { readonly result: T } | NoResult;

/** What builds on something that failed fails for the same reason. */
class FailedError extends Error {
  override readonly name = "FailedError";
}

/**
 * Does some work, and turns an error into an answer: what fails must not take along what was found
 * out before it.
 *
 * @param work What to do.
 * @param name What it is called in the sentence about a fault.
 * @returns Its result, or why there is none.
 * @throws {InputError} If the input is at fault: that ends a run.
 *
 * @example
 * ```ts
 * import { NotEnoughDataError } from "../frames/errors.ts";
 * import { attempted } from "./attempt.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(attempted(() => 1), { result: 1 });
 * const tooFew = () => {
 *   throw new NotEnoughDataError("3 customers; 50 are needed.");
 * };
 * assertEquals(attempted(tooFew), { kind: "not_enough_data", reason: "3 customers; 50 are needed." });
 * const fault = () => new Float64Array(-1);
 * assertEquals(attempted(fault, "Offers"), {
 *   kind: "failed", reason: "Offers failed (RangeError: Invalid typed array length: -1): please report it.",
 * });
 * ```
 */
export function attempted<T>(work: () => T, name = "A stage"): Attempt<T> {
  try {
    return { result: work() };
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof NotEnoughDataError) {
      return { kind: "not_enough_data", reason: error.message };
    }
    if (error instanceof FailedError) return { kind: "failed", reason: error.message };
    return { kind: "failed", reason: `${name} failed (${error}): please report it.` };
  }
}

/**
 * The result of an attempt, if there is one.
 *
 * @param attempt See {@linkcode attempted}.
 * @returns The result or `undefined`.
 *
 * @example
 * ```ts
 * import { resultOf } from "./attempt.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(resultOf({ result: 1 }), 1);
 * assertEquals(resultOf({ kind: "not_enough_data", reason: "3 customers." }), undefined);
 * ```
 */
export function resultOf<T>(attempt: Attempt<T>): T | undefined {
  return "result" in attempt ? attempt.result : undefined;
}

/**
 * The result of an attempt that other work builds on.
 *
 * @param attempt See {@linkcode attempted}.
 * @returns The result.
 * @throws {NotEnoughDataError} If the data did not suffice for it, for the same reason.
 * @throws {Error} If it failed; whatever is attempted with it fails for the same reason.
 *
 * @example
 * ```ts
 * import { resultOrReason } from "./attempt.ts";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * assertEquals(resultOrReason({ result: 1 }), 1);
 * const short = { kind: "not_enough_data", reason: "3 customers." } as const;
 * assertThrows(() => resultOrReason(short), RangeError, "3 customers.");
 * ```
 */
export function resultOrReason<T>(attempt: Attempt<T>): T {
  if ("result" in attempt) return attempt.result;
  throw attempt.kind === "failed"
    ? new FailedError(attempt.reason)
    : new NotEnoughDataError(attempt.reason);
}

/**
 * What is said where there is no result.
 *
 * @param attempt See {@linkcode attempted}.
 * @returns The reason; an empty text where there is a result.
 *
 * @example
 * ```ts
 * import { reasonOf } from "./attempt.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(reasonOf({ kind: "not_enough_data", reason: "3 customers." }), "3 customers.");
 * ```
 */
export function reasonOf(attempt: Attempt<unknown>): string {
  return "reason" in attempt ? attempt.reason : "";
}
