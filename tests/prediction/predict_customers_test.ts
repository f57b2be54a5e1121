import { assert, assertEquals, assertGreaterOrEqual, assertLess, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { customerFeatures } from "../../src/customers/features/customer_features.ts";
import { NotEnoughDataError } from "../../src/frames/errors.ts";
import { takeSnapshot } from "../../src/customers/snapshot.ts";
import { noPurchaseBaseline } from "../../src/pipeline/no_purchase_baseline.ts";
import { rememberFeatures } from "../../src/customers/features/remember_features.ts";
import { createClassifierFits } from "../../src/prediction/classifiers/classifier_fits.ts";
import { CLASSIFICATION_TASKS } from "../../src/prediction/selection/classification_tasks.ts";
import { predictCustomers, predictionTask } from "../../src/prediction/predict_customers.ts";
import { timeline } from "../../src/prediction/selection/timeline.ts";
import { numberColumn } from "../../src/frames/columns.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";
import { source } from "../customers/purchases.ts";
import { slowTest } from "../slow.ts";

const ignore = !onlineRetailPath;
const REFERENCE = { asOf: "2011-12-09", horizonDays: 91, firstDate: "2010-12-01", packages: [] };

Deno.test({
  name: "predictCustomers: the model chosen before the test reaches the reference on the UCI file",
  ignore,
  fn() {
    const featuresAt = rememberFeatures(onlineRetail());
    const baselines = [noPurchaseBaseline(REFERENCE.horizonDays)];
    const options = { ...REFERENCE, featuresAt, baselines };
    const customers = featuresAt(REFERENCE.asOf);
    const predictions = predictCustomers(onlineRetail(), customers, options);
    const { fitted_as_of, tested_as_of, scores } = predictions;
    const tasks = {
      churn: predictionTask(predictions, "churn"),
      high_spend: predictionTask(predictions, "high_spend"),
    };
    assertEquals([fitted_as_of, tested_as_of], ["2011-06-10", "2011-09-09"]);
    const { customers: tested, positive_rate } = tasks.churn.comparison;
    assertEquals([tested, positive_rate.toFixed(3)], [3_362, "0.429"]);
    assertEquals(tasks.high_spend.comparison.positive_rate.toFixed(3), "0.200");

    const chosen = (task: keyof typeof tasks) =>
      tasks[task].comparison.models.find(({ model }) => model === tasks[task].tested.family)!;
    assertGreaterOrEqual(chosen("churn").roc_auc, 0.74);
    assertLess(chosen("churn").roc_auc, 0.8, "above .80 a leak is likely");
    assertLess(chosen("churn").brier, 0.2083);
    assertLess(chosen("churn").calibration_error, 0.05);
    assertGreaterOrEqual(chosen("high_spend").roc_auc, 0.858);
    assertLess(chosen("high_spend").calibration_error, 0.05);
    for (const task of CLASSIFICATION_TASKS) {
      const { comparison: { models }, origins, over_origins, leak_warnings } = tasks[task];
      for (const { baseline, model, roc_auc, brier } of models) {
        if (!baseline) continue;
        assertGreaterOrEqual(chosen(task).roc_auc, roc_auc, model);
        assertLess(chosen(task).brier, brier, model);
      }
      assertEquals(origins.map(({ tested_as_of }) => tested_as_of), [
        "2011-07-11",
        "2011-08-10",
        "2011-09-09",
      ]);
      assertEquals(
        origins.map(({ models }) => models.length),
        [models, models, models].map((m) => m.length),
      );
      assert(over_origins.every(({ origins, roc_auc }) => origins === 3 && roc_auc.sd !== null));
      assertEquals(leak_warnings, []);
    }
    const churn = numberColumn(scores, "churn_probability");
    const purchase = numberColumn(scores, "purchase_probability");
    assert(churn.every((p, i) => p >= 0 && p <= 1 && p + purchase[i] === 1));
  },
});

Deno.test({
  name:
    "timeline: whatever comes on or after a date, what is chosen and fitted on it does not change",
  ignore,
  fn() {
    const { transactions, returns } = onlineRetail();
    const on = "2011-09-09";
    const past = pl.col("invoice_date").lt(pl.lit(new Date(`${on}T00:00:00Z`)));
    const changed = (frame: typeof transactions) =>
      frame.withColumns(
        pl.when(past).then(pl.col("revenue")).otherwise(pl.col("revenue").mul(7)).alias("revenue"),
        pl.when(past).then(pl.col("customer_id")).otherwise(pl.lit("12347")).alias("customer_id"),
      );
    // A horizon of 60 days and a later start: the same code, in less time.
    const options = { ...REFERENCE, horizonDays: 60, firstDate: "2011-02-01" };
    const [before, after] = [
      { transactions, returns },
      { transactions: changed(transactions), returns: changed(returns) },
    ].map((lines) => {
      const times = timeline(lines, options);
      return CLASSIFICATION_TASKS.map((task) => {
        const choice = times.choose(task, on);
        const plan = choice.plans.find(({ family }) => family === choice.selected)!;
        const fit = createClassifierFits(1).begin(times.known(task, on), plan, { seed: 42 })();
        return JSON.stringify([choice, fit.classifier]);
      });
    });
    assertEquals(before, after);
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
      "needs 1095 days",
    );
  },
});

/** Customers who buy in January 2024 and, every so many days, until the end of the year. */
function shop(customers: number, everyDays: (customer: number) => number) {
  return source(
    Array.from({ length: customers }, (_, i) => i).flatMap((i) => {
      const dates: string[] = [];
      for (let day = i % 20; day < 365; day += everyDays(i)) {
        dates.push(new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
      }
      return dates.map((date, n) => ({ customer: `${1000 + i}`, invoice: `${i}-${n}`, date }));
    }),
  );
}

const YEAR = { asOf: "2024-12-31", horizonDays: 60, firstDate: "2024-01-01", packages: [] };

slowTest("predictCustomers: the same predictions and figures on any number of threads", () => {
  const lines = shop(150, (i) => 9 + 7 * (i % 13) + (i % 4 ? 0 : 90));
  const customers = customerFeatures(takeSnapshot(lines, YEAR.asOf));
  const [alone, shared] = [1, 3].map((threads) =>
    predictCustomers(lines, customers, { ...YEAR, threads })
  );
  for (const task of CLASSIFICATION_TASKS) {
    assertEquals(JSON.stringify(shared.tasks[task]), JSON.stringify(alone.tasks[task]));
  }
  assertEquals(shared.scores.toRecords(), alone.scores.toRecords());
});

slowTest("predictCustomers: a task of one class is said in a sentence, the other goes on", () => {
  // Everybody comes back, some much oftener than others, so there are high spenders but no churn.
  const lines = shop(120, (i) => 5 + (i * 7) % 40);
  const predictions = predictCustomers(
    lines,
    customerFeatures(takeSnapshot(lines, YEAR.asOf)),
    YEAR,
  );
  assertEquals(Object.keys(predictions.tasks), ["high_spend"]);
  assertEquals(predictions.problems, {
    churn: {
      kind: "not_enough_data",
      reason: "120 customers on 2 Sep 2024, 0 of them with churn; " +
        "models need 50 customers and both outcomes.",
    },
  });
  assertEquals(predictions.scores.columns, ["customer_id", "high_spend_probability"]);
  const { roc_auc } = predictionTask(predictions, "high_spend").comparison.models[0];
  assertGreaterOrEqual(roc_auc, 0.8);
  assertThrows(
    () => predictionTask(predictions, "churn"),
    NotEnoughDataError,
    "0 of them with churn",
  );
});

Deno.test("predictCustomers: fewer than 50 customers, and one class only, are a sentence each", () => {
  const predict = (lines: ReturnType<typeof shop>) =>
    predictCustomers(lines, customerFeatures(takeSnapshot(lines, YEAR.asOf)), YEAR);
  assertThrows(
    () => predict(shop(49, (i) => (i % 2 ? 10 : 400))),
    NotEnoughDataError,
    "49 customers on 2 Sep 2024, 25 of them with churn",
  );
  assertThrows(
    () => predict(shop(80, () => 10)),
    NotEnoughDataError,
    "0 of them with churn; models need 50 customers and both outcomes.",
  );
});
