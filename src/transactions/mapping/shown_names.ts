/**
 * Column names in a message: in quotes, the first 20 of them.
 *
 * @param names Any number of names.
 * @returns Such as `"a", "b" and 3 more`.
 */
export function shownNames(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => `"${name}"`).join(", ");
  return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown;
}
