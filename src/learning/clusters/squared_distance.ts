/**
 * The squared Euclidean distance between a row of one matrix and a row of another.
 *
 * @param startA Where the row starts in `a`.
 * @param startB Where the row starts in `b`.
 * @returns The sum of the squared differences, from the first column to the last.
 */
export function squaredDistance(
  a: Float64Array,
  startA: number,
  b: Float64Array,
  startB: number,
  columns: number,
): number {
  let squared = 0;
  for (let j = 0; j < columns; j++) {
    const difference = a[startA + j] - b[startB + j];
    squared += difference * difference;
  }
  return squared;
}
