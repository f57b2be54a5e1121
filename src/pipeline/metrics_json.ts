import type { ExpectedRevenue } from "../lifetime_value/spend/expected_revenue.ts";
import type { ClassificationTask as TaskName } from "../prediction/selection/classification_tasks.ts";
import type { Comparison } from "../prediction/selection/compare_classifiers.ts";
import { type PredictionTask, predictionTask } from "../prediction/predict_customers.ts";
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
import type { RevenueForecast } from "../forecast/forecast_revenue.ts";
import type { Offers, OfferTask } from "./offer.ts";
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

/** What is written of each result: the rest is tables and models, which have files of their own. */
const WRITTEN = {
  comparison: ["customers", "positive_rate", "models"],
  classification: [
    "selected",
    "selection_reason",
    "selected_today",
    "selection_reason_today",
    "origins",
    "over_origins",
    "leak_warnings",
  ],
  regression: [
    "customers",
    "actual_total",
    "interval_coverage",
    "selected",
    "selection_reason",
    "selected_today",
    "selection_reason_today",
    "total",
    "models",
    "origins",
    "over_origins",
  ],
  forecast: ["selected", "selection_reason", "methods", "total", "segments"],
  decision: ["as_of", "horizon_days", "assumptions", "today", "tested", "by_success_rate"],
} as const;

type Written<Kind extends keyof typeof WRITTEN> = typeof WRITTEN[Kind][number];

/** Leaderboard of a yes-or-no question. */
export interface ClassificationTask
  extends Pick<Comparison, Written<"comparison">>, Pick<PredictionTask, Written<"classification">> {
  readonly kind: "classification";
}

/** Leaderboard of an amount. */
export interface RegressionTask extends Pick<ExpectedRevenue, Written<"regression">> {
  readonly kind: "regression";
}

/** Leaderboard of a number of purchases: the probability models on a period held out. */
export interface PurchaseTask extends Omit<PurchaseBacktest, "tracking"> {
  readonly kind: "purchases";
}

/** The forecast of the business: every method at all past origins, in money per day. */
export interface ForecastTask extends Pick<RevenueForecast, Written<"forecast">> {
  readonly kind: "forecast";
  /** By what customers' expected spend was multiplied, and both sums; null where there is none. */
  readonly reconciliation: NonNullable<BusinessForecast["reconciliation"]> | null;
}

/**
 * How many to contact, from which churn probability on, what that should earn and what the same rule
 * would have earned.
 */
interface ContactFigures extends Pick<Decision, Written<"decision">> {
  readonly kind: "decision";
}

/**
 * Collects how every model did on the later period.
 *
 * @returns The content of `metrics.json`.
 */
export function metricsJson(run: StagesRun): Metrics {
  const offered = measuredOffers(run);
  return {
    ...measuredDates(run),
    horizon_days: run.horizon_days,
    tasks: {
      churn: describedAttempt(predicted(run, "churn"), classification),
      high_spend: describedAttempt(predicted(run, "high_spend"), classification),
      revenue: describedAttempt(
        run.revenue,
        (found) => ({ kind: "regression", ...pick(found, WRITTEN.regression) }),
      ),
      repeat_purchases: describedAttempt(
        run.held_out,
        ({ tracking: _, ...found }) => ({ kind: "purchases", ...found }),
      ),
      revenue_forecast: describedAttempt(run.forecast, ({ forecast, reconciliation = null }) => (
        { kind: "forecast", ...pick(forecast, WRITTEN.forecast), reconciliation }
      )),
      recommendation_new_items: describedAttempt(
        offered,
        (tasks) => tasks.recommendation_new_items,
      ),
      recommendation_all_items: describedAttempt(
        offered,
        (tasks) => tasks.recommendation_all_items,
      ),
    },
    decision: describedAttempt(
      run.decision,
      (found) => ({ kind: "decision", ...pick(found, WRITTEN.decision) }),
    ),
  };
}

/** The dates of the predictions; where there are none, those that they would have had. */
function measuredDates({ predictions, as_of, horizon_days }: StagesRun) {
  const found = resultOf(predictions);
  return {
    fitted_as_of: found?.fitted_as_of ?? addDays(as_of, -2 * horizon_days),
    tested_as_of: found?.tested_as_of ?? addDays(as_of, -horizon_days),
  };
}

function measuredOffers({ offers }: StagesRun): Offers["evaluation"] {
  return offers.kind === "result" ? offers.result.evaluation : offers;
}

function predicted({ predictions }: StagesRun, name: TaskName): Attempt<PredictionTask> {
  return predictions.kind === "result"
    ? attempted(() => predictionTask(predictions.result, name))
    : predictions;
}

function classification(task: PredictionTask): ClassificationTask {
  return {
    kind: "classification",
    ...pick(task.comparison, WRITTEN.comparison),
    ...pick(task, WRITTEN.classification),
  };
}

/** Some fields of a result, in the order of their names. */
function pick<T, Name extends keyof T>(result: T, names: readonly Name[]): Pick<T, Name> {
  return Object.fromEntries(names.map((name) => [name, result[name]])) as Pick<T, Name>;
}
