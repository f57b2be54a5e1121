/**
 * Quotes what somebody typed for a message, the end of a long text left out.
 *
 * @param text Any text.
 * @returns At most 60 of its characters, in quotation marks.
 *
 * @example
 * ```ts
 * import { quotedShort } from "./quoted_short.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([quotedShort("TEA"), quotedShort("x".repeat(99)).length], ['"TEA"', 62]);
 * ```
 */
export function quotedShort(text: string): string {
  return `"${text.length <= 60 ? text : `${text.slice(0, 59)}…`}"`;
}
