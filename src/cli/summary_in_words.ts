import { type NoResult, reasonOf, resultOf } from "../pipeline/attempt.ts";
import {
  type ClassificationTask,
  metricsJson,
  type RegressionTask,
} from "../pipeline/metrics_json.ts";
import { rulesInWords } from "./rules_in_words.ts";
import type { RunResult } from "../pipeline/run_pipeline.ts";

/**
 * Tells in words what a run found out.
 *
 * @param run What a run found out.
 * @param folder Where the results are.
 * @param without The rules that were switched off.
 * @returns Some lines of text: what became of the lines, customers, segments, models beside
 * baselines, whom to contact, the report.
 */
export function summaryInWords(
  run: RunResult,
  folder: string,
  without: readonly string[] = [],
): string {
  return [
    "",
    ...rulesInWords(run.clean.audit, without),
    "",
    shopInWords(run),
    "",
    ...segmentsInWords(run),
    ...migrationInWords(run),
    "",
    ...modelsInWords(run),
    ...decisionInWords(run),
    "",
    `Report: ${folder}/report.html`,
  ].join("\n");
}

function shopInWords({ clean: { audit }, asOf }: RunResult): string {
  const bought = audit.products === 0
    ? `${count(audit.invoices)} times`
    : `${count(audit.products)} products on ${count(audit.invoices)} invoices`;
  return `${count(audit.customers)} customers bought ${bought} for ` +
    `${count(audit.revenue_kept)} in all, before ${asOf}.`;
}

function segmentsInWords({ segmentation }: RunResult): string[] {
  if (!("result" in segmentation)) return [`Segments: ${segmentation.reason}`];
  const { segments, because } = segmentation.result;
  const width = Math.max(...segments.map(({ name }) => name.length));
  return [
    `Segments. ${because}`,
    ...segments.map(({ name, customers, share_of_customers, share_of_revenue }) =>
      `  ${name.padEnd(width)}  ${count(customers).padStart(7)} customers  ` +
      `${percent(share_of_customers)} of customers, ${percent(share_of_revenue)} of revenue`
    ),
  ];
}

function migrationInWords({ segmentation, migration }: RunResult): string[] {
  if (!("result" in segmentation)) return [];
  if (!("result" in migration)) return [`  Who moved: ${migration.reason}`];
  const { from, to, customers, entries, share_stayed, advice } = migration.result;
  const known = sum(customers.flat());
  return [
    `  From ${from} to ${to} ${percent(share_stayed ?? 0).trim()} of ${
      count(known)
    } customers stayed ` +
    `in their segment, ${count(sum(entries.customers))} were new. ${advice.because}`,
  ];
}

function modelsInWords(run: RunResult): string[] {
  const { tasks, fitted_as_of, tested_as_of, horizon_days } = metricsJson(run);
  const lines = [
    classified("Churn", tasks.churn),
    classified("High spend", tasks.high_spend),
    told("Revenue", tasks.revenue),
    ranked("New products", tasks.recommendation_new_items),
    ranked("All products", tasks.recommendation_all_items),
    lifetimeInWords(run),
  ];
  const [first, ...others] = Object.values(tasks);
  if (
    "reason" in first && others.every((task) => "reason" in task && task.reason === first.reason)
  ) {
    return [skipped("No predictions", first).trim(), lifetimeInWords(run).trim()];
  }
  return [
    `Models fitted as of ${fitted_as_of}, measured on the ${horizon_days} days from ${tested_as_of}:`,
    ...lines,
  ];
}

interface Scored {
  readonly model: string;
  readonly engine: string;
  readonly baseline: boolean;
}

function classified(name: string, task: ClassificationTask | NoResult): string {
  if (!("models" in task)) return skipped(name, task);
  const shown = task.models.filter(({ engine, model }) =>
    engine === "built-in" || model === "recency_rule"
  );
  const words = shown.map(({ model, roc_auc, brier }) =>
    `${plain(model)}${model === task.selected ? " (chosen before)" : ""} ` +
    `AUC ${roc_auc.toFixed(3)}, Brier ${brier.toFixed(3)}`
  );
  const prevalence = task.models.find(({ model }) => model === "prevalence");
  const over = task.over_origins.find(({ model }) => model === task.selected)!;
  const dates = over.origins === 1
    ? ""
    : ` Over ${over.origins} test dates ${plain(over.model)} has an AUC of ` +
      `${over.roc_auc.mean.toFixed(3)} ± ${over.roc_auc.sd!.toFixed(3)}.`;
  return `  ${name}: ${words.join("; ")}; prevalence Brier ${
    prevalence?.brier.toFixed(3)
  }.${dates}`;
}

function told(name: string, task: RegressionTask | NoResult): string {
  if (!("models" in task)) return skipped(name, task);
  const errors = task.models.map(({ model, mae }) =>
    `${plain(model)}${model === task.selected ? " (chosen before)" : ""} ${count(mae)}`
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
    `${plain(model)}${
      baseline ? " (baseline)" : model === task.selected ? " (chosen before)" : ""
    } ${Number(scores.ndcg_at_10).toFixed(3)}`
  );
  return words.length > 0
    ? `  ${name}, NDCG of ten offers: ${words.join(", ")}.`
    : `  ${name}: no customer came back to measure on.`;
}

function decisionInWords(run: RunResult): string[] {
  const decision = resultOf(run.decision);
  if (!decision) return []; // for the same reason as the predictions
  const { today, tested, by_success_rate } = decision;
  const rate = by_success_rate.find(({ assumed }) => assumed)!.success_rate;
  return [
    `  Whom to contact: ${count(today.contacted)} of ${
      count(today.customers)
    } customers, expected ` +
    `profit ${count(today.expected_profit)} if a contact wins ${
      percent(rate).trim()
    } of those who ` +
    `would stay away. On ${tested.as_of} the rule promised ${count(tested.expected_profit)} and ` +
    `would have earned ${count(tested.realised_profit ?? NaN)}.`,
  ];
}

function lifetimeInWords(run: RunResult): string {
  const lifetime = resultOf(run.lifetime);
  if (!lifetime) return `  Lifetime value: ${reasonOf(run.lifetime)}`;
  return lifetime.warnings.length === 0
    ? "  Lifetime value: BG/NBD and Gamma-Gamma over the next 365 days."
    : `  Lifetime value, to be read with care: ${lifetime.warnings.join(" ")}`;
}

function skipped(name: string, { kind, reason }: NoResult): string {
  return `  ${name}: ${kind === "failed" ? "" : "not enough data: "}${reason}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function plain(name: string): string {
  return name.replaceAll("_", " ");
}

function count(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 0 });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(6);
}
