/** A forecast total with a range. */
export interface TotalInterval {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Earlier totals over their forecasts, the latest first. */
  readonly earlier_ratios: readonly number[];
}

/** What a shop's total does from one horizon to the next, before any is seen: a quarter up or down. */
const PRIOR_SPREAD = 0.25, PRIOR_WEIGHT = 3;
/** Quantile .9 of Student's t by degrees of freedom from 3 on; beyond, the normal one. */
const T_90 = [1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372], NORMAL_90 = 1.282;

/**
 * Puts a range around a forecast total, from how earlier totals came out against their forecasts.
 *
 * The logarithms of the ratios are taken as normal; their spread is mixed with a prior of a quarter
 * that counts as three of them, since few are ever known and neighbouring ones overlap. The forecast
 * itself is not shifted: whether errors of one season are those of the next is not known.
 *
 * @returns The range that holds 80 %, below and above the forecast by the same factor.
 */
export function totalInterval(expected: number, earlierRatios: readonly number[]): TotalInterval {
  const logs = earlierRatios.filter((ratio) => ratio > 0).map(Math.log);
  const squares = logs.reduce((sum, log) => sum + log * log, 0);
  const weight = PRIOR_WEIGHT + logs.length;
  const spread = Math.sqrt((squares + PRIOR_WEIGHT * PRIOR_SPREAD ** 2) / weight);
  const factor = Math.exp((T_90[weight - 3] ?? NORMAL_90) * spread);
  return {
    expected,
    low: expected / factor,
    high: expected * factor,
    earlier_ratios: earlierRatios,
  };
}
