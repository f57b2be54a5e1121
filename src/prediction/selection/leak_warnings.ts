import type { DataFrame } from "nodejs-polars";
import { rocAuc } from "../../metrics/classification.ts";
import { numberColumn } from "../../frames/columns.ts";

/** A feature that tells the classes apart almost alone, as hardly anything known beforehand can. */
export interface LeakWarning {
  readonly feature: string;
  /** ROC AUC of the feature alone, in whichever direction is better. */
  readonly roc_auc: number;
  /** What to make of it. */
  readonly sentence: string;
}

/** Options of {@linkcode leakWarnings}. */
export interface LeakWarningOptions {
  /** Columns to judge. Default: all that hold numbers. */
  readonly features?: readonly string[];
  /** ROC AUC above which a single feature is suspected. Default .98. */
  readonly above?: number;
  /** What is predicted, in words. Default "the label". */
  readonly label?: string;
}

/** With fewer customers of a kind, some feature is nearly perfect by chance. */
const FEWEST_OF_A_KIND = 5;

/**
 * Suspects every single feature that tells the classes apart almost perfectly.
 *
 * Such a feature nearly always knows the outcome: "churned" defined as a recency above 90 days, with
 * recency among the features, is the best known example. Source: Kaufman, Rosset & Perlich,
 * "Leakage in Data Mining" (2011), on exploratory search for leaks.
 *
 * @param features One row per customer; values that are missing are left out of a feature's AUC.
 * @param labels 1 for customers to whom it happened, else 0.
 * @param options See {@linkcode LeakWarningOptions}.
 * @returns One warning per suspected feature, the most suspect first; none where there are fewer
 * than five customers of a kind.
 * @throws {TypeError} If there are not as many labels as customers.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { leakWarnings } from "./leak_warnings.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const recency_days = [1, 20, 45, 60, 88, 91, 95, 120, 200, 300];
 * const labels = Uint8Array.from(recency_days, (days) => Number(days > 90));
 * const [{ sentence }] = leakWarnings(pl.DataFrame({ recency_days }), labels, { label: "churn" });
 * assertEquals(
 *   sentence,
 *   "recency_days alone predicts churn with a ROC AUC of 1.000: it may know the outcome.",
 * );
 * ```
 */
export function leakWarnings(
  features: DataFrame,
  labels: Uint8Array,
  options: LeakWarningOptions = {},
): LeakWarning[] {
  const { above = 0.98, label = "the label" } = options;
  if (labels.length !== features.height) {
    throw new TypeError(
      `Looking for leaks: ${features.height} customers, but ${labels.length} labels.`,
    );
  }
  const names = options.features ?? features.columns.filter((name) => holdsNumbers(features, name));
  return names
    .map((feature) => ({ feature, roc_auc: aucOf(numberColumn(features, feature), labels) }))
    .filter(({ roc_auc }) => roc_auc > above)
    .sort((a, b) => b.roc_auc - a.roc_auc || (a.feature < b.feature ? -1 : 1))
    .map(({ feature, roc_auc }) => ({
      feature,
      roc_auc,
      sentence: `${feature} alone predicts ${label} with a ROC AUC of ${roc_auc.toFixed(3)}: ` +
        `it may know the outcome.`,
    }));
}

/** Where a feature is known: its AUC in the better direction; ½ where too few are. */
function aucOf(values: Float64Array, labels: Uint8Array): number {
  const known = [...values.keys()].filter((i) => Number.isFinite(values[i]));
  const truth = known.map((i) => labels[i]);
  const positives = truth.reduce((sum, one) => sum + one, 0);
  if (Math.min(positives, truth.length - positives) < FEWEST_OF_A_KIND) return 0.5;
  const auc = rocAuc(truth, known.map((i) => values[i]));
  return Math.max(auc, 1 - auc);
}

function holdsNumbers(features: DataFrame, name: string): boolean {
  const column = features.getColumn(name);
  return column.isNumeric() || column.isBoolean();
}
