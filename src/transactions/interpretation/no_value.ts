/** How programs and people write that there is no value. */
export const NO_VALUE = {
  programs: [
    ...["NULL", "nil", "None", "nan", "NA", "N/A", "#N/A", "#NA", "#NV", "<NA>"],
    ...["undefined", "\\N"],
  ],
  dates: ["NaT"],
  abbreviations: ["n.a.", "k.A.", "s/d", "n/d", "nd", "n.v.t."],
  signs: ["-", "--", "–", "—", "?", "."],
} as const;

const WRITTEN: ReadonlySet<string> = new Set(
  ["", ...Object.values(NO_VALUE).flat()].map((text) => text.toLowerCase()),
);

/**
 * Whether a text says that there is no value.
 *
 * @param text Any text.
 * @returns Yes for empty texts, `NULL`, `n/a` and the like.
 */
export function saysNoValue(text: string): boolean {
  return WRITTEN.has(text.trim().toLowerCase());
}
