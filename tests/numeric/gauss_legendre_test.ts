import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { gaussLegendre } from "../../src/numeric/gauss_legendre.ts";
import numpy from "../fixtures/forecast_scipy.json" with { type: "json" };

Deno.test("gaussLegendre: numpy.polynomial.legendre.leggauss, moved to [0, 1]", () => {
  assertEquals(numpy.legendre.map(({ n }) => n), [1, 2, 5, 16, 64]);
  for (const expected of numpy.legendre) {
    const { places, weights } = gaussLegendre(expected.n);
    assertEquals([places.length, weights.length], [expected.n, expected.n]);
    expected.places.forEach((place, i) => assertAlmostEquals(places[i], place, 4e-16));
    expected.weights.forEach((weight, i) => assertAlmostEquals(weights[i], weight, 1e-14));
  }
});

Deno.test("gaussLegendre: exact up to degree 2n − 1, not beyond", () => {
  const integral = (n: number, degree: number) => {
    const { places, weights } = gaussLegendre(n);
    return places.reduce((sum, x, i) => sum + weights[i] * x ** degree, 0);
  };
  for (const n of [1, 2, 3, 7]) {
    for (let degree = 0; degree < 2 * n; degree++) {
      assertAlmostEquals(integral(n, degree), 1 / (degree + 1), 1e-14);
    }
    // Of x²ⁿ it falls short by (n!)⁴ / ((2n + 1) (2n)!²), DLMF 3.5.20.
    const factorial = (k: number): number => k < 2 ? 1 : k * factorial(k - 1);
    const short = factorial(n) ** 4 / ((2 * n + 1) * factorial(2 * n) ** 2);
    assertAlmostEquals(1 / (2 * n + 1) - integral(n, 2 * n), short, 1e-15);
  }
});

Deno.test("gaussLegendre: refuses what is no number of places", () => {
  for (const n of [0, -1, 1.5, NaN, Infinity]) {
    assertThrows(() => gaussLegendre(n), RangeError, `got ${n}`);
  }
});
