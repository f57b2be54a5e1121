/** Says where rows are too few for any split, so that trees can only tell the mean. */
export function tooFewRows(rows: number, minimumLeafSize: number): string[] {
  return rows >= 2 * minimumLeafSize
    ? []
    : [`The features told nothing: ${rows} rows are too few for two leaves of ${minimumLeafSize}.`];
}
