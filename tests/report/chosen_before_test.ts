import { assert, assertEquals } from "@std/assert";
import { leaderboard } from "../../src/report/parts/leaderboard.ts";
import { originsTable } from "../../src/report/parts/origins_table.ts";
import { taskInWords } from "../../src/report/in_words/task_in_words.ts";
import type { OriginScores } from "../../src/prediction/selection/over_origins.ts";
import type { ShownClassification } from "../../src/report/parts/shown_tasks.ts";

const measure = (mean: number) => ({ mean, sd: 0.01 });
const TASK: ShownClassification = {
  kind: "classification",
  customers: 900,
  positive_rate: 0.4,
  selected: "logistic_regression",
  models: [
    {
      model: "logistic_regression",
      engine: "built-in",
      baseline: false,
      roc_auc: 0.74,
      calibration_error: 0.037,
      pr_auc: 0.635,
      log_loss: 0.588,
      intervals: { roc_auc: { low: 0.726, high: 0.757 }, brier: { low: 0.1, high: 0.2 } },
    },
    { model: "logistic_regression", engine: "npm", baseline: false, roc_auc: 0.75 },
    { model: "random_forest", engine: "built-in", baseline: false, roc_auc: 0.76 },
    { model: "frequency_rule", engine: "rule", baseline: true, roc_auc: 0.745 },
  ],
  origins: ["2011-08-10", "2011-09-09"].map((tested_as_of) => ({ tested_as_of }) as OriginScores),
  over_origins: [
    {
      model: "frequency_rule",
      engine: "rule",
      baseline: true,
      origins: 2,
      roc_auc: measure(0.71),
      brier: measure(0.21),
    },
    {
      model: "random_forest",
      engine: "built-in",
      baseline: false,
      origins: 2,
      roc_auc: measure(0.75),
      brier: measure(0.2),
    },
    {
      model: "random_forest",
      baseline: false,
      engine: "npm",
      origins: 1,
      roc_auc: { mean: 0.77, sd: null },
      brier: { mean: 0.2, sd: null },
    },
  ],
};

Deno.test("taskInWords: the model chosen before the test speaks, even where another did better", () => {
  assertEquals(
    taskInWords(TASK).sentence,
    "Logistic regression reaches a ROC AUC of 0.740, no better than the best baseline " +
      "(frequency only, 0.745).",
  );
});

Deno.test("taskInWords: so it does for revenue and for rankings", () => {
  const revenue = taskInWords({
    kind: "regression",
    customers: 900,
    selected: "ridge",
    models: [
      { model: "ridge", baseline: false, mae: 610 },
      { model: "random_forest", baseline: false, mae: 590 },
      { model: "mean", baseline: true, mae: 600 },
    ],
  });
  assertEquals(
    [revenue.figure, revenue.sentence],
    [
      "610",
      "Ridge has a mean absolute error of 610, no better than the best baseline (mean, 600).",
    ],
  );
  const ranking = taskInWords({
    kind: "ranking",
    customers: 900,
    selected: "ease",
    models: [
      { model: "ease", baseline: false, ndcg_at_10: 0.2 },
      { model: "cosine", baseline: false, ndcg_at_10: 0.3 },
      { model: "popularity", baseline: true, ndcg_at_10: 0.1 },
    ],
  });
  assertEquals(ranking.figure, "0.200");
});

Deno.test("leaderboard: marks the chosen model of our engine once, and writes the interval", () => {
  const { markup } = leaderboard("Churn", TASK);
  assertEquals(markup.split(">selected<").length, 2);
  for (const text of ["0.740 (0.726–0.757)", "calibration error", "0.037", "0.635", "0.588"]) {
    assert(markup.includes(text), text);
  }
});

Deno.test("originsTable: the best mean first, models of a single date left out", () => {
  const { markup } = originsTable(TASK)!;
  assert(markup.indexOf("0.750 ± 0.010") < markup.indexOf("0.710 ± 0.010"));
  assert(markup.includes("10 Aug 2011, 9 Sep 2011") && !markup.includes("0.770"));
  assertEquals(originsTable({ ...TASK, over_origins: undefined }), null);
});
