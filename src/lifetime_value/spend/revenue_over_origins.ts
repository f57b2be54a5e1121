import { type MeanAndSd, meanAndSd, modelsOverOrigins } from "../../backtest/over_origins.ts";
import { mean } from "../../numeric/sums.ts";
import type { SpendScores } from "./spend_scores.ts";
import type { TotalInterval } from "./total_interval.ts";

/** Scores of the forecasts on one test date; selected and fitted on what was known then. */
export interface RevenueOrigin {
  /** ISO date of the snapshot measured on. */
  readonly tested_as_of: string;
  /** ISO dates of the snapshots learned from, the latest first. */
  readonly fitted_as_of: readonly string[];
  readonly customers: number;
  readonly actual_total: number;
  /** The family that was selected for that date, and why. */
  readonly selected: string;
  readonly selection_reason: string;
  /** Share of customers whose spend lay within the 80 % interval. */
  readonly interval_coverage: number;
  /** The chosen model's total, with the range that holds 80 %. */
  readonly total: TotalInterval;
  readonly models: readonly SpendScores[];
}

/** Mean of one model over the test dates, and the deviation of the error. */
export interface RevenueOverOrigins {
  readonly model: string;
  readonly baseline: boolean;
  readonly origins: number;
  readonly mae: MeanAndSd;
  readonly top_decile_capture: number | null;
}

/**
 * Averages how each model did over the test dates.
 *
 * @param origins Test dates, at least one; models are those of the last.
 * @returns One row per model, in its order; the spread is the sample's standard deviation.
 */
export function revenueOverOrigins(
  origins: readonly Pick<RevenueOrigin, "models">[],
): RevenueOverOrigins[] {
  return modelsOverOrigins(origins).map(({ model, baseline, measured }) => {
    const captures = measured.flatMap(({ top_decile_capture: capture }) => capture ?? []);
    return {
      model,
      baseline,
      origins: measured.length,
      mae: meanAndSd(measured.map(({ mae }) => mae)),
      top_decile_capture: captures.length > 0 ? mean(captures) : null,
    };
  });
}
