import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  accuracy,
  averagePrecision,
  brierScore,
  f1,
  logLoss,
  precision,
  recall,
  rocAuc,
} from "../../src/metrics/classification.ts";
import { reordered, scoredCases } from "./classification_fixture.ts";

const cases = scoredCases();
const ofScores = {
  average_precision: averagePrecision,
  roc_auc: rocAuc,
  brier: brierScore,
  log_loss: logLoss,
};

for (const [name, metric] of Object.entries(ofScores)) {
  Deno.test(`${metric.name}: parity with scikit-learn to 1e-12, ties included`, () => {
    for (const expected of cases) {
      const value = metric(expected.truth, expected.probabilities);
      assertAlmostEquals(value, expected[name as keyof typeof ofScores], 1e-12, expected.name);
    }
  });
}

for (const [name, metric] of Object.entries({ accuracy, precision, recall, f1 })) {
  Deno.test(`${name}: parity with scikit-learn to 1e-12 at a probability of ½`, () => {
    for (const expected of cases) {
      const classes = expected.probabilities.map((p) => p >= 0.5 ? 1 : 0);
      const value = metric(expected.truth, classes);
      assertAlmostEquals(value, expected[name as "f1"], 1e-12, expected.name);
    }
  });
}

Deno.test("averagePrecision, rocAuc: the order of the rows changes no bit", () => {
  for (const { truth, probabilities } of cases) {
    for (const metric of [averagePrecision, rocAuc]) {
      assertEquals(
        metric(reordered(truth), reordered(probabilities)),
        metric(truth, probabilities),
      );
    }
  }
});

Deno.test("averagePrecision: computed by hand", () => {
  // Found at ranks 1 and 4 of 5: (1/1 + 2/4) / 2.
  assertEquals(averagePrecision([1, 0, 0, 1, 0], [5, 4, 3, 2, 1]), 0.75);
  // The positive is tied with one negative, below another: 1/3.
  assertEquals(averagePrecision([0, 1, 0, 0], [3, 2, 2, 1]), 1 / 3);
  assertEquals(averagePrecision([1, 1], [0.2, 0.1]), 1);
});

Deno.test("averagePrecision: refuses what cannot be ranked", () => {
  assertThrows(() => averagePrecision([0, 0], [0.1, 0.2]), RangeError, "no row is of class 1");
  assertThrows(() => averagePrecision([], []), RangeError, "no rows");
  assertThrows(() => averagePrecision([0, 1], [0.1, NaN]), RangeError, "prediction NaN");
  assertThrows(() => averagePrecision([0, 2], [0.1, 0.2]), RangeError, "row 1 is 2");
  assertThrows(() => averagePrecision([0, 1], [0.1]), TypeError, "2 and 1");
});
