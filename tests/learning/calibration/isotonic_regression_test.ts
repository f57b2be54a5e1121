import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  fitIsotonicRegression,
  predictIsotonicRegression,
} from "../../../src/learning/calibration/isotonic_regression.ts";
import { brierScore, expectedCalibrationError } from "../../../src/metrics/classification.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";

interface IsotonicCase {
  readonly name: string;
  readonly x: number[];
  readonly y: number[];
  readonly weights: number[] | null;
  readonly thresholds: number[];
  readonly values: number[];
  readonly new: number[];
  readonly predictions: number[];
}

const path = new URL("../../fixtures/classification_sklearn.json", import.meta.url);
const cases: IsotonicCase[] = JSON.parse(Deno.readTextFileSync(path)).isotonic;

for (const { name, x, y, weights, ...expected } of cases) {
  Deno.test(`fitIsotonicRegression: ${name}, parity with scikit-learn to 1e-12`, () => {
    const model = fitIsotonicRegression(x, y, weights ? { weights } : {});
    assertEquals(model.thresholds, expected.thresholds);
    model.values.forEach((value, i) => assertAlmostEquals(value, expected.values[i], 1e-12));
    predictIsotonicRegression(model, expected.new).forEach((value, i) =>
      assertAlmostEquals(value, expected.predictions[i], 1e-12)
    );
  });
}

Deno.test("fitIsotonicRegression: the order of the rows changes no bit", () => {
  for (const { x, y, weights, name } of cases) {
    const backwards = weights ? { weights: weights.toReversed() } : {};
    assertEquals(
      fitIsotonicRegression(x.toReversed(), y.toReversed(), backwards),
      fitIsotonicRegression(x, y, weights ? { weights } : {}),
      name,
    );
  }
});

Deno.test("fitIsotonicRegression: a saved model predicts the same to the bit", () => {
  const [{ x, y, new: asked }] = cases;
  const model = fitIsotonicRegression(x, y);
  const saved = JSON.parse(JSON.stringify(model));
  assertEquals(predictIsotonicRegression(saved, asked), predictIsotonicRegression(model, asked));
});

Deno.test("fitIsotonicRegression: rows that rise already stay as they are, falling ones become their mean", () => {
  assertEquals(fitIsotonicRegression([3, 1, 2], [9, 1, 4]).values, [1, 4, 9]);
  assertEquals(fitIsotonicRegression([1, 2, 3], [3, 2, 1]).values, [2, 2]);
  assertEquals(fitIsotonicRegression([1, 2], [1, 1]).values, [1, 1]);
  const weighted = fitIsotonicRegression([1, 2], [1, 0], { weights: [3, 1] });
  assertEquals(weighted.values, [0.75, 0.75]);
});

Deno.test("fitIsotonicRegression: repairs probabilities that are twice too sure, on rows it has not seen", () => {
  const random = createRandom(5);
  const draw = (rows: number) => {
    const true_ = Float64Array.from({ length: rows }, () => random.next());
    return { y: true_.map((p) => random.next() < p ? 1 : 0), score: true_.map((p) => p ** 3) };
  };
  const [past, future] = [draw(2000), draw(5000)];
  const model = fitIsotonicRegression(past.score, past.y);
  const calibrated = predictIsotonicRegression(model, future.score);
  assert(expectedCalibrationError(future.y, future.score) > 0.2);
  assert(expectedCalibrationError(future.y, calibrated) < 0.03);
  assert(brierScore(future.y, calibrated) < brierScore(future.y, future.score) - 0.05);
});

Deno.test("isotonic regression: refuses what it cannot learn from, and leaves the rows as they were", () => {
  const fit = fitIsotonicRegression;
  assertThrows(() => fit([], []), RangeError, "no rows");
  assertThrows(() => fit([1, 2], [1]), TypeError, "2, 1 and 2");
  assertThrows(() => fit([1, NaN], [0, 1]), RangeError, "row 1 has x NaN");
  assertThrows(() => fit([1, 2], [0, Infinity]), RangeError, "y Infinity");
  assertThrows(() => fit([1], [1], { weights: [-1] }), RangeError, "row 0 is -1");
  assertThrows(() => fit([1], [1], { weights: [0] }), RangeError, "all weights are 0");
  const model = fit(Object.freeze([2, 1]), Object.freeze([0, 1]));
  assertThrows(() => predictIsotonicRegression(model, [1, NaN]), RangeError, "row 1 is NaN");
  assertEquals([...predictIsotonicRegression(model, [-Infinity, Infinity])], [0.5, 0.5]);
});
