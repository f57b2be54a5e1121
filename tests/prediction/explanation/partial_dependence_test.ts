import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { createRandom } from "../../../src/numeric/random/random.ts";
import {
  fitCustomerClassifier,
  predictCustomerClassifier,
} from "../../../src/prediction/classifiers/customer_classifier.ts";
import { partialDependence } from "../../../src/prediction/explanation/partial_dependence.ts";

function shop() {
  const random = createRandom(4);
  const recency = Array.from({ length: 300 }, () => Math.round(200 * random.next()));
  const customers = pl.DataFrame({
    recency_days: recency,
    frequency: recency.map(() => Math.ceil(3 * random.next())),
  });
  const labels = Uint8Array.from(recency, (days) => Number(days + 60 * random.normal() > 100));
  return { customers, labels, features: customers.columns };
}

for (const family of ["logistic_regression", "random_forest"] as const) {
  Deno.test(`partialDependence: ${family} rises with recency, where it was made to`, () => {
    const { customers, labels, features } = shop();
    const model = fitCustomerClassifier(customers, labels, { family, features });
    const rows = partialDependence(model, customers, "recency_days");
    assertEquals(rows.length, 20);
    assert(rows[0].probability < 0.25 && rows.at(-1)!.probability > 0.75);
    assert(rows.every(({ low, probability, high }) => low <= probability && probability <= high));
    assert(rows.every(({ value }, i) => i === 0 || value > rows[i - 1].value));
    // Three different numbers of orders make three points.
    const orders = partialDependence(model, customers, "frequency").map(({ value }) => value);
    assertEquals(orders, [1, 2, 3]);
  });
}

Deno.test("partialDependence: the mean of what the model says, by hand", () => {
  const { customers, labels, features } = shop();
  const model = fitCustomerClassifier(customers, labels, {
    family: "logistic_regression",
    features,
  });
  const [{ value, probability }] = partialDependence(model, customers, "recency_days", {
    grid: [70],
  });
  const alike = customers.withColumns(pl.lit(70).alias("recency_days"));
  const said = predictCustomerClassifier(model, alike);
  assertEquals(value, 70);
  assertAlmostEquals(probability, said.reduce((sum, p) => sum + p, 0) / 300, 1e-12);
});

Deno.test("partialDependence: a sample of evenly drawn customers says nearly the same", () => {
  const { customers, labels, features } = shop();
  const model = fitCustomerClassifier(customers, labels, {
    family: "logistic_regression",
    features,
  });
  const options = { grid: [10, 150] };
  const all = partialDependence(model, customers, "recency_days", options);
  const some = partialDependence(model, customers, "recency_days", { ...options, sample: 50 });
  all.forEach(({ probability }, i) => assertAlmostEquals(some[i].probability, probability, 0.05));
});

Deno.test("partialDependence: nobody, a constant, and a feature that the model does not know", () => {
  const { customers, labels, features } = shop();
  const model = fitCustomerClassifier(customers, labels, {
    family: "logistic_regression",
    features,
  });
  assertEquals(partialDependence(model, customers.head(0), "frequency"), []);
  assertEquals(partialDependence(model, customers.head(1), "frequency").length, 1);
  assertThrows(() => partialDependence(model, customers, "shoe_size"), RangeError, "shoe_size");
  assertThrows(
    () => partialDependence(model, customers, "frequency", { points: 0 }),
    RangeError,
    "points must be 1 or more",
  );
});
