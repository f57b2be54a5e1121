import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  fitStandardScaler,
  transformStandardScaler,
} from "../../../src/learning/preparation/standard_scaler.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { fixture, throughJson, unchanged } from "../toy_data.ts";

Deno.test("fitStandardScaler: parity with scikit-learn, a constant column included", () => {
  const { X, scaler } = fixture("learning_k_means.json");
  const rows = (X as number[][]).map(([a, b]) => [a, b * 1e3 + 5, 0.1]);
  const model = fitStandardScaler(matrixFromRows(rows));
  model.means.forEach((mean, j) => assertAlmostEquals(mean, scaler.means[j], 1e-9));
  model.scales.forEach((scale, j) => assertAlmostEquals(scale, scaler.scales[j], 1e-9));
  assertEquals(model.scales[2], 1);
});

Deno.test("transformStandardScaler: learned on the past, applied to the future", () => {
  // Past: mean 3, population variance ((−2)² + 2²) / 2 = 4.
  const past = matrixFromRows([[1], [5]]);
  const future = matrixFromRows([[3], [7], [-1]]);
  const model = fitStandardScaler(past);
  assertEquals([...transformStandardScaler(throughJson(model), future).values], [0, 2, -2]);
  assert(unchanged(future, () => transformStandardScaler(model, future)));
});

Deno.test("transformStandardScaler: mean 0 and variance 1 on what it was fitted on", () => {
  const X = matrixFromRows(fixture("learning_k_means.json").X);
  const { values } = transformStandardScaler(fitStandardScaler(X), X);
  for (let j = 0; j < 3; j++) {
    const column = values.filter((_, i) => i % 3 === j);
    const mean = column.reduce((sum, x) => sum + x, 0) / X.rows;
    const variance = column.reduce((sum, x) => sum + x * x, 0) / X.rows;
    assertAlmostEquals(mean, 0, 1e-12);
    assertAlmostEquals(variance, 1, 1e-12);
  }
});

Deno.test("fitStandardScaler: refuses no rows, missing values and other columns", () => {
  assertThrows(() => fitStandardScaler(matrixFromRows([])), RangeError, "no rows");
  assertThrows(
    () => fitStandardScaler(matrixFromRows([[1], [NaN]])),
    RangeError,
    "row 1, column 0",
  );
  const model = fitStandardScaler(matrixFromRows([[1, 2]]));
  assertThrows(() => transformStandardScaler(model, matrixFromRows([[1]])), TypeError, "2 columns");
});
