import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertNotEquals,
  assertThrows,
} from "@std/assert";
import { classifiers, predictClassifier } from "./classifiers.ts";
import { rocAuc } from "../../src/metrics/classification.ts";
import { matrixFromRows } from "../../src/numeric/matrix.ts";
import { frozen, separableData, throughJson, unchanged } from "./toy_data.ts";

for (const { name, engine, allowsMissing, allowsClassWeights, fit } of classifiers) {
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

  check("says where rows are too few for the leaves asked for", () => {
    const model = fit(matrixFromRows([[1], [2], [3]]), [0, 1, 1], { minimumLeafSize: 2 });
    const sentence = "The features told nothing: 3 rows are too few for two leaves of 2.";
    const growsOwnTrees = engine === "built-in" && name !== "logistic_regression";
    assertEquals(model.notes.includes(sentence), growsOwnTrees);
    const [probability] = predictClassifier(model, matrixFromRows([[2]]));
    assert(probability >= 0 && probability <= 1);
  });

  check("refuses one class, other classes, infinite values, wrong shapes", () => {
    assertThrows(() => fit(X, classes.map(() => 1)), RangeError, "all 80 rows are of class 1");
    assertThrows(() => fit(X, classes.map((c) => c + 1)), RangeError, "must be 0 or 1");
    assertThrows(() => fit(X, [0, 1]), TypeError, "80 rows need as many targets");
    assertThrows(() => fit(matrixFromRows([]), []), RangeError, "empty");
    const endless = matrixFromRows([[1, 2], [3, Infinity]]);
    assertThrows(() => fit(endless, [0, 1]), RangeError, "row 1, column 1 is Infinity");
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

  if (allowsMissing) {
    check("learns from missing values, and predicts rows where all are missing", () => {
      // Column 0 is missing for every other row of class 1 and tells nothing else.
      const holed = matrixFromRows(classes.map((c, i) => [c && i % 2 ? NaN : 0, X.values[3 * i]]));
      const probabilities = predictClassifier(fit(holed, classes, options), holed);
      assertEquals(rocAuc(classes, probabilities), 1);
      const model = fit(X, classes, options);
      const [p] = predictClassifier(model, matrixFromRows([[NaN, NaN, NaN]]));
      assert(p >= 0 && p <= 1);
    });
  } else {
    check("refuses missing values", () => {
      const holed = matrixFromRows([[1, 2], [3, NaN]]);
      assertThrows(() => fit(holed, [0, 1]), RangeError, "row 1, column 1 is NaN");
      const model = fit(X, classes, options);
      assertThrows(
        () => predictClassifier(model, matrixFromRows([[1, NaN, 2]])),
        RangeError,
        "row 0, column 1 is NaN",
      );
    });
  }

  if (allowsClassWeights) {
    check("class weights count rows, and balanced ones make both classes count alike", () => {
      // Without features that tell anything, every probability is the weighted share of class 1.
      const useless = matrixFromRows(classes.map(() => [7]));
      const ones = classes.map((_, i) => i < 16 ? 1 : 0);
      const predicted = (classWeights?: "balanced" | [number, number]) =>
        predictClassifier(fit(useless, ones, { ...options, trees: 200, classWeights }), useless)[0];
      assertAlmostEquals(predicted("balanced"), 1 / 2, 0.02);
      assertAlmostEquals(predicted([1, 8]), 2 / 3, 0.02); // 16 · 8 against 64
      assertAlmostEquals(predicted([3, 3]), predicted(), 1e-12);
      assertThrows(() => predicted([1, 0]), RangeError, "a class weight must be a positive number");
    });
  } else {
    check("refuses class weights", () => {
      assertThrows(() => fit(X, classes, { classWeights: "balanced" }), RangeError, engine);
    });
  }

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
