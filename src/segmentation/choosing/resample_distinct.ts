import type { Matrix } from "../../numeric/matrix.ts";
import type { Random } from "../../numeric/random/random.ts";

/** A bootstrap resample with every row that was drawn in it once. */
export interface DistinctResample {
  /** The rows that were drawn, in their order. */
  readonly X: Matrix;
  /** How often each of them was drawn. */
  readonly weights: Float64Array;
}

/**
 * Draws rows with replacement, as the bootstrap does, and keeps each row that was drawn (about 63 %
 * of them) once, beside how often.
 *
 * @param draws How many rows to draw; as many as there are if not given.
 */
export function resampleDistinct(
  X: Matrix,
  random: Random,
  draws: number = X.rows,
): DistinctResample {
  const { rows, columns } = X;
  const times = new Float64Array(rows);
  for (let draw = 0; draw < draws; draw++) times[random.integer(rows)]++;
  const weights = times.filter((count) => count > 0);
  const values = new Float64Array(weights.length * columns);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    if (times[row] === 0) continue;
    for (let j = 0; j < columns; j++) values[next++] = X.values[row * columns + j];
  }
  return { X: { rows: weights.length, columns, values }, weights };
}
