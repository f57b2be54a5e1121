import type { Matrix } from "./matrix.ts";

/** Eigenvalues of a symmetric matrix, largest first, and the eigenvector of each. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** One eigenvector of length 1 per row. */
  readonly vectors: Matrix;
}

/** Sweeps after which rotations have long ended: the convergence is quadratic. */
const MOST_SWEEPS = 60;

/**
 * Computes all eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations.
 *
 * Source: Golub and Van Loan, "Matrix Computations", 4th edition, section 8.5 (cyclic by rows).
 *
 * @param A Square and symmetric, finite numbers.
 * @returns Eigenvalues in descending order, and unit eigenvectors, whose signs are arbitrary.
 * @throws {TypeError} If A is not square.
 *
 * @example
 * ```ts
 * import { symmetricEigen } from "./symmetric_eigen.ts";
 * import { matrixFromRows } from "./matrix.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { values, vectors } = symmetricEigen(matrixFromRows([[2, 1], [1, 2]]));
 * assertAlmostEquals(values[0], 3, 1e-12);
 * assertAlmostEquals(Math.abs(vectors.values[0]), Math.SQRT1_2, 1e-12);
 * ```
 */
export function symmetricEigen(A: Matrix): SymmetricEigen {
  const n = A.rows;
  if (A.columns !== n) {
    throw new TypeError(`Computing eigenvalues: the matrix is ${n} × ${A.columns}, not square.`);
  }
  const a = A.values.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;

  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a, n); sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) rotate(a, vectors, n, p, q);
    }
  }

  const order = Array.from({ length: n }, (_, i) => i)
    .sort((i, j) => a[j * n + j] - a[i * n + i] || i - j);
  return {
    values: Float64Array.from(order, (i) => a[i * n + i]),
    vectors: {
      rows: n,
      columns: n,
      values: Float64Array.from(
        { length: n * n },
        (_, k) => vectors[order[Math.floor(k / n)] * n + k % n],
      ),
    },
  };
}

/** Whether what is left beside the diagonal is only rounding. */
function isDiagonal(a: Float64Array, n: number): boolean {
  let beside = 0;
  let all = 0;
  for (let i = 0; i < n * n; i++) {
    all += a[i] ** 2;
    if (Math.floor(i / n) !== i % n) beside += a[i] ** 2;
  }
  return beside <= all * Number.EPSILON ** 2;
}

/** Turns the plane of axes p and q so that the element they share becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const shared = a[p * n + q];
  if (shared === 0) return;
  const tau = (a[q * n + q] - a[p * n + p]) / (2 * shared);
  const tangent = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  for (let k = 0; k < n; k++) {
    const kp = a[k * n + p], kq = a[k * n + q];
    a[k * n + p] = cosine * kp - sine * kq;
    a[k * n + q] = sine * kp + cosine * kq;
  }
  for (const matrix of [a, vectors]) {
    for (let k = 0; k < n; k++) {
      const pk = matrix[p * n + k], qk = matrix[q * n + k];
      matrix[p * n + k] = cosine * pk - sine * qk;
      matrix[q * n + k] = sine * pk + cosine * qk;
    }
  }
}
