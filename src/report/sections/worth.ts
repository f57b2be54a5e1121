import pl from "nodejs-polars";
import { pareto } from "../../exploration/pareto.ts";
import { resultOf, resultOrReason } from "../../frames/attempt.ts";
import { purchaseMatrixAtMedianAge } from "../../lifetime_value/purchase_matrix.ts";
import { spendImportance } from "../../lifetime_value/spend/spend_importance.ts";
import type { RegressionTask } from "../../pipeline/metrics_json.ts";
import { formatMoney } from "../../words/money.ts";
import { countOf, formatPercent } from "../../words/numbers.ts";
import { formatDate } from "../../words/dates.ts";
import { featureImportanceFigure } from "../../figures/models/feature_importance.ts";
import { predictedActualFigure } from "../../figures/models/predicted_actual.ts";
import { showFigure } from "../parts/show_figure.ts";
import { choiceInWords } from "../in_words/choice_in_words.ts";
import { heldOutPurchases } from "./purchases/held_out_purchases.ts";
import { html, type Markup } from "../parts/html.ts";
import { leaderboard } from "../parts/leaderboard.ts";
import { taskInWords } from "../in_words/task_in_words.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import { section } from "../parts/section.ts";
import { purchaseFigures, type PurchasePictures } from "./purchases/purchase_figures.ts";
import { table } from "../parts/table.ts";
import { TASK_NAMES } from "../parts/task_names.ts";

/**
 * Writes what the customers are worth: the leaderboard for revenue, predicted beside actual
 * revenue, and importance.
 */
export function worth(run: RunResult): Markup {
  const { currency } = run;
  const metrics = resultOrReason(run.metrics);
  const revenue = resultOf(run.revenue);
  const task = metrics.tasks.revenue;
  const { caption } = TASK_NAMES.find((entry) => entry.key === "revenue")!;
  const purchases = [
    heldOutPurchases(metrics.tasks.repeat_purchases),
    ...purchaseFigures({
      purchases: purchasePictures(run),
      heldOut: metrics.tasks.repeat_purchases,
      horizonDays: metrics.horizon_days,
    }),
  ];
  const board = leaderboard(caption(metrics.horizon_days), task, currency);
  return section(
    "worth",
    "What they are worth",
    "Expected spend per customer. A few customers spend most, so their order matters as much as the " +
      "amounts.",
    task.kind !== "regression" || task.models.length === 0 ? [board, ...purchases] : [
      html`
        <div
          class="panel"><p>${taskInWords(task, currency).sentence} Measured on ${countOf(
            task.customers,
            "customer",
          )}.</p>${board}${choiceInWords(task)}${coverageTable(task, currency)}</div>
      `,
      showFigure(predictedActualFigure(revenue?.deciles ?? [], {
        title: `Predicted and actual spend per customer in ${countOf(metrics.horizon_days, "day")}`,
        currency,
      })),
      showFigure(featureImportanceFigure(revenue ? spendImportance(revenue.model) : [], {
        title: "Feature importance: expected spend",
      })),
      ...purchases,
    ],
  );
}

/** What today's purchase model says of histories as old as the middle one, and of values. */
function purchasePictures(run: RunResult): PurchasePictures | undefined {
  const lifetime = resultOf(run.lifetime);
  if (lifetime === undefined) return undefined;
  const { purchases: { chosen }, values } = lifetime;
  const value = values.select("customer_id", pl.col("lifetime_value").alias("revenue"));
  return {
    ...purchaseMatrixAtMedianAge(chosen, run.customers, run.horizon_days),
    model: chosen.kind,
    tracking: resultOf(run.held_out)?.tracking ?? [],
    value: pareto(value),
  };
}

/** Whether the ranges held what came, date by date. */
function coverageTable({ origins }: RegressionTask, currency?: string): Markup | null {
  if (origins.length === 0) return null;
  return table(
    "80 % intervals on each test date",
    [
      { label: "test date", text: true },
      { label: "customers inside theirs" },
      { label: "expected total" },
      { label: "80 % interval", text: true },
      { label: "actual total" },
    ],
    origins.map(({ tested_as_of, interval_coverage, actual_total, total }) => ({
      cells: [
        formatDate(tested_as_of),
        formatPercent(interval_coverage, 1),
        formatMoney(total.expected, currency),
        `${formatMoney(total.low, currency)} – ${formatMoney(total.high, currency)}`,
        formatMoney(actual_total, currency),
      ],
    })),
  );
}
