import { EigenvalueDecomposition, Matrix as PackagedMatrix } from "ml-matrix";
import type { Matrix } from "./matrix.ts";

/** Eigenvalues of a symmetric matrix, largest first, and the eigenvector of each. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** One eigenvector of length 1 per row. */
  readonly vectors: Matrix;
}

/**
 * Computes all eigenvalues and eigenvectors of a symmetric matrix with `ml-matrix`.
 *
 * Source: Golub and Van Loan, "Matrix Computations", 4th edition, section 8.3 (tridiagonalisation,
 * then implicit QL steps).
 *
 * @returns Eigenvalues in descending order, and unit eigenvectors, whose signs are arbitrary.
 * @throws {TypeError} If A is not square.
 */
export function symmetricEigen(A: Matrix): SymmetricEigen {
  const n = A.rows;
  if (A.columns !== n) {
    throw new TypeError(`Computing eigenvalues: the matrix is ${n} × ${A.columns}, not square.`);
  }
  const packaged = PackagedMatrix.from1DArray(n, n, A.values);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(packaged, {
    assumeSymmetric: true,
  });
  const order = Array.from(realEigenvalues.keys())
    .sort((i, j) => realEigenvalues[j] - realEigenvalues[i] || i - j);
  return {
    values: Float64Array.from(order, (i) => realEigenvalues[i]),
    vectors: {
      rows: n,
      columns: n,
      values: Float64Array.from(order.flatMap((i) => eigenvectorMatrix.getColumn(i))),
    },
  };
}
