/**
 * A dense matrix of numbers in row-major order: the element at row `i` and column `j` is
 * `values[i * columns + j]`.
 */
export interface Matrix {
  /** Number of rows (observations). */
  readonly rows: number;
  /** Number of columns (features). */
  readonly columns: number;
  /** `rows × columns` numbers, row after row. */
  readonly values: Float64Array;
}

/**
 * Builds a matrix from an array of rows.
 *
 * @param rows Rows of equal length.
 * @returns The same numbers as one typed array, row after row.
 * @throws {TypeError} If the rows differ in length.
 *
 * @example
 * ```ts
 * import { matrixFromRows } from "./matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[1, 2], [3, 4], [5, 6]]);
 * assertEquals([X.rows, X.columns], [3, 2]);
 * assertEquals(X.values[2 * X.columns + 1], 6);
 * ```
 */
export function matrixFromRows(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const values = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    if (row.length !== columns) {
      throw new TypeError(
        `Building a matrix: row ${i} has ${row.length} values, the first row has ${columns}.`,
      );
    }
    values.set(row, i * columns);
  });
  return { rows: rows.length, columns, values };
}

/** Copies some rows of a matrix. */
export function matrixRows({ columns, values }: Matrix, rows: ArrayLike<number>): Matrix {
  const selected = new Float64Array(rows.length * columns);
  for (let i = 0; i < rows.length; i++) {
    const start = rows[i] * columns;
    selected.set(values.subarray(start, start + columns), i * columns);
  }
  return { rows: rows.length, columns, values: selected };
}
