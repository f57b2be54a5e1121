import { mean, sum } from "../../numeric/sums.ts";
import pl, { type DataFrame } from "nodejs-polars";
import { FEWEST_CUSTOMERS } from "../../backtest/backtest_limits.ts";
import { horizonOutcomes } from "../../customers/outcomes/horizon_outcomes.ts";
import { NotEnoughDataError } from "../../frames/errors.ts";
import { rollingOrigins } from "../../backtest/rolling_origins.ts";
import type { SnapshotSource } from "../../customers/snapshot.ts";
import { textColumn } from "../../frames/columns.ts";
import { addDays } from "../../frames/days.ts";
import { type OutcomeIntervals, predictOutcomeIntervals } from "./outcome_intervals.ts";
import { type PreparedRevenue, prepareRevenue } from "./prepare_revenue.ts";
import { type RevenueDecile, revenueDeciles } from "./revenue_deciles.ts";
import {
  type RevenueOrigin,
  type RevenueOverOrigins,
  revenueOverOrigins,
} from "./revenue_over_origins.ts";
import { type SpendHistory, spendHistory } from "./spend_history.ts";
import { fitSpendModel, predictSpend, type SpendModel, type SpendPlan } from "./spend_model.ts";
import { type SpendScores, spendScores } from "./spend_scores.ts";
import { type TotalInterval, totalInterval } from "./total_interval.ts";
import { meanRates, withPurchasesTimesSpend } from "./with_purchases_times_spend.ts";

/** Options of {@linkcode expectedRevenue}. */
export interface ExpectedRevenueOptions {
  readonly asOf: string;
  readonly horizonDays: number;
  /** ISO date of the first purchase. */
  readonly firstDate: string;
  readonly seed?: number;
  /** Where features at an earlier date come from; computed here if not given. */
  readonly featuresAt?: (asOf: string) => DataFrame;
}

/** A model of spend and the spread of outcomes around its forecasts: what is saved. */
interface RevenueModel extends SpendModel {
  readonly kind: "revenue_model";
  readonly version: number;
  readonly intervals: OutcomeIntervals;
}

/** Spend in the horizon, forecast for every customer. */
export interface ExpectedRevenue {
  /** `expected_revenue, expected_revenue_low, expected_revenue_high`, one row per customer. */
  readonly values: DataFrame;
  readonly model: RevenueModel;
  /** The family that was selected for the latest test date, by periods before it, and why. */
  readonly selected: string;
  readonly selection_reason: string;
  /** The family that scores today's customers, and why. */
  readonly selected_today: string;
  readonly selection_reason_today: string;
  /** Today's total, with the range that holds 80 %. */
  readonly total: TotalInterval;
  /** Every test date, the latest last. */
  readonly origins: readonly RevenueOrigin[];
  readonly over_origins: readonly RevenueOverOrigins[];
  /** On the latest test date, of the chosen model: */
  readonly customers: number;
  readonly actual_total: number;
  readonly models: readonly SpendScores[];
  /** Mean over the test dates of the share within the 80 % interval. */
  readonly interval_coverage: number;
  /** Mean forecast and mean spend by tenth of customers, the highest forecasts first. */
  readonly deciles: readonly RevenueDecile[];
}

/** Versions of the saved form. */
const REVENUE_MODEL_VERSION = 3;

/**
 * Forecasts each customer's spend in the horizon, with a range that holds 80 % of the outcomes.
 *
 * Family and penalty are chosen on dates whose outcomes were known when a model is fitted, and so are
 * the ranges: outcomes of customers with similar forecasts, which were made a horizon earlier by a
 * model that did not know them. The same is done at up to three later dates and measured there, beside
 * what customers spent in the horizon before, their own mean rate, everyone's mean, and zero.
 *
 * @param source Purchases and returns.
 * @param customers Today's features, one row per customer.
 * @param options See {@linkcode ExpectedRevenueOptions}.
 * @returns The forecasts with intervals, and how such forecasts did on later periods.
 * @throws {NotEnoughDataError} If the file is too short, or has fewer than 50 customers or no spend in
 * the horizons to learn from.
 */
export function expectedRevenue(
  source: SnapshotSource,
  customers: DataFrame,
  options: ExpectedRevenueOptions,
): ExpectedRevenue {
  const { asOf, seed = 42 } = options;
  const history = spendHistory(source, options);
  const origins = rollingOrigins(options).filter(({ test }) =>
    history.at(test).spend.length >= FEWEST_CUSTOMERS && history.known(test).length > 0
  );
  if (origins.length === 0) {
    throw new NotEnoughDataError(
      `expected spend needs ${FEWEST_CUSTOMERS} customers, and spend, before its training and ` +
        `test dates.`,
    );
  }
  const prepared = (on: string) => prepareRevenue(history, on, options, seed);
  const tested = origins.map(({ test }) => measure(source, history, test, prepared(test), options));
  const last = tested[tested.length - 1];

  const today = prepared(asOf);
  const { features } = withPurchasesTimesSpend(
    customers,
    source.transactions,
    asOf,
    options.horizonDays,
  );
  const expected = predictSpend(today.model, features);
  const range = predictOutcomeIntervals(today.intervals, expected);
  const scores = tested.map(({ scores }) => scores);
  return {
    values: customers.select("customer_id").withColumns(
      pl.Series("expected_revenue", expected, pl.Float64),
      pl.Series("expected_revenue_low", range.low, pl.Float64),
      pl.Series("expected_revenue_high", range.high, pl.Float64),
    ),
    model: {
      kind: "revenue_model",
      version: REVENUE_MODEL_VERSION,
      ...today.model,
      intervals: today.intervals,
    },
    selected: last.scores.selected,
    selection_reason: last.scores.selection_reason,
    selected_today: today.choice.plan.family,
    selection_reason_today: today.choice.selection_reason,
    total: totalInterval(sum(expected), today.ratios),
    origins: scores,
    over_origins: revenueOverOrigins(scores),
    customers: last.scores.customers,
    actual_total: last.scores.actual_total,
    models: last.scores.models,
    interval_coverage: mean(scores.map(({ interval_coverage }) => interval_coverage)),
    deciles: revenueDeciles(last.forecast, history.at(last.scores.tested_as_of).spend),
  };
}

function measure(
  source: SnapshotSource,
  history: SpendHistory,
  date: string,
  { choice, past, model, intervals, ratios }: PreparedRevenue,
  { horizonDays, seed = 42 }: ExpectedRevenueOptions,
): { scores: RevenueOrigin; forecast: Float64Array } {
  const { features, spend, purchasesTimesSpend } = history.at(date);
  const forecast = predictSpend(model, features);
  const ofPlan = (plan: SpendPlan) =>
    plan === choice.plan ? forecast : predictSpend(fitSpendModel(plan, past, { seed }), features);
  const ids = textColumn(features, "customer_id");
  const before = horizonOutcomes(
    ids,
    source.transactions,
    addDays(date, -horizonDays),
    horizonDays,
  );
  const usual = mean(past.flatMap(({ spend }) => [...spend]));
  const own = { engine: "built-in", baseline: false };
  const rule = { engine: "rule", baseline: true };
  const sides = [
    ...choice.of_family.map((plan) => ({ ...own, model: plan.family, forecast: ofPlan(plan) })),
    ...(purchasesTimesSpend === null
      ? []
      : [{ ...own, model: "purchases_times_spend", forecast: purchasesTimesSpend }]),
    { ...rule, model: "last_period_spend", forecast: before.spend },
    { ...rule, model: "own_mean_rate", forecast: meanRates(features, horizonDays) },
    { ...rule, model: "mean_spend", forecast: new Float64Array(spend.length).fill(usual) },
    { ...rule, model: "zero", forecast: new Float64Array(spend.length) },
  ];
  const range = predictOutcomeIntervals(intervals, forecast);
  const within = spend.filter((amount, i) => amount >= range.low[i] && amount <= range.high[i]);
  return {
    forecast,
    scores: {
      tested_as_of: date,
      fitted_as_of: past.map(({ asOf }) => asOf),
      customers: spend.length,
      actual_total: sum(spend),
      selected: choice.plan.family,
      selection_reason: choice.selection_reason,
      interval_coverage: within.length / spend.length,
      total: totalInterval(sum(forecast), ratios),
      models: sides.map(({ forecast, ...name }) => spendScores(name, spend, forecast)),
    },
  };
}
