import { type Matrix, matrixRows } from "../../numeric/matrix.ts";
import { createRandom } from "../../numeric/random/random.ts";

/** Rows of a feature matrix with their targets. */
export interface SampledRows {
  readonly X: Matrix;
  readonly y: Float64Array;
}

/**
 * Draws rows at random without replacement, kept in their order.
 *
 * @param maximumRows How many rows to keep at most.
 * @returns Copies: all rows where there are no more than `maximumRows`.
 */
export function sampleRows(
  X: Matrix,
  y: ArrayLike<number>,
  maximumRows: number,
  seed: number,
): SampledRows {
  const all = Array.from({ length: X.rows }, (_, row) => row);
  return selectRows(X, y, draw(all, maximumRows, seed, "sample of rows"));
}

/**
 * Draws rows at random without replacement, with the same share of class 1 as there is in all rows,
 * and at least one row of each class.
 *
 * @param y Classes, 0 or 1, one per row, both present.
 * @param maximumRows How many rows to keep at most, 2 or more.
 * @returns Copies: all rows where there are no more than `maximumRows`.
 */
export function sampleRowsOfBothClasses(
  X: Matrix,
  y: ArrayLike<number>,
  maximumRows: number,
  seed: number,
): SampledRows {
  const rows = Array.from({ length: X.rows }, (_, row) => row);
  if (X.rows <= maximumRows) return selectRows(X, y, rows);
  const ones = rows.filter((row) => y[row] === 1);
  const zeros = rows.filter((row) => y[row] === 0);
  const share = Math.round(maximumRows * ones.length / X.rows);
  const keptOnes = Math.min(Math.max(share, 1), maximumRows - 1);
  return selectRows(
    X,
    y,
    [
      ...draw(ones, keptOnes, seed, "sample of class 1"),
      ...draw(zeros, maximumRows - keptOnes, seed, "sample of class 0"),
    ].sort((a, b) => a - b),
  );
}

function draw(rows: number[], size: number, seed: number, stream: string): number[] {
  if (rows.length <= size) return rows;
  return createRandom(seed, stream).shuffle(rows).slice(0, size).sort((a, b) => a - b);
}

function selectRows(X: Matrix, y: ArrayLike<number>, rows: number[]): SampledRows {
  return { X: matrixRows(X, rows), y: Float64Array.from(rows, (row) => y[row]) };
}
