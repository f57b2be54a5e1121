import { assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import { CORE_FEATURES } from "../../../src/customers/features/feature_sets.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { alignProbabilities } from "../../../src/prediction/level/align_probabilities.ts";
import { CLASSIFIER_CANDIDATES } from "../../../src/prediction/selection/classifier_candidates.ts";
import {
  type ClassifierPlan,
  createClassifierFits,
} from "../../../src/prediction/classifiers/classifier_fits.ts";
import {
  CLASSIFIER_FAMILIES,
  fitCustomerClassifier,
  predictCustomerClassifier,
} from "../../../src/prediction/classifiers/customer_classifier.ts";
import { rememberPreparedFeatures } from "../../../src/prediction/classifiers/prepared_features.ts";
import { stackLabels } from "../../../src/prediction/selection/stack_snapshots.ts";
import { validation } from "../../../src/prediction/selection/validation.ts";

/** Customers of one date, some of them lost. */
function snapshot(date: string, customers = 120) {
  const random = createRandom(5, date);
  const columns = CORE_FEATURES.map((name) =>
    pl.Series(name, Float64Array.from({ length: customers }, () => 9 * random.next()), pl.Float64)
  );
  const features = pl.DataFrame([
    ...columns,
    pl.Series("country", Array.from({ length: customers }, (_, i) => i % 3 ? "UK" : "Eire")),
  ]);
  const recency = features.getColumn("recency_days").toArray() as number[];
  const labels = Uint8Array.from(recency, (days) => days + 3 * random.normal() > 5 ? 1 : 0);
  return { features, labels };
}

const [june, may, april, july] = ["June", "May", "April", "July"].map((date) => snapshot(date));
/** Snapshots below one another. */
const stacked = (snapshots: readonly ReturnType<typeof snapshot>[]) => ({
  features: pl.concat(snapshots.map(({ features }) => features)),
  labels: stackLabels(snapshots),
});
const PAST = [june, may, april];
const FEATURES = [...CORE_FEATURES, "country"];
const SMALL = { minimumLeafSize: 5, trees: 10, rounds: 10 };

Deno.test("createClassifierFits: the classifiers and probabilities of fitCustomerClassifier, to the bit", () => {
  const { begin, close } = createClassifierFits(2);
  try {
    const plans = CLASSIFIER_FAMILIES.flatMap((family) =>
      ([null, "platt", "isotonic"] as const).map((calibration): ClassifierPlan => ({
        ...{ family, features: FEATURES, parameters: SMALL, calibration },
      }))
    );
    const begun = plans.map((plan) => begin(PAST, plan, { seed: 3, later: [july.features] }));
    plans.forEach(({ calibration, ...plan }, i) => {
      const { features, labels } = stacked(calibration === null ? PAST : [may, april]);
      const expected = fitCustomerClassifier(features, labels, {
        ...plan,
        seed: 3,
        calibration: calibration === null ? undefined : { ...june, kind: calibration },
      });
      const { classifier, probabilities } = begun[i]();
      assertEquals(JSON.stringify(classifier), JSON.stringify(expected));
      assertEquals(probabilities, [predictCustomerClassifier(expected, july.features)]);
    });
  } finally {
    close();
  }
});

Deno.test("rememberPreparedFeatures: other snapshots, features or orders are other preparations", () => {
  const prepare = rememberPreparedFeatures();
  const [a, b] = [june.features, may.features];
  const prepared = prepare([a, b], FEATURES);
  assertEquals(prepare([a, b], [...FEATURES]) === prepared, true);
  for (
    const other of [
      prepare([b, a], FEATURES),
      prepare([a], FEATURES),
      prepare([a, b], CORE_FEATURES),
    ]
  ) {
    assertEquals(other === prepared, false);
  }
  assertEquals(prepared.X.rows, 240);
  assertEquals(prepared.prepare(july.features) === prepared.prepare(july.features), true);
  const { bins, edges } = prepared.prepareBinned(july.features);
  assertEquals([bins.length, edges === prepared.binned().edges], [120 * prepared.X.columns, true]);
});

Deno.test("validation: boosting of fewer rounds is measured as if it had been fitted with so many", () => {
  const { alignedErrors } = validation(PAST, july, 3);
  const rate = july.labels.reduce((sum, label) => sum + label, 0) / july.labels.length;
  const { features, labels } = stacked(PAST);
  const boosted = CLASSIFIER_CANDIDATES.filter(({ family }) => family === "gradient_boosting");
  assertEquals(boosted.map(({ parameters }) => parameters.rounds), [50, 100, 50, 100]);
  for (const candidate of boosted.slice(0, 2)) {
    const model = fitCustomerClassifier(features, labels, { ...candidate, seed: 3 });
    const aligned = alignProbabilities(predictCustomerClassifier(model, july.features), rate);
    const expected = aligned.map((p, i) => (p - july.labels[i]) ** 2);
    assertEquals(alignedErrors(candidate), expected);
  }
});
