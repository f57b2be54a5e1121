import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { averagePrecision, brierScore, rocAuc } from "../../src/metrics/classification.ts";
import {
  bootstrapIntervals,
  type BootstrapOptions,
  type Metric,
} from "../../src/metrics/intervals.ts";
import { mae } from "../../src/metrics/regression.ts";
import { createRandom } from "../../src/numeric/random/random.ts";
import { reordered, scoredCases } from "./classification_fixture.ts";
import { slowTest } from "../slow.ts";

/** The interval of one metric. */
function bootstrapInterval(
  metric: Metric,
  truth: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options?: BootstrapOptions,
) {
  return bootstrapIntervals({ metric }, truth, predictions, options).metric;
}

const [{ truth, probabilities }] = scoredCases();
const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((a, b) => a + b) / values.length;

Deno.test("bootstrapIntervals: same seed same interval, another seed another, order of rows none", () => {
  for (const { truth, probabilities, name } of scoredCases()) {
    const interval = bootstrapInterval(averagePrecision, truth, probabilities, { seed: 7 });
    const again = bootstrapInterval(averagePrecision, truth, probabilities, { seed: 7 });
    assertEquals(again, interval, name);
    assertEquals(
      bootstrapInterval(averagePrecision, reordered(truth), reordered(probabilities), { seed: 7 }),
      interval,
      name,
    );
  }
  const [one, other] = [7, 8].map((seed) =>
    bootstrapInterval(rocAuc, truth, probabilities, { seed })
  );
  assert(one.low !== other.low);
});

Deno.test("bootstrapIntervals: a mean's is as wide as the central limit theorem says", () => {
  // The rate of 200 heads and 200 tails: ½ ± 1.96 √(¼ / 400) = .451 to .549.
  const coin = Array.from({ length: 400 }, (_, i) => i % 2);
  const { low, high } = bootstrapInterval((heads) => mean(heads), coin, coin, { resamples: 4000 });
  assertAlmostEquals(low, 0.451, 0.004);
  assertAlmostEquals(high, 0.549, 0.004);
  const half = bootstrapInterval((heads) => mean(heads), coin, coin, {
    resamples: 4000,
    level: 0.5,
  });
  assertAlmostEquals(half.high - half.low, 2 * 0.6745 * 0.025, 0.004);
});

slowTest("bootstrapIntervals: 95 % intervals hold the true AUC in about 95 of 100 samples", () => {
  // Scores of normal(1) against normal(0): the true AUC is Φ(1/√2) = .76025.
  const random = createRandom(3);
  let held = 0;
  for (let sample = 0; sample < 300; sample++) {
    const classes = Array.from({ length: 120 }, () => random.next() < 0.4 ? 1 : 0);
    const scores = classes.map((ofClass) => random.normal() + ofClass);
    const { low, high } = bootstrapInterval(rocAuc, classes, scores, { seed: sample });
    if (low <= 0.76025 && 0.76025 <= high) held++;
  }
  assert(held >= 300 * 0.91 && held <= 300 * 0.98, `${held} of 300`);
});

Deno.test("bootstrapIntervals: each as if computed alone", () => {
  const metrics = { roc_auc: rocAuc, brier: brierScore, average_precision: averagePrecision };
  const together = bootstrapIntervals(metrics, truth, probabilities, { resamples: 50 });
  for (const [name, metric] of Object.entries(metrics)) {
    const alone = bootstrapInterval(metric, truth, probabilities, { resamples: 50 });
    assertEquals(together[name as keyof typeof metrics], alone);
    assert(alone.low < metric(truth, probabilities) && metric(truth, probabilities) < alone.high);
  }
});

Deno.test("bootstrapIntervals: a sample that lacks a class is drawn again", () => {
  // A single positive is missing in 1 of e samples.
  const rare = Array.from({ length: 30 }, (_, i) => i === 4 ? 1 : 0);
  const { low, high } = bootstrapInterval(rocAuc, rare, rare.map((_, i) => -i));
  assert(low > 0.5 && high <= 1);
});

Deno.test("bootstrapIntervals: also of a regression, and of rows that are all the same", () => {
  const { low, high } = bootstrapInterval(mae, [10, 20, 40, 80], [12, 20, 38, 70]);
  assert(low >= 0 && low < 3.5 && high > 3.5 && high <= 10);
  assertEquals(bootstrapInterval(brierScore, [1, 1], [0.5, 0.5]), { low: 0.25, high: 0.25 });
});

Deno.test("bootstrapIntervals: refuses what it cannot draw from, and leaves the rows as they were", () => {
  const draw = (options: object) => bootstrapInterval(rocAuc, [0, 1], [0, 1], options);
  assertThrows(() => draw({ resamples: 0 }), RangeError, "got 0");
  assertThrows(() => draw({ level: 1 }), RangeError, "got 1");
  assertThrows(() => draw({ seed: 0.5 }), RangeError, "got 0.5");
  assertThrows(
    () => bootstrapInterval(rocAuc, [1, 1], [0, 1]),
    RangeError,
    "every row is of class 1",
  );
  assertThrows(() => bootstrapInterval(rocAuc, [0, 1], [0, NaN]), RangeError, "prediction NaN");
  assertThrows(() => bootstrapInterval(rocAuc, [0, 1], [0]), TypeError, "2 and 1");
  bootstrapInterval(rocAuc, Object.freeze([0, 1]), Object.freeze([1, 0]));
});
