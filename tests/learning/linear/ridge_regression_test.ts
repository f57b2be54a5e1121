import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { linearPredictor } from "../../../src/learning/linear/ridge_regression.ts";
import { assertEquals } from "@std/assert";

Deno.test("linearPredictor: the linear function of each row", () => {
  const X = matrixFromRows([[1, 2], [3, 4]]);
  assertEquals([...linearPredictor({ coefficients: [1, -1], intercept: 5 }, X)], [4, 4]);
});
