import { MOST_PERIODS } from "../../backtest/backtest_limits.ts";
import { sum } from "../../numeric/sums.ts";
import {
  knownSnapshots,
  type RollingOriginsOptions,
  snapshotDates,
} from "../../backtest/rolling_origins.ts";
import { chooseSpendPlan } from "./choose_spend_plan.ts";
import { fitOutcomeIntervals, type OutcomeIntervals } from "./outcome_intervals.ts";
import type { SpendHistory } from "./spend_history.ts";
import { fitSpendModel, predictSpend, type SpendModel, type SpendSnapshot } from "./spend_model.ts";
import { totalInterval } from "./total_interval.ts";

/** Earlier dates that tell the spread. */
const MOST_SPREADS = 3;

/** Everything that can be known on a date: what to fit, fitted, and how far outcomes spread. */
export interface PreparedRevenue {
  readonly choice: ReturnType<typeof chooseSpendPlan>;
  readonly past: readonly SpendSnapshot[];
  readonly model: SpendModel;
  readonly intervals: OutcomeIntervals;
  /** Earlier totals over their forecasts. */
  readonly ratios: readonly number[];
}

/**
 * Chooses and fits a model of spend with what was known on a date, and the ranges around its forecasts
 * from those that such models made a horizon earlier.
 *
 * @param history What was known when, see `spendHistory`.
 * @param on ISO date.
 * @param options Where the file begins and ends, and the horizon.
 */
export function prepareRevenue(
  history: SpendHistory,
  on: string,
  options: RollingOriginsOptions,
  seed: number,
): PreparedRevenue {
  const past = history.known(on);
  const dates = snapshotDates(options);
  const trials = past.flatMap((later) => {
    const known = knownSnapshots(dates, later.asOf, options.horizonDays);
    const before = known.length > 0 ? history.known(later.asOf) : [];
    return before.length > 0 ? [{ past: before, later }] : [];
  });
  const choice = chooseSpendPlan(trials.slice(0, MOST_PERIODS), seed);
  const model = fitSpendModel(choice.plan, past, { seed });
  // Outcomes that no model had seen when it foretold them; without earlier dates, its own past.
  const foretold = trials.slice(0, MOST_SPREADS).map(({ past, later }) => ({
    forecast: predictSpend(fitSpendModel(choice.plan, past, { seed }), later.features),
    spend: later.spend,
  }));
  const compared = foretold.length > 0
    ? foretold
    : past.map(({ features, spend }) => ({ forecast: predictSpend(model, features), spend }));
  // How far a whole period may be off is one thing, how customers of a period differ another: the
  // first widens the intervals, the second is learned from forecasts brought to the period's total.
  const ratios = foretold.map(ratioOf);
  const factor = totalInterval(1, ratios).high;
  return {
    choice,
    past,
    model,
    intervals: fitOutcomeIntervals(
      Float64Array.from(compared.flatMap(({ forecast, spend }) => {
        const ratio = ratioOf({ forecast, spend });
        return [...forecast.map((amount) => amount * ratio)];
      })),
      Float64Array.from(compared.flatMap(({ spend }) => [...spend])),
      { levels: [1 / factor, 1, factor] },
    ),
    ratios,
  };
}

function ratioOf(
  { forecast, spend }: { readonly forecast: Float64Array; readonly spend: Float64Array },
): number {
  const expected = sum(forecast);
  return expected > 0 ? sum(spend) / expected : 1;
}
