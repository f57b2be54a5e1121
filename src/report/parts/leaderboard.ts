import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatName } from "../../words/model_names.ts";
import { type NoResult, noResultInWords } from "../../frames/attempt.ts";
import { bestModel, isChosen, type NamedModel } from "../../figures/models/best_model.ts";
import { html, type Markup } from "./html.ts";
import type { ShownClassification, ShownRanking, ShownRegression } from "./shown_tasks.ts";
import { formatMoney } from "../../words/money.ts";
import { table } from "./table.ts";

/** What every line of a leaderboard has. */
interface ShownModel extends NamedModel {
  /** What the engine could not do as asked, in sentences. */
  readonly notes?: readonly string[];
}

/** One measure of a leaderboard: its heading, and how its values are written. */
interface MeasureColumn<Model> {
  readonly label: string;
  readonly write: (model: Model) => string;
}

/**
 * Writes the leaderboard of a task: its models from best to worst, baselines marked.
 *
 * @returns A table; a sentence where nothing was measured.
 */
export function leaderboard(
  caption: string,
  task: ShownClassification | ShownRegression | ShownRanking | NoResult,
  currency?: string,
): Markup {
  switch (task.kind) {
    case "classification":
      return board(caption, task.models, "roc_auc", "more", [
        { label: "ROC AUC (95 %)", write: withInterval },
        { label: "PR AUC", write: (m) => formatNumber(m.pr_auc, 3) },
        { label: "Brier score", write: (m) => formatNumber(m.brier, 3) },
        { label: "log loss", write: (m) => formatNumber(m.log_loss, 3) },
        { label: "calibration error", write: (m) => formatNumber(m.calibration_error, 3) },
        { label: "accuracy", write: (m) => formatPercent(m.accuracy, 1) },
        { label: "precision", write: (m) => formatPercent(m.precision, 1) },
        { label: "recall", write: (m) => formatPercent(m.recall, 1) },
        { label: "F1", write: (m) => formatNumber(m.f1, 3) },
      ], task.selected);
    case "regression":
      return board(caption, task.models, "mae", "less", [
        { label: "mean absolute error", write: (m) => formatMoney(m.mae, currency) },
        {
          label: "root mean squared error",
          write: (m) => formatMoney(Number.isFinite(m.mse) ? Math.sqrt(m.mse!) : null, currency),
        },
        { label: "R²", write: (m) => formatNumber(m.r2, 3) },
        { label: "spend of the top tenth", write: (m) => formatPercent(m.top_decile_capture, 1) },
        { label: "rank correlation", write: (m) => formatNumber(m.rank_correlation, 3) },
      ], task.selected);
    case "ranking":
      return board(caption, task.models, "ndcg_at_10", "more", [
        {
          label: "NDCG at 10 (95 %)",
          write: (m) => between(m.ndcg_at_10, m.intervals?.ndcg_at_10),
        },
        { label: "hit rate at 10", write: (m) => formatPercent(m.hit_rate_at_10, 1) },
        { label: "recall at 10", write: (m) => formatPercent(m.recall_at_10, 1) },
        { label: "MAP at 10", write: (m) => formatNumber(m.map_at_10, 3) },
        { label: "catalogue coverage", write: (m) => formatPercent(m.coverage_at_10, 1) },
      ], task.selected);
    default:
      return html`<p class="missing">${caption}. ${noResultInWords(task)}</p>`;
  }
}

function board<
  Model extends ShownModel,
>(
  caption: string,
  models: readonly Model[],
  measure: keyof Model,
  better: "more" | "less",
  columns: readonly MeasureColumn<Model>[],
  chosen?: string,
): Markup {
  const value = (model: Model) =>
    Number.isFinite(model[measure])
      ? Number(model[measure]) * (better === "more" ? -1 : 1)
      : Infinity;
  const sorted = [...models].sort((a, b) => value(a) === value(b) ? 0 : value(a) - value(b));
  const { best } = bestModel(models, measure, better);
  // The engine is named only where the same model ran on several.
  const engines = new Set(models.filter((model) => !model.baseline).map((model) => model.engine));
  const marks = (model: Model) => [
    !model.baseline && engines.size > 1 && model.engine
      ? html`
        <span class="engine">${model.engine}</span>
      `
      : null,
    model.baseline ? html`<span class="tag">baseline</span>` : null,
    model === best ? html`<span class="tag best">best</span>` : null,
    isChosen(model, chosen) ? html`<span class="tag">selected</span>` : null,
  ];
  const rows = table(
    caption,
    [{ label: "model", text: true }, ...columns],
    sorted.map((model) => ({
      kind: model === best ? "best" : model.baseline ? "baseline" : undefined,
      cells: [
        html`${formatName(model.model)} ${marks(model)}`,
        ...columns.map((column) => column.write(model)),
      ],
    })),
  );
  return html`${rows}${notesOf(sorted)}`;
}

function withInterval({ roc_auc, intervals }: ShownClassification["models"][number]): string {
  return between(roc_auc, intervals?.roc_auc);
}

function between(
  measured: number | null | undefined,
  interval: { readonly low: number; readonly high: number } | undefined,
): string {
  const value = formatNumber(measured, 3);
  if (interval === undefined || interval.low === interval.high) return value;
  return `${value} (${formatNumber(interval.low, 3)}–${formatNumber(interval.high, 3)})`;
}

/** What an engine could not do as asked stands below the table that compares it. */
function notesOf(models: readonly ShownModel[]): Markup | null {
  const noted = models.filter(({ notes }) => notes && notes.length > 0);
  if (noted.length === 0) return null;
  const items = noted.map(({ model, engine, notes }) =>
    html`<li>${formatName(model)} of ${engine}: ${notes!.join(" ")}</li>`
  );
  return html`<ul class="notes">${items}</ul>`;
}
