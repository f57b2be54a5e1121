import type { Matrix } from "../../numeric/matrix.ts";
import type { Random } from "../../numeric/random/random.ts";

/**
 * Draws rows with replacement, as the bootstrap does.
 *
 * @returns A new matrix of `rows` × the same columns.
 */
export function resample(X: Matrix, rows: number, random: Random): Matrix {
  const { columns } = X;
  const values = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const from = random.integer(X.rows) * columns;
    values.set(X.values.subarray(from, from + columns), i * columns);
  }
  return { rows, columns, values };
}
