import { formatDate } from "../words/dates.ts";
import { formatMoney } from "../words/money.ts";
import { formatNumber } from "../words/numbers.ts";
import type { DataFrame } from "nodejs-polars";
import type { Attempt } from "../frames/attempt.ts";
import { ordersByMonth } from "../customers/features/orders_by_month.ts";
import { rfmScores } from "../customers/rfm/rfm_scores.ts";
import { takeSnapshot } from "../customers/snapshot.ts";
import { type Exploration, explore } from "../exploration/explore.ts";
import { type BusinessForecast, forecastBusiness } from "../forecast/forecast_business.ts";
import type { OutlierTreatment } from "../learning/preparation/outlier_treatment.ts";
import { lifetimeValue, type LifetimeValues } from "../lifetime_value/lifetime_value.ts";
import { type PurchaseBacktest, purchaseBacktest } from "../lifetime_value/purchase_backtest.ts";
import { type ExpectedRevenue, expectedRevenue } from "../lifetime_value/spend/expected_revenue.ts";
import type { SpendScores } from "../lifetime_value/spend/spend_scores.ts";
import {
  predictCustomers,
  type Predictions,
  type PredictionTask,
} from "../prediction/predict_customers.ts";
import type { HighSpendOptions } from "../prediction/selection/classification_tasks.ts";
import type { ContactAssumptions } from "../prediction/targeting/contact_assumptions.ts";
import { decide, type Decision } from "../prediction/targeting/decide.ts";
import { type FollowedSegments, followSegments } from "../segmentation/follow_segments.ts";
import { type Segmentation, segmentCustomers } from "../segmentation/segment_customers.ts";
import { noPurchaseBaseline } from "./no_purchase_baseline.ts";
import type { UnmeasuredChances } from "./unmeasured_chances.ts";
import { offer, offerByBasket, type Offers } from "./offer.ts";
import type { Shop } from "./open_shop.ts";
import type { Outcome, StageRecord } from "./progress.ts";

/** Results of the stages, by stage. */
export interface StageResults {
  readonly exploration: Exploration;
  /** Features, RFM scores and RFM segment on the day of the snapshot, one row per customer. */
  readonly customers: DataFrame;
  readonly segmentation: Segmentation;
  /** Who moved between the segments in the horizon before the snapshot. */
  readonly migration: FollowedSegments;
  readonly predictions: Predictions;
  /** Whom to contact so that they come back. */
  readonly decision: Decision;
  readonly revenue: ExpectedRevenue;
  /** The purchase models on the last horizon, which they had not seen. */
  readonly held_out: PurchaseBacktest;
  readonly lifetime: LifetimeValues;
  /** What the business will take in, and the customers' values that add up to it. */
  readonly forecast: BusinessForecast;
  readonly offers: Offers;
}

/** Name of a stage, under which its result stands. */
export type StageName = keyof StageResults;

/** Attempts of the stages: each has a result, or the reason why there is none. */
export type StageAttempts = {
  readonly [Name in Exclude<StageName, "customers">]: Attempt<StageResults[Name]>;
};

/** Everything that the stages of one run find out. */
export interface StagesRun extends StageAttempts {
  readonly shop: Shop;
  readonly as_of: string;
  readonly horizon_days: number;
  readonly seed: number;
  readonly currency?: string;
  /** Features, RFM scores and RFM segment at `as_of`, one row per customer. */
  readonly customers: DataFrame;
  readonly stages: readonly StageRecord[];
  /** Where no later period could measure predictions: what the purchase model says of churn. */
  readonly unmeasured?: UnmeasuredChances;
}

/** Setting of a run that every stage works with. */
export interface StageSetting extends ContactAssumptions {
  readonly shop: Shop;
  readonly horizonDays: number;
  readonly seed: number;
  /** Number of segments; chosen if not given. */
  readonly segments?: number;
  readonly treatment?: OutlierTreatment["kind"];
  readonly highSpend?: HighSpendOptions;
  /** Sign or code of the currency, such as "£" or "EUR", for amounts in words; none if not given. */
  readonly currency?: string;
}

/** One stage of a run. */
export interface Stage<Name extends StageName = StageName> {
  readonly name: Name;
  /** What it is called in the progress, in `manifest.json` and in the sentence about a fault. */
  readonly title: string;
  /** Stages without whose results it has nothing to do; those of others may be missing. */
  readonly needs: readonly StageName[];
  /** Which rows it looks at. */
  readonly rows: "sales" | "purchases" | "customers";
  readonly work: (setting: StageSetting, done: Partial<StageResults>) => StageResults[Name];
  /** Says in a few words what came of it. */
  readonly describe: (result: StageResults[Name], setting: StageSetting) => Outcome;
}

/** Declares a stage, whose `work` may count on the results that it needs. */
function stage<Name extends StageName, Needs extends StageName = never>(
  declared: Omit<Stage<Name>, "needs" | "work"> & {
    readonly needs?: readonly Needs[];
    readonly work: (
      setting: StageSetting,
      done: Pick<StageResults, Needs> & Partial<StageResults>,
    ) => StageResults[Name];
  },
): Stage {
  return { needs: [], ...declared } as unknown as Stage;
}

/** The stages after reading and cleaning, in the order in which they run. */
export const STAGES: readonly Stage[] = [
  stage({
    name: "exploration",
    title: "Explore",
    rows: "sales",
    work: ({ shop }) => explore(shop),
    describe: ({ months, countries }) => ({
      rows: months.length,
      words: `months: ${formatNumber(months.length)}, countries: ${formatNumber(countries.length)}`,
    }),
  }),
  stage({
    name: "customers",
    title: "Customers",
    rows: "purchases",
    work: ({ shop }) => rfmScores(shop.featuresAt(shop.as_of)),
    describe: ({ height }, { shop }) => ({
      rows: height,
      words: `${formatNumber(height)} customers as of ${formatDate(shop.as_of)}`,
    }),
  }),
  stage({
    name: "segmentation",
    title: "Segments",
    needs: ["customers"],
    rows: "customers",
    work: ({ shop, segments, treatment, seed, currency }, { customers }) =>
      segmentCustomers(customers, {
        segments,
        treatment,
        seed,
        asOf: shop.as_of,
        firstDate: shop.audit.first_date,
        ordersByMonth: ordersByMonth(takeSnapshot(shop, shop.as_of)),
        currency,
      }),
    describe: ({ k }) => ({ rows: k, words: `${k} segments` }),
  }),
  stage({
    name: "migration",
    title: "Migration",
    needs: ["customers", "segmentation"],
    rows: "customers",
    work: (setting, { customers, segmentation }) =>
      followSegments(segmentation.model, customers, when(setting)),
    describe: ({ share_stayed, advice, customers, entries }, { horizonDays }) => ({
      rows: sum(customers.flat()) + sum(entries.customers),
      words: `${Math.round((share_stayed ?? 0) * 100)} % stayed in their segment over ` +
        `${horizonDays} days${advice.refit ? ", refit the segmentation" : ""}`,
    }),
  }),
  stage({
    name: "predictions",
    title: "Predictions",
    needs: ["customers"],
    rows: "customers",
    work: (setting, { customers }) => {
      const baselines = [noPurchaseBaseline(setting.horizonDays)];
      const { highSpend } = setting;
      return predictCustomers(setting.shop, customers, { ...when(setting), baselines, highSpend });
    },
    describe: ({ scores, tasks }) => ({
      rows: scores.height,
      words: `churn ${aucOrReason(tasks.churn)}, high spend ${aucOrReason(tasks.high_spend)}`,
    }),
  }),
  stage({
    name: "decision",
    title: "Decision",
    needs: ["customers", "predictions"],
    rows: "customers",
    work: ({ shop, ...setting }, { customers, predictions }) => {
      const { horizonDays, contactCost, successRate, margin, currency } = setting;
      const assumed = { contactCost, successRate, margin, currency };
      return decide(customers, predictions, { ...assumed, asOf: shop.as_of, horizonDays });
    },
    describe: ({ today }, { currency }) => ({
      rows: today.contacted,
      words: `${formatNumber(today.contacted)} customers are worth a contact, ` +
        `expected profit ${formatMoney(today.expected_profit, currency)}`,
    }),
  }),
  stage({
    name: "revenue",
    title: "Expected spend",
    needs: ["customers"],
    rows: "customers",
    work: (setting, { customers }) => expectedRevenue(setting.shop, customers, when(setting)),
    describe: ({ values, models, selected }, { currency }) => ({
      rows: values.height,
      words: `mean absolute error ${errorOf(models, selected, currency)} ` +
        `(last period's spend: ${errorOf(models, "last_period_spend", currency)})`,
    }),
  }),
  stage({
    name: "held_out",
    title: "Holdout purchases",
    rows: "purchases",
    work: ({ shop, horizonDays }) =>
      purchaseBacktest(shop.transactions, { asOf: shop.as_of, holdoutDays: horizonDays }),
    describe: ({ customers, scores, selected, actual_total }) => ({
      rows: customers,
      words: `${whole(scores.find(({ model }) => model === selected)!.expected_total)} expected, ` +
        `${formatNumber(actual_total)} actual`,
    }),
  }),
  stage({
    name: "lifetime",
    title: "Lifetime value",
    rows: "purchases",
    work: ({ shop, seed, margin }) =>
      lifetimeValue(shop.transactions, shop.as_of, { seed, margin, returns: shop.returns }),
    describe: ({ values, horizon_days, warnings }) => ({
      rows: values.height,
      words: `over the next ${horizon_days} days${warnings.length > 0 ? ", with a caveat" : ""}`,
    }),
  }),
  stage({
    name: "forecast",
    title: "Revenue forecast",
    rows: "purchases",
    work: ({ shop, horizonDays, currency }, { segmentation, revenue }) =>
      forecastBusiness(
        shop.transactions,
        { asOf: shop.as_of, horizonDays, firstDate: shop.audit.first_date, currency },
        segmentation?.customers,
        revenue?.values,
      ),
    describe: ({ forecast: { months, total } }, { horizonDays, currency }) => ({
      rows: months.length,
      words: `${formatMoney(total.expected, currency)} over ${horizonDays} days`,
    }),
  }),
  stage({
    name: "offers",
    title: "Recommendations",
    rows: "purchases",
    work: (setting) =>
      setting.shop.lacks.includes("customer")
        ? offerByBasket(setting.shop.sales, when(setting))
        : offer(setting.shop.transactions, when(setting)),
    describe: ({ recommendations }) => ({
      rows: recommendations.height,
      words: `${formatNumber(recommendations.height)} products recommended`,
    }),
  }),
];

/** The dates, the seed and the features that most rooms ask for. */
function when({ shop, horizonDays, seed }: StageSetting) {
  const { as_of, audit, featuresAt } = shop;
  return { asOf: as_of, horizonDays, firstDate: audit.first_date, seed, featuresAt };
}

/** Of the model that was chosen before the test date, which need not be the best on it. */
function aucOrReason(task: PredictionTask | undefined): string {
  if (task === undefined) return "not measured";
  const { tested, comparison: { models } } = task;
  const chosen = models.find(({ model, engine, sampled }) =>
    model === tested.family && engine === "built-in" && !sampled
  )!;
  return `AUC ${chosen.roc_auc.toFixed(3)}`;
}

function errorOf(models: readonly SpendScores[], model: string, currency?: string): string {
  return formatMoney(models.find((scores) => scores.model === model)?.mae, currency);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function whole(value: number): string {
  return formatNumber(Math.round(value));
}
