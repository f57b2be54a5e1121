import { mlLogisticRegression } from "../../../src/learning/npm/ml_logistic_regression.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { assert } from "@std/assert";

Deno.test("mlLogisticRegression: fits a logistic regression by the npm package `ml-logistic-regression`", () => {
  const X = matrixFromRows([[-2], [-1], [1], [2]]);
  const options = { maxIterations: 50, seed: 42 };
  assert(mlLogisticRegression(X, [0, 0, 1, 1], options).coefficients[0] > 0);
});
