import { latestWithin } from "../../backtest/backtest_limits.ts";
import type { DataFrame } from "nodejs-polars";
import { CORE_FEATURES } from "../../customers/features/feature_sets.ts";
import { featureMatrix } from "../../customers/features/feature_matrix.ts";
import {
  fitPoissonRegression,
  type PoissonRegressionModel,
  predictPoissonRegression,
} from "../../learning/linear/poisson_regression.ts";
import {
  fitRandomForestRegressor,
  predictRandomForestRegressor,
  type RandomForestRegressorModel,
} from "../../learning/trees/random_forest_regressor.ts";
import {
  fitRidgeRegression,
  predictRidgeRegression,
  type RidgeRegressionModel,
} from "../../learning/linear/ridge_regression.ts";
import {
  fitStandardScaler,
  type StandardScalerModel,
  transformStandardScaler,
} from "../../learning/preparation/standard_scaler.ts";
import type { Matrix } from "../../numeric/matrix.ts";

/** Families of regressions that predict spend from features. */
export type SpendFamily = "poisson_regression" | "ridge_regression" | "random_forest";

/** A family and what is to be set before it is fitted. */
export interface SpendPlan {
  readonly family: SpendFamily;
  /** Penalty of a regression. */
  readonly l2?: number;
  /** Customers in a leaf of a tree at least. */
  readonly minimumLeafSize?: number;
  /** Whether only the latest snapshot is learned from: fewer rows, but of the nearest season. */
  readonly latestOnly?: boolean;
}

/** Customers at a snapshot and what they spent in the horizon after it. */
export interface SpendSnapshot {
  readonly asOf: string;
  readonly features: DataFrame;
  /** One amount per customer. */
  readonly spend: Float64Array;
}

/** A fitted model of spend in the horizon: a plain object that can be written as JSON. */
export interface SpendModel {
  readonly plan: SpendPlan;
  readonly features: readonly string[];
  /** Of log(1 + feature); regressions only. */
  readonly scaler: StandardScalerModel | null;
  readonly estimator: PoissonRegressionModel | RidgeRegressionModel | RandomForestRegressorModel;
  /** Mean spend of the past, the unit of the estimator; for ridge, what turns medians into means. */
  readonly unit: number;
  /** No customer is expected to spend more than anyone was in the past. */
  readonly most: number;
}

/** Options of {@linkcode fitSpendModel}. */
export interface FitSpendOptions {
  readonly seed?: number;
  /** Trees of a forest; default 100. */
  readonly trees?: number;
}

/** What spend is told from; the last where the snapshots have it, see `withPurchasesTimesSpend`. */
const SPEND_FEATURES: readonly string[] = [...CORE_FEATURES, "purchases_times_spend"];

/**
 * Fits a model of what customers spend in the horizon to one or more snapshots.
 *
 * The regressions see log(1 + x) of every feature, standardised. Poisson regression tells the mean of
 * an amount that is often 0; ridge regression the mean of log(1 + spend), scaled so that the past's
 * total is met; the forest the mean as it is.
 *
 * @param plan What to fit.
 * @param snapshots Customers with outcomes, the latest first; older ones are left out above 15,000
 * rows.
 * @param options See {@linkcode FitSpendOptions}.
 * @returns The model.
 * @throws {RangeError} If there is no snapshot, or nobody spent anything.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { CORE_FEATURES } from "../../customers/features/feature_sets.ts";
 * import { fitSpendModel, predictSpend } from "./spend_model.ts";
 * import { assert } from "@std/assert";
 *
 * const features = pl.DataFrame(
 *   Object.fromEntries(CORE_FEATURES.map((name, j) => [name, [j, j + 1, j + 2, 9]])),
 * );
 * const snapshot = { asOf: "2024-05-01", features, spend: Float64Array.of(0, 10, 20, 90) };
 * const model = fitSpendModel({ family: "poisson_regression", l2: 0.1 }, [snapshot]);
 * assert(predictSpend(model, features).every((amount) => amount >= 0));
 * ```
 */
export function fitSpendModel(
  plan: SpendPlan,
  snapshots: readonly SpendSnapshot[],
  options: FitSpendOptions = {},
): SpendModel {
  if (snapshots.length === 0) throw new RangeError("Fitting a spend model: no snapshot is given.");
  const { seed = 42, trees = 100 } = options;
  const kept = plan.latestOnly
    ? snapshots.slice(0, 1)
    : latestWithin(snapshots, ({ spend }) => spend.length);
  const known = SPEND_FEATURES.filter((name) =>
    kept.every(({ features }) => features.columns.includes(name)) ||
    name !== "purchases_times_spend"
  );
  const raw = stacked(kept.map(({ features }) => featureMatrix(features, known)));
  const spend = Float64Array.from(kept.flatMap(({ spend }) => [...spend]));
  const mean = spend.reduce((sum, amount) => sum + amount, 0) / spend.length;
  if (mean === 0) throw new RangeError("Fitting a spend model: nobody spent anything.");
  const common = { plan, features: known };
  if (plan.family === "random_forest") {
    const estimator = fitRandomForestRegressor(raw, spend, {
      seed,
      trees,
      minimumLeafSize: plan.minimumLeafSize ?? 10,
      maxFeatures: "third",
    });
    return { ...common, scaler: null, estimator, unit: 1, most: Number.MAX_VALUE };
  }
  const logs = logarithms(raw);
  const scaler = fitStandardScaler(logs);
  const X = transformStandardScaler(scaler, logs);
  if (plan.family === "poisson_regression") {
    const relative = spend.map((amount) => amount / mean);
    const estimator = fitPoissonRegression(X, relative, { l2: plan.l2 ?? 0.01 });
    const most = largest(predictPoissonRegression(estimator, X)) * mean;
    return { ...common, scaler, estimator, unit: mean, most };
  }
  const estimator = fitRidgeRegression(X, spend.map(Math.log1p), { l2: plan.l2 ?? 1 });
  const medians = amountsOf(predictRidgeRegression(estimator, X));
  const unit = mean * spend.length / medians.reduce((sum, amount) => sum + amount, 0);
  return { ...common, scaler, estimator, unit, most: largest(medians) * unit };
}

/**
 * Applies a model of spend to customers.
 *
 * @param model See {@linkcode fitSpendModel}.
 * @param customers Features, one row per customer.
 * @returns Expected spend in the horizon, never negative.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { predictSpend, type SpendModel } from "./spend_model.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model: SpendModel = {
 *   plan: { family: "poisson_regression" }, features: ["frequency"],
 *   scaler: { kind: "standard_scaler", means: [0], scales: [1] }, unit: 50, most: 100,
 *   estimator: { kind: "poisson_regression", coefficients: [1], intercept: 0, converged: true },
 * };
 * // 50 · (1 + frequency), but no more than anyone before.
 * const customers = pl.DataFrame({ frequency: [0, 0.5, 9] });
 * assertEquals([...predictSpend(model, customers)].map(Math.round), [50, 75, 100]);
 * ```
 */
export function predictSpend(model: SpendModel, customers: DataFrame): Float64Array {
  const { features, scaler, estimator, unit, most } = model;
  const raw = featureMatrix(customers, features);
  if (estimator.kind === "random_forest_regressor") {
    return predictRandomForestRegressor(estimator, raw).map((amount) => Math.max(0, amount));
  }
  const X = transformStandardScaler(scaler!, logarithms(raw));
  const amounts = estimator.kind === "poisson_regression"
    ? predictPoissonRegression(estimator, X)
    : amountsOf(predictRidgeRegression(estimator, X));
  return amounts.map((amount) => Math.min(most, amount * unit));
}

function stacked(parts: readonly Matrix[]): Matrix {
  const [{ columns }] = parts;
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const values = new Float64Array(rows * columns);
  let at = 0;
  for (const part of parts) {
    values.set(part.values, at);
    at += part.values.length;
  }
  return { rows, columns, values };
}

function logarithms(X: Matrix): Matrix {
  return { ...X, values: X.values.map(Math.log1p) };
}

function amountsOf(logs: Float64Array): Float64Array {
  return logs.map((log) => Math.max(0, Math.expm1(log)));
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
