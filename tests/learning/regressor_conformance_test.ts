import { assert, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { predictRandomForestRegressor as predictRegressor } from "../../src/learning/trees/random_forest_regressor.ts";
import { regressors } from "./regressors.ts";
import { r2 } from "../../src/metrics/regression.ts";
import { matrixFromRows } from "../../src/numeric/matrix.ts";
import { frozen, separableData, throughJson, unchanged } from "./toy_data.ts";

for (const { name, engine, allowsMissing, fit } of regressors) {
  const check = (criterion: string, body: () => void) =>
    Deno.test(`${name} (${engine}): ${criterion}`, body);
  const { X, targets } = separableData();
  const options = { trees: 15 };

  check("explains what can be explained, within the range of the targets", () => {
    const predictions = predictRegressor(fit(X, targets, options), X);
    assertGreater(r2(targets, predictions), 0.99);
    assert(predictions.every((p) => p >= Math.min(...targets) && p <= Math.max(...targets)));
  });

  check("takes a split that leaves no error", () => {
    const steps = matrixFromRows(Array.from({ length: 40 }, (_, i) => [i]));
    const y = Array.from({ length: 40 }, (_, i) => i < 20 ? 3 : 8);
    const predictions = predictRegressor(fit(steps, y, options), steps);
    for (const i of [0, 10, 15]) assert(Math.abs(predictions[i] - 3) < 1e-6);
    for (const i of [25, 30, 39]) assert(Math.abs(predictions[i] - 8) < 1e-6);
  });

  check("the same seed twice gives the same model", () => {
    assertEquals(
      JSON.stringify(fit(X, targets, { ...options, seed: 5 })),
      JSON.stringify(fit(X, targets, { ...options, seed: 5 })),
    );
  });

  check("inputs and models stay as they were", () => {
    const model = frozen(throughJson(fit(frozen(X), frozen([...targets]), frozen(options))));
    const before = JSON.stringify(model);
    assert(unchanged(X, () => fit(X, targets, options)));
    assert(unchanged(X, () => predictRegressor(model, X)));
    assertEquals(JSON.stringify(model), before);
  });

  check("a model read back from JSON predicts the very same numbers", () => {
    const model = fit(X, targets, options);
    assertEquals(predictRegressor(throughJson(model), X), predictRegressor(model, X));
    assertEquals(throughJson(model), model);
  });

  check("constant features and constant targets are harmless", () => {
    const useless = matrixFromRows(targets.map(() => [7, 7]));
    const predictions = predictRegressor(fit(useless, targets, options), useless);
    assert(predictions.every((p) => p === predictions[0] && p > 100 && p < 151));
    const constant = predictRegressor(fit(X, targets.map(() => 6), options), X);
    assert(constant.every((p) => p === 6));
  });

  if (allowsMissing) {
    check("learns from missing values, and predicts rows where all are missing", () => {
      const holed = matrixFromRows(targets.map((_, i) => [i % 2 ? NaN : 5]));
      const y = targets.map((_, i) => i % 2 ? 40 : 10);
      const model = fit(holed, y, options);
      assertEquals([...predictRegressor(model, matrixFromRows([[NaN], [5]]))], [40, 10]);
      const [unseen] = predictRegressor(
        fit(X, targets, options),
        matrixFromRows([[NaN, NaN, NaN]]),
      );
      assert(unseen >= Math.min(...targets) && unseen <= Math.max(...targets));
    });
  } else {
    check("refuses missing values", () => {
      assertThrows(() => fit(matrixFromRows([[NaN]]), [1]), RangeError, "row 0, column 0 is NaN");
    });
  }

  check("refuses infinite values and wrong shapes", () => {
    assertThrows(() => fit(X, [1]), TypeError, "80 rows need as many targets");
    assertThrows(() => fit(matrixFromRows([]), []), RangeError, "empty");
    assertThrows(() => fit(matrixFromRows([[Infinity]]), [1]), RangeError, "column 0 is Infinity");
    assertThrows(() => fit(matrixFromRows([[1]]), [NaN]), RangeError, "target of row 0 is NaN");
    const model = fit(X, targets, options);
    assertThrows(() => predictRegressor(model, matrixFromRows([[1]])), TypeError, "3 columns");
  });
}
