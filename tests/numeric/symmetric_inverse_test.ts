import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import type { Matrix } from "../../src/numeric/matrix.ts";
import { createRandom } from "../../src/numeric/random/random.ts";
import { symmetricInverse } from "../../src/numeric/symmetric_inverse.ts";
import numpy from "../fixtures/ease_numpy.json" with { type: "json" };

/** XᵀX + n / 10 on the diagonal, for a random X of n rows. */
function positiveDefinite(n: number): Matrix {
  const random = createRandom(n);
  const X = Float64Array.from({ length: n * n }, () => random.normal());
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = i === j ? n / 10 : 0;
      for (let k = 0; k < n; k++) sum += X[k * n + i] * X[k * n + j];
      values[i * n + j] = sum;
    }
  }
  return { rows: n, columns: n, values };
}

Deno.test("symmetricInverse: equals numpy on a Gram matrix of random purchases", () => {
  const n = numpy.products;
  const values = new Float64Array(n * n);
  for (const row of numpy.bought) {
    for (const i of row) for (const j of row) values[i * n + j]++;
  }
  for (let i = 0; i < n; i++) values[i * n + i] += numpy.lambda;
  const inverse = symmetricInverse({ rows: n, columns: n, values })!.values;
  numpy.rows.forEach((i, r) =>
    numpy.inverse[r].forEach((expected, j) =>
      assertAlmostEquals(inverse[i * n + j], expected, 1e-14)
    )
  );
});

Deno.test("symmetricInverse: times the matrix gives the identity, whatever the edges of the tiles", () => {
  for (const n of [1, 2, 3, 4, 5, 63, 64, 65, 66, 130]) {
    const A = positiveDefinite(n);
    const inverse = symmetricInverse(A)!;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += A.values[i * n + k] * inverse.values[k * n + j];
        assertAlmostEquals(sum, i === j ? 1 : 0, 1e-11);
        assertEquals(inverse.values[i * n + j], inverse.values[j * n + i]);
      }
    }
  }
});

Deno.test("symmetricInverse: reads the lower triangle and changes nothing", () => {
  const A = positiveDefinite(9);
  const expected = symmetricInverse(A);
  const before = A.values.slice();
  for (let i = 0; i < 9; i++) for (let j = i + 1; j < 9; j++) A.values[i * 9 + j] = NaN;
  assertEquals(symmetricInverse(A), expected);
  for (let i = 0; i < 9; i++) {
    for (let j = i + 1; j < 9; j++) A.values[i * 9 + j] = before[i * 9 + j];
  }
  assertEquals(A.values, before);
});

Deno.test("symmetricInverse: not positive definite gives undefined, not square throws", () => {
  const square = (n: number, values: number[]) => ({
    rows: n,
    columns: n,
    values: Float64Array.from(values),
  });
  assertEquals(symmetricInverse(square(2, [1, 2, 2, 1])), undefined);
  assertEquals(symmetricInverse(square(1, [0])), undefined);
  assertEquals(symmetricInverse(square(1, [NaN])), undefined);
  const bad = positiveDefinite(100);
  bad.values[70 * 100 + 70] = -1; // found in the second block
  assertEquals(symmetricInverse(bad), undefined);
  assert(symmetricInverse(square(0, []))!.values.length === 0);
  const wide = { rows: 1, columns: 2, values: new Float64Array(2) };
  assertThrows(() => symmetricInverse(wide), TypeError, "1 × 2");
});
