/**
 * The words of a text: letters and digits that stand together, at least two, in lower case and
 * without accents.
 *
 * @param text Any text.
 * @returns The words in their order, repeated ones repeatedly.
 *
 * @example
 * ```ts
 * import { wordsOf } from "./words_of.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(wordsOf("SET/6 Café T-LIGHT cups"), ["set", "cafe", "light", "cups"]);
 * ```
 */
export function wordsOf(text: string): string[] {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}
