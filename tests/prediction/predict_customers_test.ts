import { assert, assertEquals, assertGreaterOrEqual, assertLess, assertThrows } from "@std/assert";
import { customerFeatures } from "../../src/customers/customer_features.ts";
import { NotEnoughDataError } from "../../src/customers/not_enough_data_error.ts";
import { takeSnapshot } from "../../src/customers/snapshot.ts";
import { rocAuc } from "../../src/metrics/roc_auc.ts";
import { createRandom } from "../../src/numeric/random.ts";
import { churnLabels } from "../../src/prediction/classification_tasks.ts";
import {
  fitCustomerClassifier,
  predictCustomerClassifier,
} from "../../src/prediction/customer_classifier.ts";
import { labelledSnapshot } from "../../src/prediction/labelled_snapshot.ts";
import { predictCustomers } from "../../src/prediction/predict_customers.ts";
import { numberColumn } from "../../src/transactions/columns.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";

const ignore = !onlineRetailPath;
const OURS = [
  { family: "logistic_regression", engine: "typed-arrays" },
  { family: "random_forest", engine: "typed-arrays" },
] as const;
const REFERENCE = {
  asOf: "2011-12-09",
  horizonDays: 91,
  firstDate: "2010-12-01",
  competitors: OURS,
};

Deno.test({
  name: "predictCustomers: churn and high spend on the UCI file at the reference's dates",
  ignore,
  fn() {
    const customers = customerFeatures(takeSnapshot(onlineRetail(), REFERENCE.asOf));
    const { fitAsOf, testAsOf, tasks, scores } = predictCustomers(
      onlineRetail(),
      customers,
      REFERENCE,
    );
    assertEquals([fitAsOf, testAsOf], ["2011-06-10", "2011-09-09"]);
    const { comparison } = tasks.churn;
    assertEquals([comparison.customers, comparison.positive_rate.toFixed(3)], [3_362, "0.429"]);
    const [logistic, forest, prevalence, recency] = comparison.models;
    for (const model of [logistic, forest]) {
      assertGreaterOrEqual(model.roc_auc, 0.72, model.model);
      assertLess(model.roc_auc, 0.8, `${model.model}: above .80 a leak is likely`);
      assertLess(model.brier, prevalence.brier);
      assertGreaterOrEqual(model.roc_auc, recency.roc_auc);
    }
    const [best] = tasks.high_spend.comparison.models;
    assertGreaterOrEqual(best.roc_auc, 0.8);
    const churn = numberColumn(scores, "churn_probability");
    const purchase = numberColumn(scores, "purchase_probability");
    assert(churn.every((p, i) => p >= 0 && p <= 1 && p + purchase[i] === 1));
  },
});

Deno.test({
  name: "predictCustomers: frequency and recency alone reach the reference's AUC",
  ignore,
  fn() {
    const past = labelledSnapshot(onlineRetail(), "2011-06-10", 91);
    const later = labelledSnapshot(onlineRetail(), "2011-09-09", 91);
    assertEquals([past.features.height, later.features.height], [2_800, 3_362]);
    const auc = (feature: string) => {
      const values = numberColumn(later.features, feature);
      return rocAuc(churnLabels(later.outcomes), values);
    };
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
    const shuffled = ({ outcomes }: typeof past, seed: number) =>
      Uint8Array.from(createRandom(seed).shuffle([...churnLabels(outcomes)]));
    for (const { family } of OURS) {
      const model = fitCustomerClassifier(past.features, shuffled(past, 1), { family });
      const auc = rocAuc(shuffled(later, 2), predictCustomerClassifier(model, later.features));
      assert(Math.abs(auc - 0.5) <= 0.05, `${family}: ${auc}`);
    }
  },
});

Deno.test({
  name: "predictCustomerClassifier: a model from JSON predicts the same bits",
  ignore,
  fn() {
    const { features, outcomes } = labelledSnapshot(onlineRetail(), "2011-06-10", 91);
    for (const { family } of OURS) {
      const model = fitCustomerClassifier(features, churnLabels(outcomes), { family });
      const reread = JSON.parse(JSON.stringify(model));
      assertEquals(
        predictCustomerClassifier(reread, features),
        predictCustomerClassifier(model, features),
      );
    }
  },
});

Deno.test({
  name: "predictCustomers: a horizon beyond the data is said in a sentence",
  ignore,
  fn() {
    const customers = customerFeatures(takeSnapshot(onlineRetail(), "2011-12-10"));
    assertThrows(
      () => predictCustomers(onlineRetail(), customers, { ...REFERENCE, horizonDays: 365 }),
      NotEnoughDataError,
      "takes 1095 days",
    );
  },
});
