import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  fitLogisticRegression,
  predictLogisticRegression,
} from "../../../src/learning/linear/logistic_regression.ts";
import { rocAuc } from "../../../src/metrics/classification.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { fixture, separableData } from "../toy_data.ts";
import { slowTest } from "../../slow.ts";

Deno.test("fitLogisticRegression: coefficients and probabilities, parity with scikit-learn", () => {
  const { X: rows, y, cases } = fixture("learning_logistic_regression.json");
  const X = matrixFromRows(rows);
  for (const { l2, intercept, coefficients, probabilities } of cases) {
    const model = fitLogisticRegression(X, y, { l2 });
    assert(model.converged && model.notes.length === 0);
    assertAlmostEquals(model.intercept, intercept, 1e-6);
    model.coefficients.forEach((c, j) => assertAlmostEquals(c, coefficients[j], 1e-6));
    predictLogisticRegression(model, X)
      .forEach((p, i) => assertAlmostEquals(p, probabilities[i], 1e-6));
  }
});

Deno.test("fitLogisticRegression: finds the coefficients that made the data", () => {
  const random = createRandom(8);
  const rows = Array.from({ length: 20_000 }, () => [random.normal(), random.normal()]);
  const y = rows.map(([a, b]) => random.next() < 1 / (1 + Math.exp(-(0.5 + a - 2 * b))) ? 1 : 0);
  const model = fitLogisticRegression(matrixFromRows(rows), y);
  const { intercept, coefficients } = model;
  assert(model.converged && model.iterations < 12, `${model.iterations} steps`);
  assertAlmostEquals(intercept, 0.5, 0.06);
  assertAlmostEquals(coefficients[0], 1, 0.08);
  assertAlmostEquals(coefficients[1], -2, 0.1);
});

Deno.test("fitLogisticRegression: separable classes, equal columns, huge units", () => {
  const { X, classes } = separableData();
  const unpenalised = fitLogisticRegression(X, classes, { l2: 0 });
  assert([unpenalised.intercept, ...unpenalised.coefficients].every(Number.isFinite));
  assertEquals(rocAuc(classes, predictLogisticRegression(unpenalised, X)), 1);

  const twins = matrixFromRows(classes.map((_, i) => [X.values[3 * i + 2], X.values[3 * i + 2]]));
  const [a, b] = fitLogisticRegression(twins, classes).coefficients;
  assertAlmostEquals(a, b, 1e-9);
  assert(Number.isFinite(fitLogisticRegression(twins, classes, { l2: 0 }).intercept));

  const pounds = { ...X, values: X.values.map((x) => x * 1e6) };
  assertEquals(
    rocAuc(classes, predictLogisticRegression(fitLogisticRegression(pounds, classes), pounds)),
    1,
  );
});

Deno.test("fitLogisticRegression: says when it stopped early", () => {
  const { X, classes } = separableData();
  const model = fitLogisticRegression(X, classes, { maxIterations: 2 });
  assertEquals([model.converged, model.iterations], [false, 2]);
  assert(model.notes[0].includes("2 steps"));
});

slowTest("fitLogisticRegression (ml-logistic-regression): nearly the unpenalised optimum", () => {
  const { X: rows, y } = fixture("learning_logistic_regression.json");
  const X = matrixFromRows(rows);
  const ours = predictLogisticRegression(fitLogisticRegression(X, y, { l2: 1e-3 }), X);
  const engine = "ml-logistic-regression";
  const theirs = predictLogisticRegression(fitLogisticRegression(X, y, { engine }), X);
  assertAlmostEquals(rocAuc(y, theirs), rocAuc(y, ours), 0.01);
  ours.forEach((p, i) => assertAlmostEquals(theirs[i], p, 0.05));
});

slowTest("fitLogisticRegression (ml-logistic-regression): caps steps and rows, and says so", () => {
  const random = createRandom(9);
  const rows = Array.from({ length: 6000 }, () => [random.normal(), 100 * random.normal()]);
  const y = rows.map(([a]) => a + random.normal() > 1 ? 1 : 0);
  const model = fitLogisticRegression(matrixFromRows(rows), y, {
    engine: "ml-logistic-regression",
    maxIterations: 2_000_000,
  });
  assert(model.notes.some((note) => note.includes("of 2000000 steps")));
  assert(model.notes.some((note) => note.includes("3000 of 6000 rows")));
  assert(model.coefficients[0] > 0.5);
});

Deno.test("fitLogisticRegression: refuses impossible options", () => {
  const X = matrixFromRows([[0], [1]]);
  assertThrows(() => fitLogisticRegression(X, [0, 1], { l2: -1 }), RangeError, "got -1");
  assertThrows(() => fitLogisticRegression(X, [0, 1], { tolerance: 0 }), RangeError, "tolerance");
  assertThrows(
    () => fitLogisticRegression(X, [0, 1], { maxIterations: 0.5 }),
    RangeError,
    "maxIterations",
  );
});
