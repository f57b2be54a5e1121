import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { matrixFromRows } from "../../src/numeric/matrix.ts";
import { createRandom } from "../../src/numeric/random/random.ts";
import { symmetricEigen } from "../../src/numeric/symmetric_eigen.ts";

Deno.test("symmetricEigen: A·v = λ·v, unit vectors at right angles, largest first", () => {
  const random = createRandom(4);
  for (const n of [1, 2, 5, 12]) {
    const half = Array.from({ length: n }, () => Array.from({ length: n }, () => random.normal()));
    const A = half.map((row, i) => row.map((value, j) => value + half[j][i]));
    const { values, vectors } = symmetricEigen(matrixFromRows(A));
    const v = (i: number) => vectors.values.subarray(i * n, (i + 1) * n);
    for (let i = 0; i < n; i++) {
      A.forEach((row, r) => {
        const product = row.reduce((sum, value, j) => sum + value * v(i)[j], 0);
        assertAlmostEquals(product, values[i] * v(i)[r], 1e-11);
      });
      for (let j = 0; j < n; j++) {
        const dot = v(i).reduce((sum, value, k) => sum + value * v(j)[k], 0);
        assertAlmostEquals(dot, i === j ? 1 : 0, 1e-12);
      }
    }
    assertEquals([...values], [...values].sort((a, b) => b - a));
  }
});

Deno.test("symmetricEigen: zeros, a diagonal and equal eigenvalues; refuses what is not square", () => {
  assertEquals([...symmetricEigen(matrixFromRows([[0, 0], [0, 0]])).values], [0, 0]);
  const { values, vectors } = symmetricEigen(matrixFromRows([[1, 0, 0], [0, 9, 0], [0, 0, 1]]));
  assertEquals([...values], [9, 1, 1]);
  assertEquals([...vectors.values], [0, 1, 0, 1, 0, 0, 0, 0, 1]);
  assertThrows(() => symmetricEigen(matrixFromRows([[1, 2]])), TypeError, "1 × 2, not square");
});
