import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { rocAuc } from "../../../src/metrics/classification.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import {
  fitCustomerClassifier,
  predictCustomerClassifier,
} from "../../../src/prediction/classifiers/customer_classifier.ts";
import { permutationImportance } from "../../../src/prediction/explanation/permutation_importance.ts";
import { numberColumn } from "../../../src/frames/columns.ts";
import { slowTest } from "../../slow.ts";

/** Silence decides, the number of products is noise. */
function shop(customers: number, seed: number) {
  const random = createRandom(seed);
  const recency = Array.from({ length: customers }, () => 200 * random.next());
  const features = pl.DataFrame({
    recency_days: recency,
    distinct_products: recency.map(() => 1 + 9 * random.next()),
  });
  const labels = Uint8Array.from(recency, (days) => Number(days + 80 * random.normal() > 100));
  return { features, labels };
}

function fitted(family: "logistic_regression" | "random_forest" = "logistic_regression") {
  const { features, labels } = shop(500, 1);
  return fitCustomerClassifier(features, labels, { family, features: features.columns });
}

Deno.test("permutationImportance: what a model loses without a feature is its AUC above one half", () => {
  const later = shop(2000, 2);
  for (const family of ["logistic_regression", "random_forest"] as const) {
    const model = fitted(family);
    const [first, second] = permutationImportance(model, later);
    assertEquals([first.feature, second.feature], ["recency_days", "distinct_products"]);
    assert(first.low > 0.1 && first.low < first.importance && first.importance < first.high);
    assert(second.low < 0.01 && second.high < 0.03, family);
  }
  const alone = fitCustomerClassifier(later.features, later.labels, {
    family: "logistic_regression",
    features: ["recency_days"],
  });
  const auc = rocAuc(later.labels, predictCustomerClassifier(alone, later.features));
  const [{ importance, low, high }] = permutationImportance(alone, later, { repeats: 20 });
  assertAlmostEquals(importance, auc - 0.5, 0.01);
  assert(low < auc - 0.5 && auc - 0.5 < high);
});

slowTest("permutationImportance: nine intervals of ten or more hold the true fall", () => {
  const model = fitted();
  const [truth] = permutationImportance(model, shop(50_000, 3), { repeats: 3, sample: 50_000 });
  let held = 0, width = 0;
  for (let sample = 0; sample < 60; sample++) {
    const [{ low, high }] = permutationImportance(model, shop(250, 100 + sample));
    if (low <= truth.importance && truth.importance <= high) held++;
    width += (high - low) / 60;
  }
  assert(held >= 54, `${held} of 60`);
  assert(width < truth.importance, `as wide as ${width}`);
});

Deno.test("permutationImportance: the same seed twice, the order of the features does not matter", () => {
  const later = shop(200, 2);
  const model = fitted();
  const once = permutationImportance(model, later, { seed: 9 });
  assertEquals(permutationImportance(model, later, { seed: 9 }), once);
  const [other] = permutationImportance(model, later, { seed: 10 });
  assert(other.importance !== once[0].importance);
  const before = numberColumn(later.features, "recency_days").slice();
  permutationImportance(model, later);
  assertEquals(numberColumn(later.features, "recency_days"), before);
});

Deno.test("permutationImportance: one class or no repeat is refused", () => {
  const { features } = shop(20, 2);
  const model = fitted();
  const labels = new Uint8Array(20);
  assertThrows(
    () => permutationImportance(model, { features, labels }),
    RangeError,
    "all 20 labels are 0",
  );
  assertThrows(
    () => permutationImportance(model, shop(60, 2), { repeats: 0 }),
    RangeError,
    "got 0",
  );
  const { length } = labels;
  assertThrows(
    () => permutationImportance(model, { features, labels: labels.slice(1) }),
    TypeError,
    `${length - 1} labels`,
  );
});
