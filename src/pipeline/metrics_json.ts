import type { RevenueForecast } from "../forecast/forecast_revenue.ts";
import type { ExpectedRevenue } from "../lifetime_value/spend/expected_revenue.ts";
import type { ClassificationTask as TaskName } from "../prediction/selection/classification_tasks.ts";
import { type PredictionTask, predictionTask } from "../prediction/predict_customers.ts";
import type { RankingTask } from "../recommendation/selection/evaluate_recommendations.ts";
import { discoverName } from "../recommendation/selection/recommendation_plan.ts";
import type { ClassificationScores } from "../prediction/selection/classification_leaderboard.ts";
import type { OriginScores, OverOrigins } from "../prediction/selection/over_origins.ts";
import { addDays } from "../frames/days.ts";
import {
  type Attempt,
  attempted,
  describedAttempt,
  type NoResult,
  resultOf,
} from "../frames/attempt.ts";
import type { Decision } from "../prediction/targeting/decide.ts";
import type { PurchaseBacktest } from "../lifetime_value/purchase_backtest.ts";
import type { BusinessForecast } from "../forecast/forecast_business.ts";
import type { StagesRun } from "./stages.ts";

/** The content of `metrics.json`: every model on the later period only, beside naive baselines. */
export interface Metrics {
  /** ISO date of the latest snapshot that the measured models learned from. */
  readonly fitted_as_of: string;
  /** ISO date of the later snapshot, on whose outcomes they were measured. */
  readonly tested_as_of: string;
  readonly horizon_days: number;
  readonly tasks: {
    readonly churn: ClassificationTask | NoResult;
    readonly high_spend: ClassificationTask | NoResult;
    readonly revenue: RegressionTask | NoResult;
    readonly repeat_purchases: PurchaseTask | NoResult;
    readonly revenue_forecast: ForecastTask | NoResult;
    readonly recommendation_new_items: OfferTask | NoResult;
    readonly recommendation_all_items: OfferTask | NoResult;
  };
  /** Whom to contact: today, and on the test date with what came of it. */
  readonly decision: ContactFigures | NoResult;
}

/**
 * How many to contact, from which churn probability on, what that should earn and what the same rule
 * would have earned.
 */
interface ContactFigures extends
  Pick<
    Decision,
    "as_of" | "horizon_days" | "assumptions" | "today" | "tested" | "by_success_rate"
  > {
  readonly kind: "decision";
}

/** Leaderboard of a yes-or-no question. */
export interface ClassificationTask {
  readonly kind: "classification";
  readonly customers: number;
  readonly positive_rate: number;
  /** Which model was selected for the test date, by periods before it, and why. */
  readonly selected: string;
  readonly selection_reason: string;
  /** Which of the models scores today's customers, and why. */
  readonly selected_today: string;
  readonly selection_reason_today: string;
  /** On the last test date. */
  readonly models: readonly ClassificationScores[];
  /** On every test date, the latest last. */
  readonly origins: readonly OriginScores[];
  /** Mean and standard deviation of each model over the test dates. */
  readonly over_origins: readonly OverOrigins[];
  /** Features too good to be true, one sentence each. */
  readonly leak_warnings: readonly string[];
}

/** Leaderboard of an amount. */
export interface RegressionTask extends
  Pick<
    ExpectedRevenue,
    | "customers"
    | "actual_total"
    | "interval_coverage"
    | "models"
    | "origins"
    | "over_origins"
    | "selected"
    | "selection_reason"
    | "selected_today"
    | "selection_reason_today"
  > {
  readonly kind: "regression";
  /** Today's total with the range that holds 80 %. */
  readonly total: ExpectedRevenue["total"];
}

/** Leaderboard of a number of purchases: the probability models on a period held out. */
export interface PurchaseTask extends Omit<PurchaseBacktest, "tracking" | "chosen" | "because"> {
  readonly kind: "purchases";
  /** Which model explained the purchases before best, and why. */
  readonly selected: string;
  readonly selection_reason: string;
}

/** The forecast of the business: every method at all past origins, in money per day. */
interface ForecastTask {
  readonly kind: "forecast";
  readonly chosen: string;
  readonly because: string;
  readonly methods: RevenueForecast["backtest"];
  readonly total: RevenueForecast["total"];
  readonly segments: RevenueForecast["segments"];
  /** By what customers' expected revenue was multiplied, and both sums; null where there is none. */
  readonly reconciliation: NonNullable<BusinessForecast["reconciliation"]> | null;
}

/** Leaderboard of an order of products: what was chosen before the test, and what ranks today's offers. */
export interface OfferTask extends RankingTask {
  readonly selected_today: string;
  readonly selection_reason_today: string;
}

/**
 * Collects how every model did on the later period.
 *
 * @returns The content of `metrics.json`.
 */
export function metricsJson(run: StagesRun): Metrics {
  const ranking = ranked(run.offers);
  return {
    ...measuredDates(run),
    horizon_days: run.horizon_days,
    tasks: {
      churn: describedAttempt(predicted(run, "churn"), classification),
      high_spend: describedAttempt(predicted(run, "high_spend"), classification),
      revenue: describedAttempt(run.revenue, regression),
      repeat_purchases: describedAttempt(run.held_out, heldOut),
      revenue_forecast: describedAttempt(run.forecast, forecasted),
      recommendation_new_items: describedAttempt(ranking, ({ tasks, plan: { discover } }) => ({
        ...tasks.recommendation_new_items,
        selected_today: discoverName(discover),
        selection_reason_today: discover.because,
      })),
      recommendation_all_items: describedAttempt(ranking, ({ tasks, plan: { rebuy } }) => ({
        ...tasks.recommendation_all_items,
        selected_today: rebuy.model,
        selection_reason_today: rebuy.because,
      })),
    },
    decision: describedAttempt(run.decision, decided),
  };
}

/** The dates of the predictions; where there are none, those that they would have had. */
function measuredDates({ predictions, as_of, horizon_days }: StagesRun) {
  const found = resultOf(predictions);
  return {
    fitted_as_of: found?.fitAsOf ?? addDays(as_of, -2 * horizon_days),
    tested_as_of: found?.testAsOf ?? addDays(as_of, -horizon_days),
  };
}

/** The measured tasks beside the plan of today's offers. */
function ranked(offers: StagesRun["offers"]) {
  if (offers.kind !== "result") return offers;
  const { evaluation, plan } = offers.result;
  return evaluation.kind === "result"
    ? { kind: "result" as const, result: { tasks: evaluation.result, plan } }
    : evaluation;
}

function predicted({ predictions }: StagesRun, name: TaskName): Attempt<PredictionTask> {
  return predictions.kind === "result"
    ? attempted(() => predictionTask(predictions.result, name))
    : predictions;
}

function classification(task: PredictionTask): ClassificationTask {
  const { customers, positive_rate, models } = task.comparison;
  return {
    kind: "classification",
    customers,
    positive_rate,
    selected: task.selected,
    selection_reason: task.selection_reason,
    selected_today: task.selected_today,
    selection_reason_today: task.selection_reason_today,
    models,
    origins: task.origins,
    over_origins: task.over_origins,
    leak_warnings: task.leak_warnings.map(({ sentence }) => sentence),
  };
}

/** The figures; what is said of single customers stands in the table of customers. */
function decided(decision: Decision): ContactFigures {
  const { as_of, horizon_days, assumptions, today, tested, by_success_rate } = decision;
  return { kind: "decision", as_of, horizon_days, assumptions, today, tested, by_success_rate };
}

function regression(revenue: ExpectedRevenue): RegressionTask {
  const { customers, actual_total, interval_coverage, models, origins, over_origins } = revenue;
  return {
    kind: "regression",
    customers,
    actual_total,
    interval_coverage,
    selected: revenue.selected,
    selection_reason: revenue.selection_reason,
    selected_today: revenue.selected_today,
    selection_reason_today: revenue.selection_reason_today,
    total: revenue.total,
    models,
    origins,
    over_origins,
  };
}

function heldOut({ tracking: _, chosen, because, ...figures }: PurchaseBacktest): PurchaseTask {
  return { kind: "purchases", ...figures, selected: chosen, selection_reason: because };
}

function forecasted({ forecast, reconciliation }: BusinessForecast): ForecastTask {
  const { method, because, backtest, total, segments } = forecast;
  return {
    kind: "forecast",
    chosen: method,
    because,
    methods: backtest,
    total,
    segments,
    reconciliation: reconciliation ?? null,
  };
}
