import pl, { type DataFrame } from "nodejs-polars";
import { CORE_FEATURES } from "../customers/core_features.ts";
import { customerFeatures } from "../customers/customer_features.ts";
import { featureMatrix } from "../customers/feature_matrix.ts";
import { horizonOutcomes } from "../customers/horizon_outcomes.ts";
import { NotEnoughDataError } from "../customers/not_enough_data_error.ts";
import { type SnapshotSource, takeSnapshot } from "../customers/snapshot.ts";
import { addDays } from "../transactions/days.ts";
import { timeSplit } from "../customers/time_split.ts";
import {
  fitRandomForestRegressor,
  predictRandomForestRegressor,
  type RandomForestRegressorModel,
} from "../learning/random_forest_regressor.ts";
import { predictOutOfBag } from "../learning/random_forest.ts";
import { mae } from "../metrics/mae.ts";
import { mse } from "../metrics/mse.ts";
import { r2 } from "../metrics/r2.ts";
import { textColumn } from "../transactions/columns.ts";
import {
  fitOutcomeIntervals,
  type OutcomeIntervals,
  predictOutcomeIntervals,
} from "./outcome_intervals.ts";

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

/** How well one forecast of spend did on the later period. */
export interface RegressionScores {
  readonly model: string;
  readonly engine: string;
  readonly baseline: boolean;
  readonly r2: number;
  readonly mse: number;
  readonly mae: number;
  /** Sum of the forecasts, beside the actual sum of the task. */
  readonly total: number;
}

/** A forest and the spread of outcomes around its forecasts. */
export interface RevenueModel {
  readonly kind: "revenue_model";
  readonly features: readonly string[];
  readonly forest: RandomForestRegressorModel;
  readonly intervals: OutcomeIntervals;
}

/** Spend in the horizon, forecast for every customer. */
export interface ExpectedRevenue {
  /** `expected_revenue, expected_revenue_low, expected_revenue_high`, one row per customer. */
  readonly values: DataFrame;
  readonly model: RevenueModel;
  readonly customers: number;
  /** What the later customers really spent. */
  readonly actual_total: number;
  readonly models: readonly RegressionScores[];
  /** Share of later customers whose spend lay within the 80 % interval. */
  readonly interval_coverage: number;
  /** Mean forecast and mean spend by tenth of customers, the highest forecasts first. */
  readonly deciles: readonly { decile: number; predicted: number; actual: number }[];
}

interface Snapshot {
  readonly features: DataFrame;
  readonly spend: Float64Array;
}

const FEWEST_CUSTOMERS = 50;

/**
 * Forecasts each customer's spend in the horizon by a random forest on the snapshot's features.
 *
 * Fitted at one snapshot, measured one horizon later beside what customers spent in the horizon
 * before (the naive forecast), everyone's mean and zero; then fitted anew on the latest snapshot
 * with known outcomes. The interval holds 80 % of the outcomes of customers with similar forecasts,
 * taken from the trees that did not see them.
 *
 * @param source Purchases and returns.
 * @param customers Today's features, one row per customer.
 * @param options See {@linkcode ExpectedRevenueOptions}.
 * @returns The forecasts with intervals, and how such forecasts did on the later period.
 * @throws {NotEnoughDataError} If the file is too short or has fewer than 50 customers.
 */
export function expectedRevenue(
  source: SnapshotSource,
  customers: DataFrame,
  options: ExpectedRevenueOptions,
): ExpectedRevenue {
  const { asOf, horizonDays, firstDate, seed = 42 } = options;
  const { fitAsOf, testAsOf } = timeSplit(asOf, horizonDays, firstDate);
  const past = snapshotWithSpend(source, fitAsOf, horizonDays, options.featuresAt);
  const later = snapshotWithSpend(source, testAsOf, horizonDays, options.featuresAt);

  const tested = fitRevenueModel(past, seed);
  const forecast = predictRevenue(tested, later.features);
  const naive = spendBefore(source, later.features, testAsOf, horizonDays);
  const everyonesMean = mean(past.spend);
  const scores = (model: string, engine: string, predictions: Float64Array) => ({
    model,
    engine,
    baseline: engine === "rule",
    r2: r2(later.spend, predictions),
    mse: mse(later.spend, predictions),
    mae: mae(later.spend, predictions),
    total: sum(predictions),
  });
  const { low, high } = predictOutcomeIntervals(tested.intervals, forecast);
  const within = later.spend.filter((spend, i) => spend >= low[i] && spend <= high[i]).length;

  const model = fitRevenueModel(later, seed);
  const expected = predictRevenue(model, customers);
  const interval = predictOutcomeIntervals(model.intervals, expected);
  return {
    values: customers.select("customer_id").withColumns(
      pl.Series("expected_revenue", expected, pl.Float64),
      pl.Series("expected_revenue_low", interval.low, pl.Float64),
      pl.Series("expected_revenue_high", interval.high, pl.Float64),
    ),
    model,
    customers: later.spend.length,
    actual_total: sum(later.spend),
    models: [
      scores("random_forest", "typed-arrays", forecast),
      scores("last_period_spend", "rule", naive),
      scores("mean_spend", "rule", new Float64Array(later.spend.length).fill(everyonesMean)),
      scores("zero", "rule", new Float64Array(later.spend.length)),
    ],
    interval_coverage: within / later.spend.length,
    deciles: deciles(forecast, later.spend),
  };
}

/**
 * Applies a fitted revenue model to customers.
 *
 * @param model See {@linkcode expectedRevenue}.
 * @param customers Features, one row per customer.
 * @returns Expected spend in the horizon, never negative.
 */
export function predictRevenue(model: RevenueModel, customers: DataFrame): Float64Array {
  return predictRandomForestRegressor(model.forest, featureMatrix(customers, model.features))
    .map((value) => Math.max(0, value));
}

function fitRevenueModel({ features, spend }: Snapshot, seed: number): RevenueModel {
  const X = featureMatrix(features, CORE_FEATURES);
  const forest = fitRandomForestRegressor(X, spend, {
    seed,
    trees: 200,
    minimumLeafSize: 10,
    maxFeatures: "third",
  });
  return {
    kind: "revenue_model",
    features: CORE_FEATURES,
    forest,
    intervals: fitOutcomeIntervals(predictOutOfBag(forest, X), spend),
  };
}

function snapshotWithSpend(
  source: SnapshotSource,
  asOf: string,
  horizonDays: number,
  featuresAt = (date: string) => customerFeatures(takeSnapshot(source, date)),
): Snapshot {
  const features = featuresAt(asOf);
  if (features.height < FEWEST_CUSTOMERS) {
    throw new NotEnoughDataError(
      `Not enough data: ${features.height} customers before ${asOf}; a revenue forecast needs ` +
        `${FEWEST_CUSTOMERS}.`,
    );
  }
  const ids = textColumn(features, "customer_id");
  return { features, spend: horizonOutcomes(ids, source.transactions, asOf, horizonDays).spend };
}

/** The naive forecast: each customer spends again what they spent in the horizon before. */
function spendBefore(
  source: SnapshotSource,
  features: DataFrame,
  asOf: string,
  horizonDays: number,
): Float64Array {
  const ids = textColumn(features, "customer_id");
  const from = addDays(asOf, -horizonDays);
  return horizonOutcomes(ids, source.transactions, from, horizonDays).spend;
}

function deciles(predicted: Float64Array, actual: Float64Array) {
  const order = Array.from(predicted.keys()).sort((a, b) => predicted[b] - predicted[a] || a - b);
  return Array.from({ length: 10 }, (_, tenth) => {
    const from = Math.round((tenth * order.length) / 10);
    const members = order.slice(from, Math.round(((tenth + 1) * order.length) / 10));
    return {
      decile: tenth + 1,
      predicted: mean(Float64Array.from(members, (i) => predicted[i])),
      actual: mean(Float64Array.from(members, (i) => actual[i])),
    };
  });
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: Float64Array): number {
  return sum(values) / values.length;
}
