import type { ClassificationScores } from "./classification_leaderboard.ts";

/** How the models did on one test date; fitted and chosen on what was known then. */
export interface OriginScores {
  /** ISO dates of the snapshots learned from, the latest first. */
  readonly fitted_as_of: readonly string[];
  /** ISO date of the snapshot measured on. */
  readonly tested_as_of: string;
  readonly customers: number;
  readonly positive_rate: number;
  /** The family that would have scored then. */
  readonly chosen: string;
  readonly models: readonly OriginModel[];
}

/** One model on one test date. */
export type OriginModel = Pick<
  ClassificationScores,
  "model" | "engine" | "baseline" | "roc_auc" | "brier"
>;

/** Mean and sample standard deviation over test dates; no spread of a single one. */
export interface Spread {
  readonly mean: number;
  readonly spread: number | null;
}

/** A model over all test dates. */
export interface OverOrigins {
  readonly model: string;
  readonly engine: string;
  readonly baseline: boolean;
  /** Test dates on which it was measured. */
  readonly origins: number;
  readonly roc_auc: Spread;
  readonly brier: Spread;
}

/**
 * Sums up how models did over the test dates.
 *
 * Neighbouring dates share customers and part of their horizons, so the spread tells how much a
 * figure moves with the date, not how sure its mean is.
 *
 * @param origins One entry per test date.
 * @returns One row per model, in the order of the last date.
 *
 * @example
 * ```ts
 * import { overOrigins } from "./over_origins.ts";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const at = (tested_as_of: string, roc_auc: number) => ({
 *   fitted_as_of: [], tested_as_of, customers: 9, positive_rate: 0.5, chosen: "a",
 *   models: [{ model: "a", engine: "rule", baseline: true, roc_auc, brier: 0.2 }],
 * });
 * const [row] = overOrigins([at("2024-05-01", 0.7), at("2024-06-01", 0.8)]);
 * assertEquals([row.origins, row.brier.mean], [2, 0.2]);
 * assertAlmostEquals(row.roc_auc.spread!, 0.0707, 1e-4);
 * ```
 */
export function overOrigins(origins: readonly OriginScores[]): OverOrigins[] {
  const last = origins.at(-1)?.models ?? [];
  return last.map(({ model, engine, baseline }) => {
    const measured = origins.flatMap(({ models }) =>
      models.filter((other) => other.model === model && other.engine === engine)
    );
    return {
      model,
      engine,
      baseline,
      origins: measured.length,
      roc_auc: spreadOf(measured.map(({ roc_auc }) => roc_auc)),
      brier: spreadOf(measured.map(({ brier }) => brier)),
    };
  });
}

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : null };
}
