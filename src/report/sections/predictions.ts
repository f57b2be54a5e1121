import { calibrationChart } from "../../figures/models/calibration_chart.ts";
import { featureImportanceChart } from "../../figures/models/feature_importance_chart.ts";
import { formatDate } from "../../words/dates.ts";
import { countOf, formatPercent } from "../../words/numbers.ts";
import { liftChart } from "../../figures/models/lift_chart.ts";
import { rocChart } from "../../figures/models/roc_chart.ts";
import { choiceInWords } from "../choice_in_words.ts";
import { figure } from "../figure.ts";
import { html, type Markup } from "../html.ts";
import { leaderboard } from "../leaderboard.ts";
import { originsTable } from "../origins_table.ts";
import { readCalibration } from "../read_calibration.ts";
import { readImportance } from "../read_importance.ts";
import { readLift } from "../read_lift.ts";
import { readRoc } from "../read_roc.ts";
import { readTask } from "../read_task.ts";
import type { ReportInput } from "../report_input.ts";
import { section } from "../section.ts";
import { TASK_NAMES } from "../task_names.ts";

/**
 * Writes what the customers will do: for churn and for high spend the leaderboard, ROC,
 * calibration, importance, gains and lift.
 *
 * @param input Everything that the report shows.
 * @returns A section with two tables and eight charts.
 *
 * @example
 * ```ts
 * import { emptyReportInput } from "../empty_report_input.ts";
 * import { predictions } from "./predictions.ts";
 * import { assert } from "@std/assert";
 *
 * const { markup } = predictions(emptyReportInput("A shop", "2011-12-10"));
 * assert(markup.includes("This was not measured in this run."));
 * ```
 */
export function predictions(input: ReportInput): Markup {
  const { metrics } = input;
  return section(
    "predictions",
    "What they will do",
    `Models learned from snapshots up to ${
      formatDate(metrics.fitted_as_of)
    }, whose outcomes were ` +
      `known by ${formatDate(metrics.tested_as_of)}, and were measured on the ` +
      `${countOf(metrics.horizon_days, "day")} after, which they had never seen.`,
    (["churn", "high_spend"] as const).map((key) => answer(input, key)),
  );
}

function answer(input: ReportInput, key: "churn" | "high_spend"): Markup {
  const task = input.metrics.tasks[key];
  const name = TASK_NAMES.find((entry) => entry.key === key)!;
  const caption = name.caption(input.metrics.horizon_days);
  if (task?.kind !== "classification" || task.models.length === 0) {
    return html`<h3>${name.question}</h3>${leaderboard(caption, task)}`;
  }
  // Colours follow the leaderboard, so that a model keeps its colour on all charts of the task.
  const models = [...task.models].sort((a, b) => Number(a.baseline) - Number(b.baseline))
    .map((model) => model.model);
  const chart = (title: string, width: number) => ({
    title: `${title}: ${key === "churn" ? "churn" : "high spend"}`,
    showTitle: false,
    width,
    models,
  });
  const t = {
    roc: "Hits against false alarms (ROC)",
    calibration: "Predicted against observed",
    importance: "What the model leans on",
    lift: "What the order of the customers is worth",
  };
  const rate = task.positive_rate === null
    ? ""
    : ` It happened to ${formatPercent(task.positive_rate, 1)} of ${
      countOf(task.customers, "customer")
    }.`;
  return html`<div class="panel"><h3>${name.question}</h3>
<p>${readTask(task).sentence}${rate}</p>
${leaderboard(caption, task)}
${choiceInWords(task)}
${originsTable(task)}</div>
<div class="row">${[
    figure(
      t.roc,
      (width) => rocChart(input.roc[key], chart(t.roc, width)),
      readRoc(input.roc[key]),
      { small: true },
    ),
    figure(
      t.calibration,
      (width) => calibrationChart(input.calibration[key], chart(t.calibration, width)),
      readCalibration(input.calibration[key]),
      { small: true },
    ),
    figure(
      t.importance,
      (width) => featureImportanceChart(input.importance[key], chart(t.importance, width)),
      readImportance(input.importance[key]),
      { small: true },
    ),
  ]}</div>
${
    figure(
      t.lift,
      (width) => liftChart(input.lift?.[key] ?? [], chart(t.lift, width)),
      readLift(input.lift?.[key] ?? []),
    )
  }`;
}
