import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { choleskyFactor, choleskySolve } from "../../src/numeric/cholesky.ts";
import { matrixFromRows } from "../../src/numeric/matrix.ts";

Deno.test("choleskyFactor: the textbook example", () => {
  const A = matrixFromRows([[4, 12, -16], [12, 37, -43], [-16, -43, 98]]);
  assertEquals([...choleskyFactor(A)!.values], [2, 0, 0, 6, 1, 0, -8, 5, 3]);
});

Deno.test("choleskySolve: A·x is b again, on the badly conditioned Hilbert matrix", () => {
  const A = matrixFromRows(
    Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_, j) => 1 / (i + j + 1))),
  );
  const b = Object.freeze([1, 2, 3, 4, 5, 6]);
  const x = choleskySolve(choleskyFactor(A)!, b);
  b.forEach((expected, i) => {
    const actual = x.reduce((sum, value, j) => sum + A.values[i * 6 + j] * value, 0);
    assertAlmostEquals(actual, expected, 1e-8);
  });
});

Deno.test("choleskyFactor: undefined where not positive definite, TypeError where not square", () => {
  assertEquals(choleskyFactor(matrixFromRows([[1, 2], [2, 1]])), undefined);
  assertEquals(choleskyFactor(matrixFromRows([[0]])), undefined);
  assertThrows(() => choleskyFactor(matrixFromRows([[1, 2]])), TypeError, "1 × 2");
  assertThrows(() => choleskySolve(matrixFromRows([[1]]), [1, 2]), TypeError, "2 numbers");
});
