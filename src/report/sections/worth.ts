import { formatMoney } from "../../words/money.ts";
import { countOf, formatPercent } from "../../words/numbers.ts";
import { formatDate } from "../../words/dates.ts";
import { featureImportanceFigure } from "../../figures/models/feature_importance.ts";
import { predictedActualFigure } from "../../figures/models/predicted_actual.ts";
import { showFigure } from "../show_figure.ts";
import { choiceInWords } from "../choice_in_words.ts";
import { heldOutPurchases } from "../held_out_purchases.ts";
import { html, type Markup } from "../html.ts";
import { leaderboard } from "../leaderboard.ts";
import { taskInWords } from "../task_in_words.ts";
import type { RegressionTask, ReportInput } from "../report_input.ts";
import { section } from "../section.ts";
import { purchaseFigures } from "../purchase_figures.ts";
import { table } from "../table.ts";
import { TASK_NAMES } from "../task_names.ts";

/**
 * Writes what the customers are worth: the leaderboard for revenue, predicted beside actual
 * revenue, and importance.
 *
 * @param input Everything that the report shows.
 * @returns A section with tables and charts.
 *
 * @example
 * ```ts
 * import { emptyReportInput } from "../empty_report_input.ts";
 * import { worth } from "./worth.ts";
 * import { assert } from "@std/assert";
 *
 * assert(worth(emptyReportInput("A shop", "2011-12-10")).markup.includes("not measured"));
 * ```
 */
export function worth(input: ReportInput): Markup {
  const { currency, metrics } = input;
  const task = metrics.tasks.revenue;
  const { caption } = TASK_NAMES.find((entry) => entry.key === "revenue")!;
  const purchases = [
    heldOutPurchases(metrics.tasks.repeat_purchases),
    ...purchaseFigures({
      purchases: input.purchases,
      heldOut: metrics.tasks.repeat_purchases,
      horizonDays: metrics.horizon_days,
    }),
  ];
  const board = leaderboard(caption(metrics.horizon_days), task, currency);
  return section(
    "worth",
    "What they are worth",
    "Expected revenue per customer: a few spend most of it, so the order of the customers matters as " +
      "much as the amounts.",
    task?.kind !== "regression" || task.models.length === 0 ? [board, ...purchases] : [
      html`
        <div
          class="panel"><p>${taskInWords(task, currency).sentence} Measured on ${countOf(
            task.customers,
            "customer",
          )}.</p>${board}${choiceInWords(task)}${coverageTable(task, currency)}</div>
      `,
      showFigure(predictedActualFigure(input.revenueDeciles, {
        title: `Predicted and actual revenue per customer in ${
          countOf(metrics.horizon_days, "day")
        }`,
        currency,
      })),
      showFigure(featureImportanceFigure(input.importance.revenue, {
        title: "Feature importance of the revenue model",
      })),
      ...purchases,
    ],
  );
}

/** Whether the ranges held what came, date by date. */
function coverageTable({ origins = [] }: RegressionTask, currency?: string): Markup | null {
  if (origins.length === 0) return null;
  return table(
    "Ranges that should hold 80 %, on each test date",
    [
      { label: "test date", text: true },
      { label: "customers within theirs" },
      { label: "total expected" },
      { label: "its range", text: true },
      { label: "total that came" },
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
