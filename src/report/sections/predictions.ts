import { resultOf, resultOrReason } from "../../frames/attempt.ts";
import type { Metrics } from "../../pipeline/metrics_json.ts";
import { countOf, formatPercent } from "../../words/numbers.ts";
import { formatDate } from "../../words/dates.ts";
import { calibrationFigure } from "../../figures/models/calibration.ts";
import { featureImportanceFigure } from "../../figures/models/feature_importance.ts";
import { gainsAndLiftFigure } from "../../figures/models/gains_and_lift.ts";
import { rocCurveFigure } from "../../figures/models/roc_curve.ts";
import { showFigure } from "../parts/show_figure.ts";
import { choiceInWords } from "../in_words/choice_in_words.ts";
import { html, type Markup } from "../parts/html.ts";
import { leaderboard } from "../parts/leaderboard.ts";
import { originsTable } from "../parts/origins_table.ts";
import { taskInWords } from "../in_words/task_in_words.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import { section } from "../parts/section.ts";
import { TASK_NAMES } from "../parts/task_names.ts";

/**
 * Writes what the customers will do: for churn and for high spend the leaderboard, ROC,
 * calibration, importance, gains and lift.
 */
export function predictions(run: RunResult): Markup {
  const metrics = resultOrReason(run.metrics);
  return section(
    "predictions",
    "What they will do",
    `Models were fitted on snapshots up to ${
      formatDate(metrics.fitted_as_of)
    }, whose outcomes were known by ${formatDate(metrics.tested_as_of)}, and tested on the ` +
      `${countOf(metrics.horizon_days, "day")} after that date.`,
    (["churn", "high_spend"] as const).map((key) => answer(run, metrics, key)),
  );
}

function answer(run: RunResult, metrics: Metrics, key: "churn" | "high_spend"): Markup {
  const task = metrics.tasks[key];
  const name = TASK_NAMES.find((entry) => entry.key === key)!;
  const caption = name.caption(metrics.horizon_days);
  if (task.kind !== "classification" || task.models.length === 0) {
    return html`<h3>${name.question}</h3>${leaderboard(caption, task)}`;
  }
  // Colours follow the leaderboard, so that a model keeps its colour on all charts of the task.
  const models = [...task.models].sort((a, b) => Number(a.baseline) - Number(b.baseline))
    .map((model) => model.model);
  const about = (title: string) => ({
    title: `${title}: ${key === "churn" ? "churn" : "high spend"}`,
    models,
  });
  const small = { small: true };
  const { comparison, importance = [] } = resultOf(run.predictions)?.tasks[key] ?? {};
  const rate = task.positive_rate === null
    ? ""
    : ` Observed rate: ${formatPercent(task.positive_rate, 1)} of ${
      countOf(task.customers, "customer")
    }.`;
  return html`<div class="panel"><h3>${name.question}</h3>
<p>${taskInWords(task).sentence}${rate}</p>
${leaderboard(caption, task)}
${choiceInWords(task)}
${originsTable(task)}</div>
<div class="row">${[
    showFigure(rocCurveFigure(comparison?.roc ?? [], about("ROC curve")), small),
    showFigure(calibrationFigure(comparison?.calibration ?? [], about("Calibration")), small),
    showFigure(featureImportanceFigure(importance, about("Feature importance")), small),
  ]}</div>
${showFigure(gainsAndLiftFigure(comparison?.lift ?? [], about("Cumulative gains and lift")))}`;
}
