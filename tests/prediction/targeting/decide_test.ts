import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { customerFeatures } from "../../../src/customers/features/customer_features.ts";
import { NotEnoughDataError } from "../../../src/frames/errors.ts";
import { takeSnapshot } from "../../../src/customers/snapshot.ts";
import { type ChurnPredictions, decide } from "../../../src/prediction/targeting/decide.ts";
import { churnLabels } from "../../../src/prediction/selection/classification_tasks.ts";
import {
  fitCustomerClassifier,
  predictCustomerClassifier,
} from "../../../src/prediction/classifiers/customer_classifier.ts";
import { labelledSnapshot } from "../../../src/customers/outcomes/labelled_snapshot.ts";
import { permutationImportance } from "../../../src/prediction/explanation/permutation_importance.ts";
import { cleanTransactions } from "../../../src/transactions/cleaning/clean_transactions.ts";
import { numberColumn, textColumn } from "../../../src/frames/columns.ts";
import { addDays } from "../../../src/frames/days.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { synthesizeTransactions } from "../../../src/transactions/synthesis/synthesize_transactions.ts";
import pl from "nodejs-polars";

const DAYS = 91;
const { lines } = synthesizeTransactions({ customers: 300, seed: 7 });
const clean = cleanTransactions(transactionLines(lines, "demo"));
const asOf = addDays(clean.audit.last_date, 1);
const testAsOf = addDays(asOf, -DAYS), fitAsOf = addDays(testAsOf, -DAYS);
const options = { asOf, horizonDays: DAYS };

/** One logistic regression of the past, and one of the test date. */
function churn() {
  const fitted = (date: string) => {
    const { features, outcomes } = labelledSnapshot(clean, date, DAYS);
    const labels = churnLabels(outcomes);
    const model = fitCustomerClassifier(features, labels, { family: "logistic_regression" });
    return { features, labels, model };
  };
  const past = fitted(fitAsOf), later = fitted(testAsOf);
  const customers = customerFeatures(takeSnapshot(clean, asOf));
  const testedOn = { features: later.features, labels: later.labels };
  const predictions: ChurnPredictions = {
    tested_as_of: testAsOf,
    scores: customers.select("customer_id").withColumns(
      pl.Series("churn_probability", predictCustomerClassifier(later.model, customers)),
    ),
    tasks: {
      churn: {
        model: later.model,
        tested: past.model,
        tested_on: testedOn,
        importance: permutationImportance(past.model, testedOn, { repeats: 1 }),
      },
    },
    problems: {},
  };
  return { customers, predictions };
}

const { customers, predictions } = churn();
const decision = decide(customers, predictions, options);

Deno.test("decide: a contact for exactly the customers for whom it is expected to pay", () => {
  const { values, today } = decision;
  assertEquals(values.columns, ["customer_id", "contact", "contact_value", "churn_reasons"]);
  assertEquals(textColumn(values, "customer_id"), textColumn(customers, "customer_id"));
  const worth = numberColumn(values, "contact_value");
  assertEquals(numberColumn(values, "contact"), worth.map((value) => Number(value > 0)));
  const paying = worth.filter((value) => value > 0);
  assertEquals(today.contacted, paying.length);
  assertAlmostEquals(today.expected_profit, paying.reduce((sum, value) => sum + value, 0), 1e-9);
  // By hand for the first customer: p × .05 × .3 × net spend ÷ orders − 1.
  const [p] = numberColumn(predictions.scores, "churn_probability");
  const [net] = numberColumn(customers, "net_monetary_value");
  const [orders] = numberColumn(customers, "frequency");
  assertAlmostEquals(worth[0], p * 0.05 * 0.3 * net / orders - 1, 1e-9);
});

Deno.test("decide: the first on the list are worth most, each with reasons", () => {
  const best = numberColumn(decision.values, "contact_value").sort().reverse();
  assertEquals(decision.first.map(({ value }) => value), [...best.slice(0, 5)]);
  assert(decision.first.every(({ reasons }) => reasons.length > 0 && reasons.length <= 3));
  const sentences = textColumn(decision.values, "churn_reasons");
  assert(sentences.every((text) => /^[A-Z0-9].*\.$/.test(text) && !/NaN|undefined/.test(text)));
});

Deno.test("decide: the test date is counted with what really happened", () => {
  const { tested } = decision;
  const { features, labels } = predictions.tasks.churn!.tested_on;
  assertEquals([tested.as_of, tested.customers], [testAsOf, labels.length]);
  const stayed = labels.reduce((sum, label) => sum + label, 0);
  assertAlmostEquals(tested.observed_rate!, stayed / labels.length, 1e-12);
  const net = numberColumn(features, "net_monetary_value");
  const orders = numberColumn(features, "frequency");
  const everyone = net.reduce((sum, v, i) => sum + labels[i] * 0.05 * 0.3 * v / orders[i] - 1, 0);
  assertAlmostEquals(tested.everyone_realised_profit!, everyone, 1e-9);
  assertAlmostEquals(tested.curve.at(-1)!.realised_profit!, everyone, 1e-9);
});

Deno.test("decide: a higher success rate reaches more customers, one's own stands among the others", () => {
  const rates = decide(customers, predictions, { ...options, successRate: 0.07 }).by_success_rate;
  assertEquals(rates.map((row) => row.success_rate), [0.01, 0.02, 0.05, 0.07, 0.1, 0.2]);
  assertEquals(rates.filter((row) => row.assumed).map((row) => row.success_rate), [0.07]);
  rates.slice(1).forEach((row, i) => assert(row.contacted >= rates[i].contacted));
});

Deno.test("decide: without a churn model the reason is said", () => {
  const churn = { kind: "not_enough_data", reason: "Everybody came back." } as const;
  const untold = { ...predictions, tasks: {}, problems: { churn } };
  assertThrows(
    () => decide(customers, untold, options),
    NotEnoughDataError,
    "Everybody came back.",
  );
});

Deno.test("decide: nobody is worth a contact that costs a fortune; the same twice; plain JSON", () => {
  const dear = decide(customers, predictions, { ...options, contactCost: 1e9 });
  assertEquals([dear.today.contacted, dear.first, dear.today.break_even_success_rate], [
    0,
    [],
    null,
  ]);
  const { values, ...again } = decide(customers, predictions, options);
  const { values: before, ...first } = decision;
  assertEquals(JSON.stringify(again), JSON.stringify(first));
  assertEquals(values.toString(), before.toString());
  assertThrows(
    () => decide(customers, predictions, { ...options, margin: 2 }),
    RangeError,
    "got 2",
  );
});
