import { type NoResult, noResultInWords, resultOf } from "../frames/attempt.ts";
import type { ClassificationTask, RegressionTask } from "../pipeline/metrics_json.ts";
import type { RunResult } from "../pipeline/run_pipeline.ts";
import { formatDate } from "../words/dates.ts";
import { formatName } from "../words/model_names.ts";
import { formatMoney } from "../words/money.ts";
import { countOf, formatNumber, formatPercent } from "../words/numbers.ts";
import { plainTable } from "../words/plain_table.ts";
import { joinWords } from "../words/sentences.ts";
import { rulesInWords } from "./rules_in_words.ts";

/** Sums up a run in words. */
export function summaryInWords(
  run: RunResult,
  folder: string,
  without: readonly string[] = [],
): string {
  return [
    "",
    ...rulesInWords(run.shop.audit, { without, currency: run.currency }),
    "",
    shopInWords(run),
    "",
    ...(run.shop.lacks.includes("customer") ? [] : customersInWords(run)),
    `Report: ${folder}/report.html`,
  ].join("\n");
}

function shopInWords({ shop: { audit, lacks }, as_of, currency }: RunResult): string {
  const money = (value: number) => formatMoney(value, currency);
  const bought = audit.products === 0
    ? countOf(audit.invoices, "time")
    : `${countOf(audit.products, "product")} on ${countOf(audit.invoices, "invoice")}`;
  const { shop, customers, without_customer } = audit.net;
  if (lacks.includes("customer")) {
    return `The shop sold ${bought} for ${money(audit.sales.revenue)} in total, ` +
      `before ${formatDate(as_of)}, and kept ${money(shop)} net of returns. As the file names no ` +
      "customers, there are no segments, predictions or values of customers.";
  }
  const whole = without_customer === 0
    ? `Net of returns that is ${money(customers)}.`
    : `Lines without a customer included, the shop sold ${money(audit.sales.revenue)} and kept ` +
      `${money(shop)} net of returns, ${money(customers)} of it from known customers.`;
  return `${countOf(audit.customers, "customer")} bought ${bought} for ` +
    `${money(audit.revenue_kept)} in total, before ${formatDate(as_of)}. ${whole}`;
}

function customersInWords(run: RunResult): string[] {
  return [
    ...segmentsInWords(run),
    ...migrationInWords(run),
    "",
    ...modelsInWords(run),
    ...decisionInWords(run),
    "",
  ];
}

function segmentsInWords({ segmentation }: RunResult): string[] {
  if (segmentation.kind !== "result") return [`Segments: ${noResultInWords(segmentation)}`];
  const { segments, because } = segmentation.result;
  const share = (value: number) => formatPercent(value, 1);
  return [
    `Segments. ${because}`,
    ...plainTable([
      { title: "segment", cells: segments.map(({ name }) => name) },
      {
        title: "customers",
        cells: segments.map(({ customers }) => formatNumber(customers)),
        right: true,
      },
      {
        title: "of customers",
        cells: segments.map(({ share_of_customers }) => share(share_of_customers)),
        right: true,
      },
      {
        title: "of revenue",
        cells: segments.map(({ share_of_revenue }) => share(share_of_revenue)),
        right: true,
      },
    ]),
  ];
}

function migrationInWords({ segmentation, migration }: RunResult): string[] {
  if (segmentation.kind !== "result") return [];
  if (migration.kind !== "result") return [`  Segment changes: ${noResultInWords(migration)}`];
  const { from, to, customers, entries, share_stayed, advice } = migration.result;
  return [
    `  From ${formatDate(from)} to ${formatDate(to)}, ${formatPercent(share_stayed, 1)} of ` +
    `${countOf(sum(customers.flat()), "customer")} stayed in their segment; ` +
    `${formatNumber(sum(entries.customers))} were new. ${advice.because}`,
  ];
}

function modelsInWords(run: RunResult): string[] {
  if (run.metrics.kind !== "result") return [skipped("Models", run.metrics)];
  const { tasks, fitted_as_of, tested_as_of, horizon_days } = run.metrics.result;
  const [first, ...others] = Object.values(tasks);
  if (
    "reason" in first && others.every((task) => "reason" in task && task.reason === first.reason)
  ) {
    return [skipped("No predictions", first).trim(), lifetimeInWords(run).trim()];
  }
  return [
    `Models fitted on snapshots up to ${
      formatDate(fitted_as_of)
    }, tested on the ${horizon_days} days from ` +
    `${formatDate(tested_as_of)}:`,
    ...withoutRepeats([
      ["Churn", tasks.churn, (name) => classified(name, tasks.churn)],
      ["High spend", tasks.high_spend, (name) => classified(name, tasks.high_spend)],
      ["Expected spend", tasks.revenue, (name) => spendInWords(name, tasks.revenue, run.currency)],
      [
        "New products",
        tasks.recommendation_new_items,
        (name) => ranked(name, tasks.recommendation_new_items),
      ],
      [
        "All products",
        tasks.recommendation_all_items,
        (name) => ranked(name, tasks.recommendation_all_items),
      ],
    ]),
    lifetimeInWords(run),
  ];
}

/** Name and result of a task, and how it is said under a name. */
type ToldTask = readonly [string, object | NoResult, (name: string) => string];

/** Tasks one per line; those that are missing for the same reason share one. */
function withoutRepeats(tasks: readonly ToldTask[]): string[] {
  const reasonOf = (task: object | NoResult) => "reason" in task ? task.reason : task;
  return tasks.flatMap(([, task, say], at) => {
    const alike = tasks.filter(([, other]) => reasonOf(other) === reasonOf(task));
    if (tasks.indexOf(alike[0]) !== at) return [];
    const [first, ...others] = alike.map(([name]) => name);
    return [say(joinWords([first, ...others.map((name) => name.toLowerCase())]))];
  });
}

interface Scored {
  readonly model: string;
  readonly engine: string;
  readonly baseline: boolean;
}

function classified(name: string, task: ClassificationTask | NoResult): string {
  if (!("models" in task)) return skipped(name, task);
  const shown = task.models.filter(({ engine, model, sampled }) =>
    (engine === "built-in" && !sampled) || model === "recency_rule"
  );
  const words = shown.map(({ model, roc_auc, brier }) =>
    `${named(model, model === task.selected)} AUC ${roc_auc.toFixed(3)}, Brier ${brier.toFixed(3)}`
  );
  const prevalence = task.models.find(({ model }) => model === "prevalence");
  const over = task.over_origins.find(({ model }) => model === task.selected)!;
  const dates = over.origins === 1
    ? ""
    : ` Over ${over.origins} test dates, ${formatName(over.model)} has AUC ` +
      `${over.roc_auc.mean.toFixed(3)} ± ${over.roc_auc.sd!.toFixed(3)}.`;
  return `  ${name}: ${words.join("; ")}; prevalence Brier ${
    prevalence?.brier.toFixed(3)
  }.${dates}`;
}

function spendInWords(name: string, task: RegressionTask | NoResult, currency?: string): string {
  if (!("models" in task)) return skipped(name, task);
  const errors = task.models.map(({ model, mae }) =>
    `${named(model, model === task.selected)} ${formatMoney(mae, currency)}`
  );
  return `  ${name}, mean absolute error per customer: ${errors.join(", ")}.`;
}

type Ranked = Scored & { readonly [score: string]: unknown };

function ranked(
  name: string,
  task: { selected: string; models: readonly Scored[] } | NoResult,
): string {
  if (!("models" in task)) return skipped(name, task);
  const words = (task.models as readonly Ranked[]).map(({ model, baseline, ...scores }) =>
    `${baseline ? `${formatName(model)} (baseline)` : named(model, model === task.selected)} ${
      Number(scores.ndcg_at_10).toFixed(3)
    }`
  );
  return words.length > 0
    ? `  ${name}, NDCG at 10: ${words.join(", ")}.`
    : `  ${name}: no customer came back in the test period.`;
}

function decisionInWords(run: RunResult): string[] {
  const decision = resultOf(run.decision);
  if (!decision) return []; // for the same reason as the predictions
  const { today, tested, by_success_rate } = decision;
  const rate = by_success_rate.find(({ assumed }) => assumed)!.success_rate;
  const money = (value: number | null) => formatMoney(value, run.currency);
  return [
    `  Whom to contact: ${formatNumber(today.contacted)} of ` +
    `${countOf(today.customers, "customer")}. Expected profit: ${money(today.expected_profit)}, ` +
    `if a contact wins back ${formatPercent(rate, 1)} of leaving customers. ` +
    `Tested on ${formatDate(tested.as_of)}: ${money(tested.expected_profit)} expected, ` +
    `${money(tested.realised_profit)} realised.`,
  ];
}

function lifetimeInWords(run: RunResult): string {
  if (run.lifetime.kind !== "result") return skipped("Lifetime value", run.lifetime);
  const { purchases, horizon_days, warnings } = run.lifetime.result;
  return [
    `  Lifetime value: ${formatName(purchases.chosen.kind)} and Gamma-Gamma over the next ` +
    `${countOf(horizon_days, "day")}.`,
    ...warnings,
  ].join(" ");
}

/** A model, and whether it was selected before the test. */
function named(model: string, selected: boolean): string {
  return `${formatName(model)}${selected ? " (selected)" : ""}`;
}

function skipped(name: string, missing: NoResult): string {
  return `  ${name}: ${noResultInWords(missing)}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
