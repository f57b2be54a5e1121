/**
 * Puts a text from a file onto one line that a terminal shows and does not obey.
 *
 * @param text Any text.
 * @returns The same with single spaces in place of spaces and of control and format characters.
 *
 * @example
 * ```ts
 * import { plainLine } from "./plain_line.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(plainLine("\u001b[2JTEA\n POT "), "[2JTEA POT");
 * ```
 */
export function plainLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
}
