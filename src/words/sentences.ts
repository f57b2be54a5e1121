/** Caption of a chart that has nothing to show. */
export const NO_DATA = "There is not enough data for this figure.";

/** Joins parts of a sentence as English does. */
export function joinWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

/** Begins a sentence: the first letter in capitals. */
export function capitalise(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/**
 * Cuts a label that is too long for its place, ending it with an ellipsis.
 *
 * @param length Largest number of characters to keep, at least 1.
 */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters.slice(0, length - 1).join("").trimEnd()}…`;
}

/**
 * Puts a text from a file onto one line that a terminal shows and does not obey.
 *
 * @returns The same with single spaces in place of spaces and of control and format characters.
 */
export function plainLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
}
