import type { NoResult } from "./report_input.ts";

/**
 * Says why something is missing.
 *
 * @param missing Why there is no result.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { noResultInWords } from "./no_result_in_words.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const short = noResultInWords({ kind: "not_enough_data", reason: "4 customers." });
 * assertEquals(short, "Not enough data: 4 customers.");
 * ```
 */
export function noResultInWords({ kind, reason }: NoResult): string {
  return kind === "failed" ? reason : `Not enough data: ${reason}`;
}
