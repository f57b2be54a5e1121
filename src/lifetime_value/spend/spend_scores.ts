import { mae, mse, r2, rmse, spearman, topCapture } from "../../metrics/regression.ts";

/** Scores of one forecast of spend on a later period. */
export interface SpendScores {
  readonly model: string;
  readonly engine: string;
  readonly baseline: boolean;
  /** On money, as are `mse`, `rmse` (amounts of money) and `mae`. */
  readonly r2: number;
  readonly mse: number;
  readonly rmse: number;
  readonly mae: number;
  /** On log(1 + spend). */
  readonly r2_log: number;
  readonly rmse_log: number;
  /** Sum of the forecasts, beside the actual sum of the task. */
  readonly total: number;
  /** Share of what was spent that the tenth with the highest forecasts spent; null if nothing was. */
  readonly top_decile_capture: number | null;
  /** Spearman's; null where all forecasts are equal. */
  readonly rank_correlation: number | null;
}

/** Measures a forecast of spend. */
export function spendScores(
  name: Pick<SpendScores, "model" | "engine" | "baseline">,
  actual: Float64Array,
  forecast: Float64Array,
): SpendScores {
  const [logActual, logForecast] = [actual, forecast].map((amounts) => amounts.map(Math.log1p));
  return {
    ...name,
    r2: r2(actual, forecast),
    mse: mse(actual, forecast),
    rmse: rmse(actual, forecast),
    mae: mae(actual, forecast),
    r2_log: r2(logActual, logForecast),
    rmse_log: rmse(logActual, logForecast),
    total: forecast.reduce((sum, amount) => sum + amount, 0),
    top_decile_capture: orNull(topCapture(actual, forecast)),
    rank_correlation: orNull(spearman(actual, forecast)),
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
