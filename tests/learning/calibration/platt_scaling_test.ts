import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  fitPlattScaling,
  predictPlattScaling,
} from "../../../src/learning/calibration/platt_scaling.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";

interface PlattCase {
  readonly name: string;
  readonly scores: number[];
  readonly y: number[];
  readonly new: number[];
  readonly probabilities: number[];
  readonly calibrated_classifier: number[];
}

const path = new URL("../../fixtures/classification_sklearn.json", import.meta.url);
const cases: PlattCase[] = JSON.parse(Deno.readTextFileSync(path)).platt;

for (const { name, scores, y, ...expected } of cases) {
  Deno.test(`fitPlattScaling: ${name}, parity with scikit-learn's logistic regression to 1e-10`, () => {
    const predicted = predictPlattScaling(fitPlattScaling(scores, y), expected.new);
    predicted.forEach((p, i) => {
      assertAlmostEquals(p, expected.probabilities[i], 1e-10);
      // CalibratedClassifierCV stops by a tolerance on its way to the same optimum.
      assertAlmostEquals(p, expected.calibrated_classifier[i], 1e-7);
    });
  });
}

Deno.test("fitPlattScaling: a score that separates the classes stays uncertain", () => {
  const scores = Array.from({ length: 20 }, (_, i) => i);
  const { slope } = fitPlattScaling(scores, scores.map((score) => score < 10 ? 0 : 1));
  assert(slope > 0 && slope < Infinity);
});

Deno.test("fitPlattScaling: calibrated log-odds stay as they are", () => {
  const random = createRandom(9);
  const scores = Float64Array.from({ length: 40_000 }, () => random.normal() - 0.5);
  const y = scores.map((score) => random.next() < 1 / (1 + Math.exp(-score)) ? 1 : 0);
  const { slope, intercept } = fitPlattScaling(scores, y);
  assertAlmostEquals(slope, 1, 0.04);
  assertAlmostEquals(intercept, 0, 0.04);
});

Deno.test("fitPlattScaling: scores that tell nothing get a slope of 0 and the smoothed rate", () => {
  const { slope, intercept } = fitPlattScaling([5, 5, 5, 5], [1, 0, 0, 0]);
  assertEquals(slope, 0);
  // Targets 2/3 and, three times, 1/5: their mean is 19/60.
  assertAlmostEquals(intercept, Math.log(19 / 41), 1e-9);
});

Deno.test("fitPlattScaling: a saved model predicts the same to the bit", () => {
  const [{ scores, y }] = cases;
  const model = fitPlattScaling(scores, y);
  const saved = JSON.parse(JSON.stringify(model));
  assertEquals(predictPlattScaling(saved, scores), predictPlattScaling(model, scores));
});

Deno.test("Platt's scaling: refuses what it cannot learn from, and leaves the rows as they were", () => {
  assertThrows(() => fitPlattScaling([1, 2], [1, 1]), RangeError, "all 2 rows are of class 1");
  assertThrows(() => fitPlattScaling([1, NaN], [1, 0]), RangeError, "NaN");
  assertThrows(() => fitPlattScaling([1, 2], [1, 0.5]), RangeError, "row 1 is 0.5");
  assertThrows(() => fitPlattScaling([1, 2], [1]), TypeError, "got 1");
  assertThrows(() => fitPlattScaling([], []), RangeError, "empty");
  const model = fitPlattScaling(Object.freeze([1, 2]), Object.freeze([0, 1]));
  assertThrows(() => predictPlattScaling(model, [Infinity]), RangeError, "row 0 is Infinity");
});
