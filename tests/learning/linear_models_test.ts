import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { fitPoissonRegression } from "../../src/learning/linear/poisson_regression.ts";
import { fitRidgeRegression } from "../../src/learning/linear/ridge_regression.ts";
import { matrixFromRows } from "../../src/numeric/matrix.ts";
import expected from "../fixtures/linear_models.json" with { type: "json" };

const X = matrixFromRows(expected.X);

Deno.test("fitRidgeRegression: parity with scikit-learn's Ridge, with and without a penalty", () => {
  for (const { l2, coefficients, intercept } of expected.ridge) {
    const model = fitRidgeRegression(X, expected.y, { l2 });
    coefficients.forEach((value, j) => assertAlmostEquals(model.coefficients[j], value, 1e-9));
    assertAlmostEquals(model.intercept, intercept, 1e-9);
  }
});

Deno.test("fitPoissonRegression: parity with scikit-learn's PoissonRegressor", () => {
  for (const { l2, coefficients, intercept } of expected.poisson) {
    const model = fitPoissonRegression(X, expected.amounts, { l2 });
    assertEquals(model.converged, true);
    coefficients.forEach((value, j) => assertAlmostEquals(model.coefficients[j], value, 1e-6));
    assertAlmostEquals(model.intercept, intercept, 1e-6);
  }
});

Deno.test("linear models: what cannot be fitted is refused in a sentence", () => {
  assertThrows(() => fitRidgeRegression(X, expected.y, { l2: -1 }), RangeError, "l2 must be ≥ 0");
  const twins = matrixFromRows([[1, 1], [2, 2], [3, 3]]);
  assertThrows(
    () => fitRidgeRegression(twins, [1, 2, 3], { l2: 0 }),
    RangeError,
    "not independent",
  );
  const three = matrixFromRows([[1], [2], [3]]);
  assertThrows(() => fitPoissonRegression(three, [0, 0, 0]), RangeError, "every amount is 0");
  assertThrows(() => fitPoissonRegression(three, [1, -2, 0]), RangeError, "row 1 has a negative");
});
