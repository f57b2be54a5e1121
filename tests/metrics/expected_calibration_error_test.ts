import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { calibrationCurve, expectedCalibrationError } from "../../src/metrics/classification.ts";
import { createRandom } from "../../src/numeric/random/random.ts";
import { scoredCases } from "./classification_fixture.ts";

Deno.test("calibrationCurve: 5 to 49 bins, ties on their borders, parity with scikit-learn to 1e-12", () => {
  for (const { truth, probabilities, calibration, name } of scoredCases()) {
    for (const expected of calibration) {
      const points = calibrationCurve(truth, probabilities, expected);
      const where = `${name}, ${expected.bins} ${expected.strategy}`;
      assertEquals(points.map((point) => point.rows), expected.rows, where);
      points.forEach((point, i) => {
        assertAlmostEquals(point.observed_rate, expected.observed_rate[i], 1e-12, where);
        assertAlmostEquals(point.mean_probability, expected.mean_probability[i], 1e-12, where);
      });
    }
  }
});

Deno.test("expectedCalibrationError: parity with scikit-learn's bins weighted by NumPy, to 1e-12", () => {
  for (const { truth, probabilities, calibration, name } of scoredCases()) {
    for (const expected of calibration) {
      const error = expectedCalibrationError(truth, probabilities, expected);
      assertAlmostEquals(error, expected.error, 1e-12, name);
    }
  }
});

Deno.test("expectedCalibrationError: computed by hand, ten quantile bins by default", () => {
  // Two bins: |.2 − 0| and |.6 − .5|, one and two rows of three.
  const error = expectedCalibrationError([0, 0, 1], [0.2, 0.6, 0.6], {
    bins: 2,
    strategy: "uniform",
  });
  assertAlmostEquals(error, (0.2 + 2 * 0.1) / 3, 1e-15);
  const truth = [0, 1, 0, 1, 1];
  const probabilities = [0.1, 0.2, 0.6, 0.7, 0.9];
  assertEquals(
    expectedCalibrationError(truth, probabilities),
    expectedCalibrationError(truth, probabilities, { bins: 10, strategy: "quantile" }),
  );
});

Deno.test("expectedCalibrationError: small for true probabilities, large for others", () => {
  const random = createRandom(1);
  const probabilities = Float64Array.from({ length: 20_000 }, () => random.next());
  const truth = probabilities.map((p) => random.next() < p ? 1 : 0);
  assert(expectedCalibrationError(truth, probabilities) < 0.015);
  // All twice as sure: mean gap of p and p/2 over 0…1 is ¼.
  assertAlmostEquals(expectedCalibrationError(truth, probabilities.map((p) => p / 2)), 0.25, 0.01);
});

Deno.test("expectedCalibrationError: one class is a figure, wrong input a sentence", () => {
  assertEquals(expectedCalibrationError([1, 1], [1, 1]), 0);
  assertEquals(expectedCalibrationError([0, 0], [1, 1]), 1);
  assertThrows(() => expectedCalibrationError([], []), RangeError, "no rows");
  assertThrows(() => expectedCalibrationError([1], [1], { bins: 0 }), RangeError, "got 0");
  assertThrows(() => expectedCalibrationError([1], [2]), RangeError, "row 0 is 2");
});
