/** Scores of a classifier, and what scikit-learn says of them: see tests/fixtures/classification.py. */
export interface ScoredCase {
  readonly name: string;
  readonly truth: number[];
  readonly probabilities: number[];
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly roc_auc: number;
  readonly average_precision: number;
  readonly brier: number;
  readonly log_loss: number;
  readonly precision_recall: { precision: number[]; recall: number[]; thresholds: number[] };
  readonly calibration: {
    bins: number;
    strategy: "uniform" | "quantile";
    observed_rate: number[];
    mean_probability: number[];
    rows: number[];
    error: number;
  }[];
  readonly lift: { groups: number; customers: number[]; positives: number[] }[];
}

/** The cases, from scores without ties to one score for all. */
export function scoredCases(): ScoredCase[] {
  const path = new URL("../fixtures/classification_sklearn.json", import.meta.url);
  return JSON.parse(Deno.readTextFileSync(path)).scores;
}

/** The rows of a case in another order, the same at every call. */
export function reordered(values: readonly number[]): number[] {
  return values.map((_, i) => values[(i * 67 + 13) % values.length]);
}
