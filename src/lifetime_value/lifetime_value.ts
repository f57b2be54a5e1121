import pl, { type DataFrame } from "nodejs-polars";
import { quantileSorted } from "../numeric/quantile.ts";
import { createRandom } from "../numeric/random/random.ts";
import { choosePurchaseModel, type PurchaseModelChoice } from "./models/choose_purchase_model.ts";
import { customerBase } from "./models/customer_base.ts";
import { expectedPurchases } from "./models/expected_purchases.ts";
import { expectedSpend, fitGammaGamma, type GammaGammaModel } from "./models/gamma_gamma.ts";
import { netShares } from "./net_shares.ts";
import { probabilityAlive } from "./models/probability_alive.ts";
import type { PurchaseModel } from "./models/purchase_model.ts";
import type { PurchaseTimes } from "./models/fitting/purchase_times.ts";
import { repeatPurchaseSummary } from "./repeat_purchase_summary.ts";
import { type CustomerHistory, simulateLifetimeValue } from "./simulate_lifetime_value.ts";
import { spendDiagnostics } from "./models/spend_diagnostics.ts";

/** Options of {@linkcode lifetimeValue}. */
export interface LifetimeValueOptions {
  /** How far to look ahead, in days; default 365. */
  readonly horizonDays?: number;
  /** Discount rate per year: .1 (default) makes money in a year worth 1 / 1.1 of today's. */
  readonly annualDiscountRate?: number;
  /** Share of net revenue that counts as value; default 1. */
  readonly margin?: number;
  /** Probability that the interval holds, in (0, 1); default .8. */
  readonly interval?: number;
  /** Futures drawn per customer for the interval; default 200. */
  readonly draws?: number;
  /** Seed of the draws; default 42. */
  readonly seed?: number;
  /** Return lines: `customer_id, invoice_date, unmatched_revenue`, see {@linkcode netShares}. */
  readonly returns?: DataFrame;
}

/** Result of {@linkcode lifetimeValue}. */
export interface LifetimeValues {
  /** How far the values look ahead, in days. */
  readonly horizon_days: number;
  /** One row per customer, sorted by `customer_id`. */
  readonly values: DataFrame;
  /** All purchase models, and which of them tells the purchases. */
  readonly purchases: PurchaseModelChoice;
  readonly gamma_gamma: GammaGammaModel;
  /** What the models cannot tell, in sentences. */
  readonly warnings: readonly string[];
}

const DAYS_PER_YEAR = 365;
const LONGEST_STEP_DAYS = 92;

/**
 * Estimates what each customer will be worth in the time to come.
 *
 * The value is the expected purchases (the purchase model that explains the past best, see
 * {@linkcode choosePurchaseModel}) times the expected spend per purchase (Gamma-Gamma), less what is
 * sent back (see {@linkcode netShares}), discounted, times the margin. The interval is taken from simulated futures of the customer
 * (see {@linkcode simulateLifetimeValue}): it speaks of what one customer may really spend, so a
 * customer who will probably buy nothing has an interval from 0 to 0 or to little, and the mean can
 * lie above it. Every customer has a random stream of their own, so the order of rows is no matter.
 *
 * @param transactions Kept transaction lines: `customer_id, invoice_date, revenue`, and `net_revenue`
 * where returns are known; in any order.
 * @param asOf ISO date: only lines before it count, and the time to come begins there.
 * @param options Horizon, discount, margin, interval and seed.
 * @returns `values` with `customer_id, probability_alive, expected_purchases` (in the horizon),
 * `lifetime_value, lifetime_value_low, lifetime_value_high` (amounts of money); the fitted
 * models; their warnings.
 * @throws {NotEnoughDataError} If there are fewer than 100 customers or 10 repeat buyers.
 * @throws {RangeError} If an option is out of range.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../frames/columns.ts";
 * import { lifetimeValue } from "./lifetime_value.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Customer i of 120 buys on day i and then every 20, 30 or 40 days, 1 to 5 times.
 * const purchases = Array.from({ length: 120 }, (_, i) => i).flatMap((i) =>
 *   Array.from({ length: 1 + i % 5 }, (_, n) => ({ i, day: i + n * [20, 30, 40][i % 3] }))
 * );
 * const { values } = lifetimeValue(pl.DataFrame({
 *   customer_id: purchases.map(({ i }) => `${1000 + i}`),
 *   invoice_date: dateSeries("invoice_date", Float64Array.from(purchases, (p) => p.day * 864e5)),
 *   revenue: purchases.map(({ i, day }) => 10 + i % 7 + day % 11),
 * }), "1970-12-01");
 * assertEquals(values.height, 120);
 * ```
 */
export function lifetimeValue(
  transactions: DataFrame,
  asOf: string,
  options: LifetimeValueOptions = {},
): LifetimeValues {
  const settings = checked(options);
  const base = customerBase(repeatPurchaseSummary(transactions, asOf));
  const { ids, repeatFrequency, lastPurchaseAge, age, meanRepeatSpend } = base;
  const purchases = choosePurchaseModel(base);
  const { chosen } = purchases;
  const gammaGamma = fitGammaGamma(repeatFrequency, meanRepeatSpend);
  const alive = probabilityAlive(chosen, repeatFrequency, lastPurchaseAge, age);
  const spend = expectedSpend(gammaGamma, repeatFrequency, meanRepeatSpend);
  const kept = netShares(transactions, asOf, ids, options.returns)
    .map((share) => share * settings.margin);
  const { expected, discounted } = discountedPurchases(chosen, base, settings);
  const value = discounted.map((count, i) => count * spend[i] * kept[i]);

  const low = new Float64Array(value.length);
  const high = new Float64Array(value.length);
  ids.forEach((id, i) => {
    const futures = simulateFutures(
      chosen,
      gammaGamma,
      {
        repeatFrequency: repeatFrequency[i],
        age: age[i],
        probabilityAlive: alive[i],
        meanRepeatSpend: meanRepeatSpend[i],
      },
      id,
      settings,
    );
    low[i] = quantileSorted(futures, (1 - settings.interval) / 2) * kept[i];
    high[i] = quantileSorted(futures, (1 + settings.interval) / 2) * kept[i];
  });
  return {
    horizon_days: settings.horizonDays,
    values: pl.DataFrame([
      pl.Series("customer_id", ids, pl.Utf8),
      pl.Series("probability_alive", alive, pl.Float64),
      pl.Series("expected_purchases", expected, pl.Float64),
      pl.Series("lifetime_value", value, pl.Float64),
      pl.Series("lifetime_value_low", low, pl.Float64),
      pl.Series("lifetime_value_high", high, pl.Float64),
    ]),
    purchases,
    gamma_gamma: gammaGamma,
    warnings: [
      ...purchases.diagnostics,
      ...gammaGamma.warnings,
      ...spendDiagnostics(repeatFrequency, meanRepeatSpend),
      ...longHorizon(settings.horizonDays, age),
    ],
  };
}

/** Nobody was watched for that long: what happens then is a guess of the model. */
function longHorizon(horizonDays: number, age: Float64Array): string[] {
  const oldest = age.reduce((most, days) => Math.max(most, days), 0);
  if (horizonDays <= oldest) return [];
  return [
    `The lifetime value looks ${horizonDays} days ahead, but no customer was watched for more than ` +
    `${Math.round(oldest)}: beyond that it is the model's guess; a horizon of at most ` +
    `${Math.round(oldest)} days stays within what was seen.`,
  ];
}

type Settings = Required<Omit<LifetimeValueOptions, "returns">>;

/** The purchases of each step of about a quarter, discounted to now from the middle of the step. */
function discountedPurchases(
  model: PurchaseModel,
  { repeatFrequency, lastPurchaseAge, age }: PurchaseTimes,
  settings: Settings,
): { expected: Float64Array; discounted: Float64Array } {
  const steps = Math.ceil(settings.horizonDays / LONGEST_STEP_DAYS);
  const days = settings.horizonDays / steps;
  let expected: Float64Array = new Float64Array(age.length);
  const discounted = new Float64Array(age.length);
  for (let step = 1; step <= steps; step++) {
    const until = expectedPurchases(model, repeatFrequency, lastPurchaseAge, age, step * days);
    const discount = Math.exp(-dailyRate(settings) * (step - 0.5) * days);
    until.forEach((purchases, i) => discounted[i] += (purchases - expected[i]) * discount);
    expected = until;
  }
  return { expected, discounted };
}

/** Discounted spend in each of the drawn futures of one customer, in ascending order. */
function simulateFutures(
  purchases: PurchaseModel,
  gammaGamma: GammaGammaModel,
  customer: CustomerHistory,
  id: string,
  settings: Settings,
): Float64Array {
  const random = createRandom(settings.seed, `lifetime value ${id}`);
  const horizon = { length: settings.horizonDays, discountRate: dailyRate(settings) };
  return Float64Array.from(
    { length: settings.draws },
    () => simulateLifetimeValue(purchases, gammaGamma, customer, horizon, random),
  ).sort();
}

function dailyRate({ annualDiscountRate }: Settings): number {
  return Math.log1p(annualDiscountRate) / DAYS_PER_YEAR;
}

function checked(options: LifetimeValueOptions): Settings {
  const settings: Settings = {
    horizonDays: options.horizonDays ?? 365,
    annualDiscountRate: options.annualDiscountRate ?? 0.1,
    margin: options.margin ?? 1,
    interval: options.interval ?? 0.8,
    draws: options.draws ?? 200,
    seed: options.seed ?? 42,
  };
  const demand = (name: keyof Settings, wanted: string, holds: (value: number) => boolean) => {
    if (Number.isFinite(settings[name]) && holds(settings[name])) return;
    throw new RangeError(
      `Estimating lifetime value: ${name} must be ${wanted}, got ${settings[name]}.`,
    );
  };
  demand("horizonDays", "positive", (days) => days > 0);
  demand("annualDiscountRate", "0 or more", (rate) => rate >= 0);
  demand("margin", "0 or more", (share) => share >= 0);
  demand("interval", "between 0 and 1", (probability) => probability > 0 && probability < 1);
  demand("draws", "a positive integer", (count) => Number.isInteger(count) && count > 0);
  return settings;
}
