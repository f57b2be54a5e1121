import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { churnLabels } from "../../../src/prediction/selection/classification_tasks.ts";
import {
  fitCustomerClassifier,
  predictCustomerClassifier,
} from "../../../src/prediction/classifiers/customer_classifier.ts";
import {
  explainCustomers,
  reasonsInWords,
} from "../../../src/prediction/explanation/explain_customers.ts";
import { labelledSnapshot } from "../../../src/customers/outcomes/labelled_snapshot.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";

/** Who was silent long does not come back; the number of products means nothing. */
function shop() {
  const random = createRandom(3);
  const recency = Array.from({ length: 200 }, () => Math.round(200 * random.next()));
  const customers = pl.DataFrame({
    recency_days: recency,
    distinct_products: recency.map(() => Math.round(1 + 9 * random.next())),
  });
  const labels = Uint8Array.from(recency, (days) => Number(days + 60 * random.normal() > 100));
  const features = ["recency_days", "distinct_products"];
  return { customers, labels, features };
}

for (const family of ["logistic_regression", "random_forest"] as const) {
  Deno.test(`explainCustomers: ${family} names the one thing that matters`, () => {
    const { customers, labels, features } = shop();
    const model = fitCustomerClassifier(customers, labels, { family, features });
    const explained = explainCustomers(model, customers);
    assertEquals(
      explained.map(({ probability }) => probability),
      [...predictCustomerClassifier(model, customers)],
    );
    const far = explained.filter(({ probability }) => Math.abs(probability - 0.5) > 0.3);
    assert(far.length > 50);
    const first = far.filter(({ reasons }) => reasons[0].theme === "silence");
    assert(first.length >= 0.95 * far.length, `${first.length} of ${far.length}`);
  });
}

Deno.test("explainCustomers: a change is what the typical value takes away", () => {
  const { customers, labels } = shop();
  const features = ["recency_days"];
  const model = fitCustomerClassifier(customers, labels, {
    family: "logistic_regression",
    features,
  });
  const typical = pl.DataFrame({ recency_days: [customers.getColumn("recency_days").median()] });
  const [base] = predictCustomerClassifier(model, typical);
  for (const { probability, reasons } of explainCustomers(model, customers)) {
    if (Math.abs(probability - base) < 0.01) assertEquals(reasons, []);
    else assertAlmostEquals(reasons[0].change, probability - base, 1e-12);
  }
  // Beside other customers, another is typical.
  const [{ reasons }] = explainCustomers(model, customers.head(1), { among: customers.head(1) });
  assertEquals(reasons, []);
});

Deno.test("explainCustomers: as many reasons as asked for, nobody is nobody", () => {
  const { customers, labels, features } = shop();
  const model = fitCustomerClassifier(customers, labels, {
    family: "random_forest",
    features,
  });
  assert(
    explainCustomers(model, customers, { reasons: 1 }).every((one) => one.reasons.length <= 1),
  );
  assertEquals(explainCustomers(model, customers.head(0)), []);
  assertThrows(() => explainCustomers(model, customers, { reasons: 0 }), RangeError, "got 0");
});

Deno.test({
  name: "explainCustomers: three reasons for most customers of the UCI file, the same twice",
  ignore: !onlineRetailPath,
  fn() {
    const { features, outcomes } = labelledSnapshot(onlineRetail(), "2011-09-09", 91);
    const model = fitCustomerClassifier(features, churnLabels(outcomes), {
      family: "logistic_regression",
    });
    const explained = explainCustomers(model, features);
    const three = explained.filter(({ reasons }) => reasons.length === 3);
    assert(three.length > 0.8 * explained.length, `${three.length} of ${explained.length}`);
    const words = explained.map(reasonsInWords);
    assertEquals(words, explainCustomers(model, features).map(reasonsInWords));
    assert(words.every((text) => !/NaN|undefined|\?|Infinity/.test(text)));
    assert(words.some((text) => /^No order for \d+ days; used to order every \d+\./.test(text)));
  },
});
