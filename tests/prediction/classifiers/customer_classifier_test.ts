import { assert, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { rocAuc } from "../../../src/metrics/classification.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { churnLabels } from "../../../src/prediction/selection/classification_tasks.ts";
import {
  type CustomerClassifier,
  customerClassifier,
  fitCustomerClassifier,
  predictCustomerClassifier,
  predictPrepared,
} from "../../../src/prediction/classifiers/customer_classifier.ts";
import { CLASSIFIER_FAMILIES } from "../../../src/prediction/classifiers/customer_estimator.ts";
import { labelledSnapshot } from "../../../src/customers/outcomes/labelled_snapshot.ts";
import { readCustomerClassifier } from "../../../src/prediction/classifiers/read_customer_classifier.ts";
import { InputError } from "../../../src/frames/errors.ts";
import { numberColumn } from "../../../src/frames/columns.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import { prepareFeatures } from "../../../src/prediction/classifiers/feature_preparation.ts";

const ignore = !onlineRetailPath;

/** 60 customers of two countries; those who came lately and often come back. */
function toyCustomers() {
  const random = createRandom(7);
  const recency = Float64Array.from({ length: 60 }, () => Math.floor(random.next() * 120));
  const frequency = recency.map((days) => 1 + Math.floor(random.next() * 9) + (days < 40 ? 4 : 0));
  const features = pl.DataFrame([
    pl.Series("recency_days", recency, pl.Float64),
    pl.Series("frequency", frequency, pl.Float64),
    pl.Series("return_rate", recency.map((days) => (days % 10) / 20), pl.Float64),
    pl.Series("country", Array.from(recency, (days) => (days % 3 ? "UK" : "Eire")), pl.String),
  ]);
  const labels = Uint8Array.from(recency, (days) => (days + 20 * random.next() > 60 ? 1 : 0));
  return { features, labels };
}

const FEATURES = ["recency_days", "frequency", "return_rate", "country"];
const SMALL = { minimumLeafSize: 3, trees: 10, rounds: 10 };

function toyModel(family: CustomerClassifier["family"], calibrated = true): CustomerClassifier {
  const { features, labels } = toyCustomers();
  return fitCustomerClassifier(features, labels, {
    family,
    features: FEATURES,
    parameters: SMALL,
    calibration: calibrated ? { features, labels, kind: "platt" } : undefined,
  });
}

Deno.test({
  name: "labelledSnapshot: frequency and recency alone reach the reference's AUC",
  ignore,
  fn() {
    const past = labelledSnapshot(onlineRetail(), "2011-06-10", 91);
    const later = labelledSnapshot(onlineRetail(), "2011-09-09", 91);
    assertEquals([past.features.height, later.features.height], [2_800, 3_362]);
    const auc = (feature: string) =>
      rocAuc(churnLabels(later.outcomes), numberColumn(later.features, feature));
    assertEquals((1 - auc("frequency")).toFixed(3), "0.721");
    assertEquals(auc("recency_days").toFixed(3), "0.682");
  },
});

Deno.test({
  name: "fitCustomerClassifier: labels shuffled among the customers cannot be predicted",
  ignore,
  fn() {
    const past = labelledSnapshot(onlineRetail(), "2011-06-10", 91);
    const later = labelledSnapshot(onlineRetail(), "2011-09-09", 91);
    const truth = churnLabels(later.outcomes);
    for (const family of CLASSIFIER_FAMILIES) {
      const shuffled = createRandom(1, family).shuffle([...churnLabels(past.outcomes)]);
      const model = fitCustomerClassifier(past.features, Uint8Array.from(shuffled), { family });
      const unrelated = Uint8Array.from(createRandom(2, family).shuffle([...truth]));
      const auc = rocAuc(unrelated, predictCustomerClassifier(model, later.features));
      assert(Math.abs(auc - 0.5) <= 0.05, `${family}: ${auc}`);
    }
  },
});

Deno.test("readCustomerClassifier: every family predicts the same bits after its round trip", () => {
  const { features } = toyCustomers();
  for (const family of CLASSIFIER_FAMILIES) {
    for (const calibrated of [false, true]) {
      const model = toyModel(family, calibrated);
      const reread = readCustomerClassifier(JSON.stringify(model));
      assertEquals(
        predictCustomerClassifier(reread, features),
        predictCustomerClassifier(model, features),
      );
    }
  }
});

Deno.test("readCustomerClassifier: cut short, another kind, another version: a sentence each", () => {
  const model = toyModel("random_forest");
  const json = JSON.stringify(model);
  const refused = (text: string, message: string) =>
    assertThrows(() => readCustomerClassifier(text, "churn.json"), InputError, message);
  for (const share of [0, 0.3, 0.99]) {
    refused(json.slice(0, Math.floor(share * json.length)), "churn.json is not valid JSON");
  }
  refused("[1]", "holds something else, not a classifier of customers");
  refused('{"kind":"segmentation"}', 'holds "segmentation", not a classifier');
  refused(JSON.stringify({ ...model, version: 1 }), "has version 1, but version 3 is needed");
  refused(JSON.stringify({ ...model, version: undefined }), "has no version, but version 3");
  refused(JSON.stringify({ ...model, family: "oracle" }), "lacks a known family of models");
  refused(JSON.stringify({ ...model, features: [] }), "lacks the features");
  refused(JSON.stringify({ ...model, estimator: {} }), "lacks the fitted estimator");
  refused(JSON.stringify({ ...model, calibration: undefined }), "lacks the calibration");
  const { scaler, medians } = model.preparation;
  for (
    const broken of [{ scaler: { ...scaler, means: [1] } }, { medians: medians.slice(1) }, {
      countries: {},
    }]
  ) {
    const preparation = { ...model.preparation, ...broken };
    refused(JSON.stringify({ ...model, preparation }), "lacks the preparation of its features");
  }
});

Deno.test("predictCustomerClassifier: a feature that is not there is a sentence", () => {
  const { features } = toyCustomers();
  for (const name of ["frequency", "country"]) {
    assertThrows(
      () => predictCustomerClassifier(toyModel("logistic_regression"), features.drop(name)),
      InputError,
      `cannot be scored without ${name}`,
    );
  }
});

Deno.test("predictCustomerClassifier: a missing value counts as the past's median, a new country as other", () => {
  const model = toyModel("logistic_regression");
  const { features } = toyCustomers();
  const row = { recency_days: 30, frequency: 3, return_rate: 0.1, country: "UK" };
  const score = (changes: object) => {
    const { recency_days, frequency, return_rate, country } = { ...row, ...changes };
    return predictCustomerClassifier(
      model,
      pl.DataFrame([
        pl.Series("recency_days", [recency_days], pl.Float64),
        pl.Series("frequency", [frequency], pl.Float64),
        pl.Series("return_rate", [return_rate], pl.Float64),
        pl.Series("country", [country], pl.String),
      ]),
    )[0];
  };
  const median = model.preparation.medians[1];
  assertEquals(score({ frequency: null }), score({ frequency: median }));
  assertEquals(score({ frequency: NaN }), score({ frequency: median }));
  assertEquals(score({ country: "Peru" }), score({ country: null }));
  assertEquals(features.height, 60);
});

Deno.test("fitCustomerClassifier: one class only is refused, and no input is changed", () => {
  const { features, labels } = toyCustomers();
  const before = features.writeCSV().toString();
  assertThrows(
    () => fitCustomerClassifier(features, labels.map(() => 1), { family: "random_forest" }),
    Error,
  );
  toyModel("gradient_boosting");
  assertEquals(features.writeCSV().toString(), before);
});

Deno.test("customerClassifier: puts the parts of a classifier together", () => {
  const model = fitCustomerClassifier(pl.DataFrame({ frequency: [1, 9] }), Uint8Array.of(1, 0), {
    family: "logistic_regression",
    features: ["frequency"],
  });
  assertEquals(customerClassifier(model), model);
});

Deno.test("predictPrepared: the same from features that are prepared already", () => {
  const customers = pl.DataFrame({ frequency: [1, 1, 9, 9] });
  const model = fitCustomerClassifier(customers, Uint8Array.of(1, 1, 0, 0), {
    family: "logistic_regression",
    features: ["frequency"],
  });
  const X = prepareFeatures(model.preparation, customers);
  assertEquals(predictPrepared(model, X), predictCustomerClassifier(model, customers));
});
