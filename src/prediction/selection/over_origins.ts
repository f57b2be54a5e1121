import {
  type MeanAndSd,
  meanAndSd,
  type MeasuredModel,
  modelsOverOrigins,
} from "../../backtest/over_origins.ts";
import type { ClassificationScores } from "./classification_leaderboard.ts";

/** Scores of the models on one test date; fitted and selected on what was known then. */
export interface OriginScores {
  /** ISO dates of the snapshots learned from, the latest first. */
  readonly fitted_as_of: readonly string[];
  /** ISO date of the snapshot measured on. */
  readonly tested_as_of: string;
  readonly customers: number;
  readonly positive_rate: number;
  /** The family that was selected for that date. */
  readonly selected: string;
  readonly models: readonly OriginModel[];
}

/** One model on one test date. */
type OriginModel = Pick<
  ClassificationScores,
  "model" | "engine" | "baseline" | "roc_auc" | "brier"
>;

/** A model over all test dates. */
export interface OverOrigins extends MeasuredModel {
  /** Test dates on which it was measured. */
  readonly origins: number;
  readonly roc_auc: MeanAndSd;
  readonly brier: MeanAndSd;
}

/**
 * Sums up how models did over the test dates.
 *
 * @returns One row per model, in the order of the last date.
 */
export function overOrigins(origins: readonly OriginScores[]): OverOrigins[] {
  return modelsOverOrigins(origins).map(({ measured, ...model }) => ({
    ...model,
    origins: measured.length,
    roc_auc: meanAndSd(measured.map(({ roc_auc }) => roc_auc)),
    brier: meanAndSd(measured.map(({ brier }) => brier)),
  }));
}
