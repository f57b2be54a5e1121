import { newtonLogisticRegression } from "../../../src/learning/linear/newton_logistic_regression.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { assertAlmostEquals } from "@std/assert";

Deno.test("newtonLogisticRegression: fits a penalised logistic regression by Newton's method", () => {
  // Without features the intercept is the log-odds of the classes: ln(3 / 1).
  const X = matrixFromRows([[0], [0], [0], [0]]);
  const options = { l2: 1, maxIterations: 100, tolerance: 1e-12 };
  const { intercept } = newtonLogisticRegression(X, [1, 1, 0, 1], options);
  assertAlmostEquals(intercept, Math.log(3), 1e-12);
});
