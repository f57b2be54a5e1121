import {
  fitEstimator,
  predictEstimator,
} from "../../../src/prediction/classifiers/customer_estimator.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { assert, assertEquals } from "@std/assert";

Deno.test("fitEstimator: fits one of the families to prepared features", () => {
  const X = matrixFromRows([[-1], [-1], [1], [1]]);
  const model = fitEstimator(X, Uint8Array.of(0, 0, 1, 1), { family: "logistic_regression" });
  const [low, , , high] = predictEstimator(model, X);
  assert(low < high);
});

Deno.test("predictEstimator: the probability of class 1 for each row", () => {
  const X = matrixFromRows([[-1], [1]]);
  const model = fitEstimator(X, Uint8Array.of(0, 1), { family: "logistic_regression" });
  assertEquals(predictEstimator(model, X).length, 2);
});
