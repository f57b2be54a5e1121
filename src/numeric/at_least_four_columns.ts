import type { Matrix } from "./matrix.ts";

/**
 * Widens a matrix of fewer than four columns by columns of zeros, which change no distance.
 *
 * Loops that spend their time on distances hold the first four columns of a row in registers and
 * only go through the others one by one: that halves their time on the few features of customers.
 *
 * @returns The very same matrix if it is wide enough, or a wider copy.
 */
export function atLeastFourColumns(X: Matrix): Matrix {
  if (X.columns >= 4) return X;
  const values = new Float64Array(X.rows * 4);
  for (let row = 0; row < X.rows; row++) {
    for (let j = 0; j < X.columns; j++) values[row * 4 + j] = X.values[row * X.columns + j];
  }
  return { rows: X.rows, columns: 4, values };
}
