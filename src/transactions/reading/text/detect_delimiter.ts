/** Characters that separate the fields of a text table. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;

/** One of {@linkcode DELIMITERS}. */
export type Delimiter = typeof DELIMITERS[number];

/** Records looked at; enough to outvote a stray character in a description. */
const SAMPLE = 50;

/**
 * Finds out what separates the fields of a text table: the character that splits the first records
 * most often into one and the same number of fields.
 *
 * Characters within quotes do not count.
 *
 * @param text The beginning of the table, the header first.
 * @returns The delimiter, or `undefined` where no candidate stands in the header.
 */
export function detectDelimiter(text: string): Delimiter | undefined {
  const records = firstRecords(text);
  const scored = DELIMITERS.map((delimiter) => {
    const counts = records.map((record) => record.split(delimiter).length - 1);
    const inHeader = counts[0];
    return { delimiter, inHeader, agreeing: counts.filter((count) => count === inHeader).length };
  }).filter(({ inHeader }) => inHeader > 0);
  scored.sort((a, b) => b.agreeing - a.agreeing || b.inHeader - a.inHeader);
  return scored[0]?.delimiter;
}

/** The first records, whatever is quoted taken out. */
function firstRecords(text: string): string[] {
  return text.replace(/"[^"]*("|$)/g, '""').split("\n").filter((record) => record.trim() !== "")
    .slice(0, SAMPLE);
}
