/** Letters that Unicode does not take apart, as they are also written. */
const LETTERS: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l" };

/**
 * A column's name as names are compared: without case, accents, spaces and punctuation.
 *
 * @param name A name, such as "Größe (cm)".
 * @returns Its letters and digits, such as "grossecm".
 */
export function plainName(name: string): string {
  return name.toLowerCase().normalize("NFKD").replace(/[ßæœøł]/g, (letter) => LETTERS[letter])
    .replace(/[^\p{L}\p{N}]/gu, "");
}
