/**
 * Writes a name or an id as it is compared where typing counts for nothing: in lower case, without
 * accents, with single spaces.
 *
 * @param text Any text.
 * @returns The same in its plainest form.
 *
 * @example
 * ```ts
 * import { normalisedName } from "./normalised_name.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(normalisedName("  Café   T-LIGHT "), "cafe t-light");
 * ```
 */
export function normalisedName(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, " ").trim();
}
