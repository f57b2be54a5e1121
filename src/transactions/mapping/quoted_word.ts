/**
 * A word as a shell takes it.
 *
 * @param word Any text.
 * @returns The word itself, or the word in quotes where it needs them.
 */
export function quotedWord(word: string): string {
  if (/^[\w./@+-]+$/.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`;
}
