/**
 * Puts a complaint about options onto one line.
 *
 * @param text What the option parser says.
 * @returns The same as one line that names `--help`.
 *
 * @example
 * ```ts
 * import { oneLine } from "./one_line.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(oneLine("error: no\nsuch option\n"), "error: no such option (--help lists the options)\n");
 * ```
 */
export function oneLine(text: string): string {
  return `${text.trim().replace(/\s*\n\s*/g, " ")} (--help lists the options)\n`;
}
