/**
 * Says where rows are too few for any split, so that trees can only tell the mean.
 *
 * @param rows How many there are.
 * @param minimumLeafSize Fewest rows in a leaf.
 * @returns One sentence, or none.
 *
 * @example
 * ```ts
 * import { tooFewRows } from "./too_few_rows.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tooFewRows(12, 10), [
 *   "The features told nothing: 12 rows are too few for two leaves of 10.",
 * ]);
 * assertEquals(tooFewRows(20, 10), []);
 * ```
 */
export function tooFewRows(rows: number, minimumLeafSize: number): string[] {
  return rows >= 2 * minimumLeafSize
    ? []
    : [`The features told nothing: ${rows} rows are too few for two leaves of ${minimumLeafSize}.`];
}
