import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { rocAuc } from "../../../src/metrics/classification.ts";
import { createClassifierFits } from "../../../src/prediction/classifiers/classifier_fits.ts";
import {
  beginComparison,
  type Competitor,
  type LabelledCustomers,
} from "../../../src/prediction/selection/compare_classifiers.ts";

const features = ["recency_days", "frequency"];

function customers(recency: number[], frequency: number[], labels: number[]): LabelledCustomers {
  return {
    features: pl.DataFrame({ recency_days: recency, frequency }),
    labels: Uint8Array.from(labels),
  } as LabelledCustomers;
}
const past = customers(
  [1, 2, 3, 4, 80, 5, 90, 91, 92, 6],
  [5, 4, 6, 1, 5, 4, 1, 2, 1, 1],
  [0, 0, 0, 0, 0, 1, 1, 1, 1, 0],
);
const later = customers([3, 70, 80, 4], [1, 9, 2, 3], [0, 1, 1, 0]);
const competitor: Competitor = {
  family: "logistic_regression",
  engine: "built-in",
  notes: ["As chosen."],
};
const options = { competitors: [competitor], features, intervals: false };

Deno.test("beginComparison: rules by hand: prevalence of the past, recency and frequency alone, any given", () => {
  const probabilities = Float64Array.of(0.4, 0.3, 0.9, 0.1);
  const given = { model: "given", engine: "rule", baseline: true, probabilities } as const;
  const { models, customers, positive_rate } = beginComparison(past, later, options)([given]);
  assertEquals([customers, positive_rate], [4, 0.5]);
  assertEquals(models.map(({ model, baseline }) => [model, baseline]), [
    ["logistic_regression", false],
    ["prevalence", true],
    ["recency_rule", true],
    ["frequency_rule", true],
    ["given", true],
  ]);
  const [, prevalence, recency, frequency, own] = models;
  // Four of ten of the past: (2 · .6² + 2 · .4²) / 4
  assertAlmostEquals(prevalence.brier, 0.26, 1e-12);
  assertEquals(prevalence.roc_auc, 0.5);
  // All late ones came to be lost; of frequencies 9 and 2 against 1 and 3, only 2 < 3 is right.
  assertEquals([recency.roc_auc, frequency.roc_auc], [1, 0.25]);
  // Of the pairs .3 and .9 against .4 and .1 three are right.
  assertEquals(own.roc_auc, 0.75);
});

Deno.test("beginComparison: curves of our own models, with the scores of the probabilities", () => {
  const { models: [model], classifiers, roc, lift, calibration } = beginComparison(
    past,
    later,
    options,
  )();
  const plan = { ...competitor, features, parameters: {}, calibration: null };
  const fit = createClassifierFits(1).begin([past], plan, { seed: 42, later: [later.features] })();
  const [probabilities] = fit.probabilities;
  assertEquals(model.roc_auc, rocAuc(later.labels, probabilities));
  assertAlmostEquals(
    model.brier,
    probabilities.reduce((sum, p, i) => sum + (p - later.labels[i]) ** 2, 0) / 4,
    1e-12,
  );
  assert(model.notes?.includes("As chosen."));
  assertEquals(classifiers.length, 1);
  for (const rows of [roc, lift, calibration]) {
    assert(rows.length > 0 && rows.every((row) => row.model === "logistic_regression"));
  }
  assert(roc.every((point) => point.roc_auc === model.roc_auc));
  assertEquals(lift.length, 4);
});

Deno.test("beginComparison: one class only is refused", () => {
  const none = { ...past, labels: new Uint8Array(10) } as LabelledCustomers;
  assertThrows(() => beginComparison(none, later, options)(), RangeError);
});
