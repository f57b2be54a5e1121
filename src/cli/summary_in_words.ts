import { type NoResult, reasonOf, resultOf } from "../pipeline/attempt.ts";
import {
  type ClassificationTask,
  metricsJson,
  type RegressionTask,
} from "../pipeline/metrics_json.ts";
import type { RunResult } from "../pipeline/run_pipeline.ts";
import { formatDate } from "../words/dates.ts";
import { formatName } from "../words/model_names.ts";
import { formatMoney } from "../words/money.ts";
import { countOf, formatNumber, formatPercent } from "../words/numbers.ts";
import { plainTable } from "../words/plain_table.ts";
import { rulesInWords } from "./rules_in_words.ts";

/**
 * Sums up a run in words.
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

function shopInWords({ clean: { audit }, asOf, currency }: RunResult): string {
  const bought = audit.products === 0
    ? countOf(audit.invoices, "time")
    : `${countOf(audit.products, "product")} on ${countOf(audit.invoices, "invoice")}`;
  return `${countOf(audit.customers, "customer")} bought ${bought} for ` +
    `${formatMoney(audit.revenue_kept, currency)} in total, before ${formatDate(asOf)}.`;
}

function segmentsInWords({ segmentation }: RunResult): string[] {
  if (!("result" in segmentation)) return [`Segments: ${segmentation.reason}`];
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
  if (!("result" in segmentation)) return [];
  if (!("result" in migration)) return [`  Segment changes: ${migration.reason}`];
  const { from, to, customers, entries, share_stayed, advice } = migration.result;
  return [
    `  From ${formatDate(from)} to ${formatDate(to)}, ${formatPercent(share_stayed, 1)} of ` +
    `${countOf(sum(customers.flat()), "customer")} stayed in their segment; ` +
    `${formatNumber(sum(entries.customers))} were new. ${advice.because}`,
  ];
}

function modelsInWords(run: RunResult): string[] {
  const { tasks, fitted_as_of, tested_as_of, horizon_days } = metricsJson(run);
  const [first, ...others] = Object.values(tasks);
  if (
    "reason" in first && others.every((task) => "reason" in task && task.reason === first.reason)
  ) {
    return [skipped("No predictions", first).trim(), lifetimeInWords(run).trim()];
  }
  return [
    `Models fitted as of ${formatDate(fitted_as_of)}, tested on the ${horizon_days} days from ` +
    `${formatDate(tested_as_of)}:`,
    classified("Churn", tasks.churn),
    classified("High spend", tasks.high_spend),
    spendInWords("Expected spend", tasks.revenue, run.currency),
    ranked("New products", tasks.recommendation_new_items),
    ranked("All products", tasks.recommendation_all_items),
    lifetimeInWords(run),
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
    engine === "typed-arrays" || model === "recency_rule"
  );
  const words = shown.map(({ model, roc_auc, brier }) =>
    `${named(model, model === task.chosen_then)} AUC ${roc_auc.toFixed(3)}, Brier ${
      brier.toFixed(3)
    }`
  );
  const prevalence = task.models.find(({ model }) => model === "prevalence");
  const over = task.over_origins.find(({ model }) => model === task.chosen_then)!;
  const dates = over.origins === 1
    ? ""
    : ` Over ${over.origins} test dates, ${formatName(over.model)} has AUC ` +
      `${over.roc_auc.mean.toFixed(3)} ± ${over.roc_auc.spread!.toFixed(3)}.`;
  return `  ${name}: ${words.join("; ")}; prevalence Brier ${
    prevalence?.brier.toFixed(3)
  }.${dates}`;
}

function spendInWords(name: string, task: RegressionTask | NoResult, currency?: string): string {
  if (!("models" in task)) return skipped(name, task);
  const errors = task.models.map(({ model, mae }) =>
    `${named(model, model === task.chosen_then)} ${formatMoney(mae, currency)}`
  );
  return `  ${name}, mean absolute error per customer: ${errors.join(", ")}.`;
}

type Ranked = Scored & { readonly [score: string]: unknown };

function ranked(
  name: string,
  task: { chosen: string; models: readonly Scored[] } | NoResult,
): string {
  if (!("models" in task)) return skipped(name, task);
  const words = (task.models as readonly Ranked[]).map(({ model, baseline, ...scores }) =>
    `${baseline ? `${formatName(model)} (baseline)` : named(model, model === task.chosen)} ${
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
  const lifetime = resultOf(run.lifetime);
  if (!lifetime) return `  Lifetime value: ${reasonOf(run.lifetime)}`;
  const { purchases, horizonDays, warnings } = lifetime;
  return [
    `  Lifetime value: ${formatName(purchases.chosen.kind)} and Gamma-Gamma over the next ` +
    `${countOf(horizonDays, "day")}.`,
    ...warnings,
  ].join(" ");
}

/** A model, and whether it was selected before the test. */
function named(model: string, selected: boolean): string {
  return `${formatName(model)}${selected ? " (selected)" : ""}`;
}

function skipped(name: string, { kind, reason }: NoResult): string {
  const prefix = kind === "failed" || reason.startsWith("Not enough data")
    ? ""
    : "not enough data: ";
  return `  ${name}: ${prefix}${reason}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
