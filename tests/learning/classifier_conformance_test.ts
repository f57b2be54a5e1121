import { assert, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { classifiers, predictClassifier } from "../../src/learning/classifiers.ts";
import { rocAuc } from "../../src/metrics/roc_auc.ts";
import { matrixFromRows } from "../../src/numeric/matrix.ts";
import { frozen, separableData, throughJson, unchanged } from "./toy_data.ts";

for (const { name, engine, fit } of classifiers) {
  const check = (criterion: string, body: () => void) =>
    Deno.test(`${name} (${engine}): ${criterion}`, body);
  const { X, classes } = separableData();
  const options = { trees: 15 };

  check("separates what is separable, with probabilities of class 1 in [0, 1]", () => {
    const probabilities = predictClassifier(fit(X, classes, options), X);
    assert(probabilities instanceof Float64Array);
    assert(probabilities.every((p) => p >= 0 && p <= 1));
    assertEquals(rocAuc(classes, probabilities), 1);
    assertEquals(Array.from(probabilities, (p) => p > 0.5 ? 1 : 0), classes);
  });

  check("turns around when the classes do", () => {
    const model = fit(X, classes.map((c) => 1 - c), options);
    assertEquals(rocAuc(classes, predictClassifier(model, X)), 0);
  });

  check("the same seed twice gives the same model", () => {
    assertEquals(
      JSON.stringify(fit(X, classes, { ...options, seed: 5 })),
      JSON.stringify(fit(X, classes, { ...options, seed: 5 })),
    );
  });

  check("inputs and models stay as they were", () => {
    const model = frozen(throughJson(fit(frozen(X), frozen([...classes]), frozen(options))));
    const before = JSON.stringify(model);
    assert(unchanged(X, () => fit(X, classes, options)));
    assert(unchanged(X, () => predictClassifier(model, X)));
    assertEquals(JSON.stringify(model), before);
  });

  check("a model read back from JSON predicts the very same numbers", () => {
    const model = fit(X, classes, options);
    assertEquals(predictClassifier(throughJson(model), X), predictClassifier(model, X));
    assertEquals(throughJson(model), model);
  });

  check("a row's probability does not depend on the other rows", () => {
    const model = fit(X, classes, options);
    const row = { rows: 1, columns: 3, values: X.values.slice(9, 12) };
    assertEquals(predictClassifier(model, row)[0], predictClassifier(model, X)[3]);
  });

  check("typed arrays and plain arrays of classes are the same", () => {
    const typed = fit(X, Float64Array.from(classes), options);
    assertEquals(typed, fit(X, classes, options));
  });

  check("constant features are harmless", () => {
    const flat = matrixFromRows(classes.map((_, i) => [7, X.values[3 * i]]));
    assertEquals(rocAuc(classes, predictClassifier(fit(flat, classes, options), flat)), 1);
    const useless = matrixFromRows(classes.map(() => [7, 7]));
    const probabilities = predictClassifier(fit(useless, classes, options), useless);
    assert(probabilities.every((p) => p === probabilities[0] && p >= 0 && p <= 1));
  });

  check("refuses one class, other classes, missing values, wrong shapes", () => {
    assertThrows(() => fit(X, classes.map(() => 1)), RangeError, "all 80 rows are of class 1");
    assertThrows(() => fit(X, classes.map((c) => c + 1)), RangeError, "must be 0 or 1");
    assertThrows(() => fit(X, [0, 1]), TypeError, "80 rows need as many targets");
    assertThrows(() => fit(matrixFromRows([]), []), RangeError, "empty");
    const holed = matrixFromRows([[1, 2], [3, NaN]]);
    assertThrows(() => fit(holed, [0, 1]), RangeError, "row 1, column 1 is NaN");
    const model = fit(X, classes, options);
    assertThrows(() => predictClassifier(model, matrixFromRows([[1]])), TypeError, "3 columns");
    assertThrows(
      () => predictClassifier(model, matrixFromRows([[1, Infinity, 2]])),
      RangeError,
      "row 0, column 1 is Infinity",
    );
    assertEquals(
      predictClassifier(model, { rows: 0, columns: 3, values: new Float64Array() }).length,
      0,
    );
  });

  if (name === "random_forest_classifier") {
    check("another seed gives another forest", () => {
      const one = fit(X, classes, { ...options, seed: 1 });
      assertNotEquals(
        JSON.stringify(one),
        JSON.stringify(fit(X, classes, { ...options, seed: 2 })),
      );
    });
  }
}
