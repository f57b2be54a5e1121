import { type BestModel, bestModel, chosenModel } from "../../figures/models/best_model.ts";
import { formatNumber } from "../../words/numbers.ts";
import { formatName } from "../../words/model_names.ts";
import { type NoResult, noResultInWords } from "../../frames/attempt.ts";
import type { ShownClassification, ShownRanking, ShownRegression } from "../parts/shown_tasks.ts";
import { capitalise } from "../../words/sentences.ts";
import { formatMoney } from "../../words/money.ts";

/** The outcome of a task: a key figure, and the sentence that goes with it. */
export interface TaskInWords {
  /** Best model's value of the main measure, written for people; a dash where there is none. */
  readonly figure: string;
  /** Name of that measure. */
  readonly measure: string;
  /** One sentence: the chosen model against the best baseline. */
  readonly sentence: string;
}

/**
 * Reads a leaderboard: the model that was chosen before the test, or the best where none was, beside
 * the best baseline.
 *
 * Yes-or-no questions are compared by the area under the ROC curve, amounts by the mean absolute
 * error, orders of products by NDCG at 10.
 */
export function taskInWords(
  task: ShownClassification | ShownRegression | ShownRanking | NoResult,
  currency?: string,
): TaskInWords {
  switch (task.kind) {
    case "classification": {
      const found = chosenModel(task.models, "roc_auc", "more", task.selected);
      return tell(found, "ROC AUC", "reaches a ROC AUC of", (m) => formatNumber(m.roc_auc, 3));
    }
    case "regression": {
      const found = chosenModel(task.models, "mae", "less", task.selected);
      const verb = "has a mean absolute error of";
      const reading = tell(found, "mean absolute error", verb, (m) => formatMoney(m.mae, currency));
      return { ...reading, sentence: reading.sentence + explained(task, found.best) };
    }
    case "ranking": {
      const found = chosenModel(task.models, "ndcg_at_10", "more", task.selected);
      return tell(found, "NDCG at 10", "reaches an NDCG of", (m) => formatNumber(m.ndcg_at_10, 3));
    }
    default:
      return { figure: "–", measure: "not measured", sentence: noResultInWords(task) };
  }
}

/** Absolute errors and explained variance may name different winners: then both are said. */
function explained(
  task: ShownRegression,
  best: ShownRegression["models"][number] | undefined,
): string {
  const { baseline } = bestModel(task.models, "r2", "more");
  const [own, other] = [best?.r2, baseline?.r2];
  if (typeof own !== "number" || typeof other !== "number" || own >= other) return "";
  return ` By R², a baseline is ahead (${formatName(baseline!.model)}, ${formatNumber(other, 3)} ` +
    `against ${formatNumber(own, 3)}).`;
}

function tell<Model extends { readonly model: string; readonly baseline: boolean }>(
  { best, baseline, beatsBaseline }: BestModel<Model>,
  measure: string,
  verb: string,
  write: (model: Model) => string,
): TaskInWords {
  if (best === undefined) {
    return { figure: "–", measure, sentence: "Not enough data: no model could be measured." };
  }
  const against = baseline === undefined
    ? ", with no baseline to compare with"
    : `, ${beatsBaseline ? "better" : "no better"} than the best baseline ` +
      `(${formatName(baseline.model)}, ${write(baseline)})`;
  return {
    figure: write(best),
    measure,
    sentence: `${capitalise(formatName(best.model))} ${verb} ${write(best)}${against}.`,
  };
}
