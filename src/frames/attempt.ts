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
 * @throws {InputError} If the input is at fault: that ends a run.
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
 * @returns The result or `undefined`.
 */
export function resultOf<T>(attempt: Attempt<T>): T | undefined {
  return attempt.kind === "result" ? attempt.result : undefined;
}

/**
 * The result of an attempt that other work builds on.
 *
 * @throws {NotEnoughDataError} If the data did not suffice for it, for the same reason.
 * @throws {Error} If it failed; whatever is attempted with it fails for the same reason.
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
 * @param describe What is written of the result; default all of it.
 * @returns What was described, or the attempt itself where there is no result.
 */
export function describedAttempt<T, U = T>(
  attempt: Attempt<T>,
  describe: (result: T) => U = (result) => result as unknown as U,
): U | NoResult {
  return attempt.kind === "result" ? describe(attempt.result) : attempt;
}

/** Says why there is no result. */
export function noResultInWords({ kind, reason }: NoResult): string {
  return kind === "failed" ? reason : `Not enough data: ${reason}`;
}
