import { NotEnoughDataError } from "../customers/not_enough_data_error.ts";

/** A result, or the sentence that says why there is none. */
export type Attempt<T> = { readonly result: T } | { readonly notEnoughData: string };

/**
 * Does some work, and turns "not enough data" from an error into an answer.
 *
 * @param work What to do.
 * @returns Its result, or the reason why the data does not suffice; other errors are thrown on.
 *
 * @example
 * ```ts
 * import { NotEnoughDataError } from "../customers/not_enough_data_error.ts";
 * import { attempted } from "./attempt.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(attempted(() => 1), { result: 1 });
 * const tooFew = () => {
 *   throw new NotEnoughDataError("3 customers; 50 are needed.");
 * };
 * assertEquals(attempted(tooFew), { notEnoughData: "3 customers; 50 are needed." });
 * ```
 */
export function attempted<T>(work: () => T): Attempt<T> {
  try {
    return { result: work() };
  } catch (error) {
    if (error instanceof NotEnoughDataError) return { notEnoughData: error.message };
    throw error;
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
 * assertEquals([resultOf({ result: 1 }), resultOf({ notEnoughData: "why" })], [1, undefined]);
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
 * @throws {NotEnoughDataError} If there is none, for the same reason.
 *
 * @example
 * ```ts
 * import { resultOrReason } from "./attempt.ts";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * assertEquals(resultOrReason({ result: 1 }), 1);
 * assertThrows(() => resultOrReason({ notEnoughData: "3 customers." }), RangeError, "3 customers.");
 * ```
 */
export function resultOrReason<T>(attempt: Attempt<T>): T {
  if ("result" in attempt) return attempt.result;
  throw new NotEnoughDataError(attempt.notEnoughData);
}
