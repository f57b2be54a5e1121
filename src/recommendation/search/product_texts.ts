/**
 * Writes a name or an id as it is compared where typing counts for nothing: in lower case, without
 * accents, with single spaces.
 */
export function normalisedName(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/**
 * The words of a text: letters and digits that stand together, at least two, in lower case and
 * without accents.
 *
 * @returns The words in their order, repeated ones repeatedly.
 */
export function wordsOf(text: string): string[] {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/**
 * Quotes what somebody typed for a message, the end of a long text left out.
 *
 * @returns At most 60 of its characters, in quotation marks.
 */
export function quotedShort(text: string): string {
  return `"${text.length <= 60 ? text : `${text.slice(0, 59)}…`}"`;
}

/** Writes a number of customers. */
export function customersInWords(count: number): string {
  return count === 1 ? "1 customer" : `${count} customers`;
}
