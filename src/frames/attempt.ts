import { InputError, NotEnoughDataError } from "./errors.ts";

/** Reason why there is no result: the data do not suffice, or the program has a fault. */
export interface NoResult {
  readonly kind: "not_enough_data" | "failed";
  /** One sentence, which does not repeat the kind. */
  readonly reason: string;
  /** What it would take, such as "182 days of purchases", where that is known. */
  readonly needed?: string;
}

/** A result, or the sentence that says why there is none. */
export type Attempt<T> = { readonly kind: "result"; readonly result: T } | NoResult;

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
 * import { NotEnoughDataError } from "./errors.ts";
 * import { attempted } from "./attempt.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(attempted(() => 1), { kind: "result", result: 1 });
 * const tooFew = () => {
 *   throw new NotEnoughDataError("3 customers; 50 are needed.", "50 customers");
 * };
 * assertEquals(attempted(tooFew), {
 *   kind: "not_enough_data", reason: "3 customers; 50 are needed.", needed: "50 customers",
 * });
 * const fault = () => new Float64Array(-1);
 * assertEquals(attempted(fault, "Offers"), {
 *   kind: "failed", reason: "Offers failed (RangeError: Invalid typed array length: -1): please report it.",
 * });
 * ```
 */
export function attempted<T>(work: () => T, name = "A stage"): Attempt<T> {
  try {
    return { kind: "result", result: work() };
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof NotEnoughDataError) {
      const { reason, needed } = error;
      return { kind: "not_enough_data", reason, ...(needed !== undefined && { needed }) };
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
 * assertEquals(resultOf({ kind: "result", result: 1 }), 1);
 * assertEquals(resultOf({ kind: "not_enough_data", reason: "3 customers." }), undefined);
 * ```
 */
export function resultOf<T>(attempt: Attempt<T>): T | undefined {
  return attempt.kind === "result" ? attempt.result : undefined;
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
 * assertEquals(resultOrReason({ kind: "result", result: 1 }), 1);
 * const short = { kind: "not_enough_data", reason: "3 customers." } as const;
 * assertThrows(() => resultOrReason(short), RangeError, "Not enough data: 3 customers.");
 * ```
 */
export function resultOrReason<T>(attempt: Attempt<T>): T {
  if (attempt.kind === "result") return attempt.result;
  throw attempt.kind === "failed"
    ? new FailedError(attempt.reason)
    : new NotEnoughDataError(attempt.reason, attempt.needed);
}

/**
 * An attempt as it is written into an artefact: the result under its own kind, or why there is none.
 *
 * @param attempt See {@linkcode attempted}.
 * @param describe What is written of the result; default all of it.
 * @returns What was described, or the attempt itself where there is no result.
 *
 * @example
 * ```ts
 * import { describedAttempt } from "./attempt.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const describe = (customers: number) => ({ kind: "count", customers });
 * assertEquals(describedAttempt({ kind: "result", result: 3 }, describe), { kind: "count", customers: 3 });
 * const short = { kind: "not_enough_data", reason: "3 customers." } as const;
 * assertEquals(describedAttempt(short, describe), short);
 * ```
 */
export function describedAttempt<T, U = T>(
  attempt: Attempt<T>,
  describe: (result: T) => U = (result) => result as unknown as U,
): U | NoResult {
  return attempt.kind === "result" ? describe(attempt.result) : attempt;
}

/**
 * Says why there is no result.
 *
 * @param missing Why there is none.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { noResultInWords } from "./attempt.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const short = noResultInWords({ kind: "not_enough_data", reason: "4 customers." });
 * assertEquals(short, "Not enough data: 4 customers.");
 * ```
 */
export function noResultInWords({ kind, reason }: NoResult): string {
  return kind === "failed" ? reason : `Not enough data: ${reason}`;
}
