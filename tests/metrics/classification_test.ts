import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  accuracy,
  brierScore,
  calibrationCurve,
  confusionMatrix,
  f1,
  logLoss,
  precision,
  recall,
  rocAuc,
  rocCurve,
} from "../../src/metrics/classification.ts";
import { metricsFixture } from "./fixture.ts";

const { truth, classification } = metricsFixture();
const classes = (probabilities: number[]) => probabilities.map((p) => p >= 0.5 ? 1 : 0);

Deno.test("confusionMatrix: counts, parity with scikit-learn", () => {
  for (const { probabilities, confusion } of classification) {
    const counts = confusionMatrix(truth, classes(probabilities));
    assertEquals([
      counts.true_negatives,
      counts.false_positives,
      counts.false_negatives,
      counts.true_positives,
    ], confusion);
  }
});

for (const [name, metric] of Object.entries({ accuracy, precision, recall, f1 })) {
  Deno.test(`${name}: parity with scikit-learn`, () => {
    for (const expected of classification) {
      const value = metric(truth, classes(expected.probabilities));
      assertAlmostEquals(value, expected[name], 1e-12);
    }
  });

  Deno.test(`${name}: nothing found is 0, and wrong classes are refused`, () => {
    assertEquals(metric([1, 1], [0, 0]), 0);
    assertThrows(() => metric([1, 2], [0, 0]), RangeError, "row 1 is 2");
    assertThrows(() => metric([1, 0], [0.5, 0]), RangeError, "row 0 is 0.5");
    assertThrows(() => metric([1], [0, 0]), TypeError, "1 and 2");
    assertThrows(() => metric([], []), RangeError, "no rows");
  });
}

Deno.test("rocAuc: parity with scikit-learn, with and without ties", () => {
  for (const { probabilities, roc_auc } of classification) {
    assertAlmostEquals(rocAuc(truth, probabilities), roc_auc, 1e-12);
  }
});

Deno.test("rocAuc: exactly 1, 0 and ½ where it should be", () => {
  const many = Array.from({ length: 997 }, (_, i) => i / 997);
  const late = many.map((_, i) => i >= 331 ? 1 : 0);
  assertEquals(rocAuc(late, many), 1);
  assertEquals(rocAuc(late, many.map((score) => -score)), 0);
  assertEquals(rocAuc(late, many.map(() => 0.1)), 0.5);
});

Deno.test("rocAuc: the share of pairs in the right order, counted one by one", () => {
  const { probabilities } = classification[1];
  let right = 0;
  let pairs = 0;
  truth.forEach((a: number, i: number) =>
    truth.forEach((b: number, j: number) => {
      if (a !== 1 || b !== 0) return;
      pairs++;
      if (probabilities[i] > probabilities[j]) right++;
      else if (probabilities[i] === probabilities[j]) right += 0.5;
    })
  );
  assertEquals(rocAuc(truth, probabilities), right / pairs);
});

Deno.test("rocCurve: every point, parity with scikit-learn", () => {
  for (const { probabilities, roc_curve } of classification) {
    const [first, ...points] = rocCurve(truth, probabilities);
    assertEquals(first.threshold, Infinity);
    assertEquals(points.map((p) => p.threshold), roc_curve.thresholds);
    [first, ...points].forEach((point, i) => {
      assertAlmostEquals(point.false_positive_rate, roc_curve.fpr[i], 1e-12);
      assertAlmostEquals(point.true_positive_rate, roc_curve.tpr[i], 1e-12);
    });
  }
});

Deno.test("rocCurve: refuses a single class and missing scores", () => {
  assertThrows(() => rocCurve([1, 1], [0.1, 0.2]), RangeError, "every row is of class 1");
  assertThrows(() => rocAuc([0, 0], [0.1, 0.2]), RangeError, "every row is of class 0");
  assertThrows(() => rocAuc([0, 1], [0.1, NaN]), RangeError, "prediction NaN");
});

Deno.test("brierScore and logLoss: parity with scikit-learn", () => {
  for (const { probabilities, brier, log_loss } of classification) {
    assertAlmostEquals(brierScore(truth, probabilities), brier, 1e-12);
    assertAlmostEquals(logLoss(truth, probabilities), log_loss, 1e-12);
  }
  for (const metric of [brierScore, logLoss]) {
    assertThrows(() => metric([1], [1.1]), RangeError, "row 0 is 1.1");
    assertThrows(() => metric([2], [1]), RangeError, "row 0 is 2");
  }
});

Deno.test("calibrationCurve: both kinds of bins, parity with scikit-learn", () => {
  for (const { probabilities, calibration } of classification) {
    for (const strategy of ["uniform", "quantile"] as const) {
      const points = calibrationCurve(truth, probabilities, { bins: 5, strategy });
      const { observed_rate, mean_probability } = calibration[strategy];
      assertEquals(points.length, observed_rate.length);
      points.forEach((point, i) => {
        assertAlmostEquals(point.observed_rate, observed_rate[i], 1e-12);
        assertAlmostEquals(point.mean_probability, mean_probability[i], 1e-12);
      });
      assertEquals(points.reduce((sum, point) => sum + point.rows, 0), truth.length);
    }
  }
  assertThrows(() => calibrationCurve([1], [1], { bins: 0 }), RangeError, "got 0");
});

Deno.test("classification metrics: inputs stay as they were", () => {
  const labels = Object.freeze([1, 0, 1, 0]);
  const scores = Object.freeze([0.9, 0.8, 0.2, 0.1]);
  for (const metric of [rocAuc, rocCurve, brierScore, logLoss, calibrationCurve]) {
    metric(labels, scores);
  }
  assertEquals([...scores], [0.9, 0.8, 0.2, 0.1]);
});
