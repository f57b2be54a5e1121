import { formatNumber } from "../words/numbers.ts";
import { basename } from "node:path";
import type { DataFrame } from "nodejs-polars";
import { ordersByMonth } from "../customers/features/orders_by_month.ts";
import { rfmScores } from "../customers/rfm/rfm_scores.ts";
import { takeSnapshot } from "../customers/snapshot.ts";
import type { OutlierTreatment } from "../learning/preparation/outlier_treatment.ts";
import { asOfDate } from "../transactions/cleaning/as_of_date.ts";
import { type PurchaseBacktest, purchaseBacktest } from "../lifetime_value/purchase_backtest.ts";
import { type ExpectedRevenue, expectedRevenue } from "../lifetime_value/spend/expected_revenue.ts";
import type { SpendScores } from "../lifetime_value/spend/spend_scores.ts";
import { lifetimeValue, type LifetimeValues } from "../lifetime_value/lifetime_value.ts";
import type { HighSpendOptions } from "../prediction/selection/classification_tasks.ts";
import {
  type ContactAssumptions,
  contactAssumptions,
} from "../prediction/targeting/contact_assumptions.ts";
import {
  predictCustomers,
  type Predictions,
  type PredictionTask,
} from "../prediction/predict_customers.ts";
import { type Segmentation, segmentCustomers } from "../segmentation/segment_customers.ts";
import {
  type CleanOptions,
  type CleanTransactions,
  cleanTransactions,
} from "../transactions/cleaning/clean_transactions.ts";
import {
  type RawTransactions,
  type ReadOptions,
  readTransactions,
  type TransactionInput,
} from "../transactions/reading/read_transactions.ts";
import { type Attempt, attempted, resultOf, resultOrReason } from "./attempt.ts";
import { decide, type Decision } from "../prediction/targeting/decide.ts";
import { type DemoTransactions, demoTransactions } from "./demo_transactions.ts";
import { type Exploration, explore } from "../exploration/explore.ts";
import { type BusinessForecast, forecastBusiness } from "../forecast/forecast_business.ts";
import { type FollowedSegments, followSegments } from "../segmentation/follow_segments.ts";
import { noPurchaseBaseline } from "./no_purchase_baseline.ts";
import { offer, type Offers } from "./offer.ts";
import { createProgress, type ProgressOutput, SILENT, type StageRecord } from "./progress.ts";
import { rememberFeatures } from "../customers/features/remember_features.ts";

/** Options of {@linkcode runPipeline}. */
export interface RunOptions extends ReadOptions, CleanOptions, ContactAssumptions {
  /** How far predictions look ahead, in days. */
  readonly horizonDays?: number;
  /** Number of segments; chosen if not given. */
  readonly segments?: number;
  /** What is done about extreme values before segmenting; default "log1p". */
  readonly treatment?: OutlierTreatment["kind"];
  /** Who counts as a high spender; default the top fifth of each horizon. */
  readonly highSpend?: HighSpendOptions;
  readonly seed?: number;
  /** Sign or code of the currency, such as "£" or "EUR", for amounts in words. Default none. */
  readonly currency?: string;
  /** Where progress is told. */
  readonly progress?: ProgressOutput;
}

/** Everything that one run finds out. */
export interface RunResult {
  readonly inputs: readonly TransactionInput[];
  /** The demo transactions as CSV, where no file was given. */
  readonly demoCsv?: string;
  readonly asOf: string;
  readonly horizonDays: number;
  readonly seed: number;
  readonly currency?: string;
  readonly clean: CleanTransactions;
  readonly exploration: Attempt<Exploration>;
  /** Features, RFM scores and RFM segment at `asOf`, one row per customer. */
  readonly customers: DataFrame;
  readonly segmentation: Attempt<Segmentation>;
  /** Who moved between the segments in the horizon before `asOf`. */
  readonly migration: Attempt<FollowedSegments>;
  readonly predictions: Attempt<Predictions>;
  /** Whom to contact so that they come back. */
  readonly decision: Attempt<Decision>;
  readonly revenue: Attempt<ExpectedRevenue>;
  /** The purchase models on the last horizon, which they had not seen. */
  readonly heldOut: Attempt<PurchaseBacktest>;
  readonly lifetime: Attempt<LifetimeValues>;
  /** What the business will take in, and the customers' values that add up to it. */
  readonly forecast: Attempt<BusinessForecast>;
  readonly offers: Attempt<Offers>;
  readonly stages: readonly StageRecord[];
}

const STAGES = 13;

/**
 * Runs every stage in order: read, clean, explore, customers, segments, migration, predictions,
 * decision, revenue, purchases held out, lifetime value, revenue forecast, offers.
 *
 * A stage that has too little data, or a fault, says so in its place and the others go on; only
 * reading, cleaning and the table of customers, on which all of them stand, end the run. Nothing is
 * written; see {@linkcode runArtifacts}.
 *
 * @param paths Files of transaction lines; without any, demo transactions are synthesized.
 * @param options See {@linkcode RunOptions}.
 * @returns All results as dataframes and plain objects.
 * @throws {InputError} If a file cannot be used; the message is one sentence.
 */
export function runPipeline(paths: readonly string[], options: RunOptions = {}): RunResult {
  const { horizonDays = 91, seed = 42, segments, treatment, highSpend, currency } = options;
  const campaign = contactAssumptions(options);
  const progress = createProgress(STAGES, options.progress ?? SILENT);

  const raw = progress.stage(
    paths.length > 0 ? "Read" : "Synthesize",
    0,
    (): RawTransactions & Partial<DemoTransactions> =>
      paths.length > 0 ? readTransactions(paths, options) : demoTransactions(seed),
    ({ lines, inputs }) => ({
      rows: lines.height,
      words: `${formatNumber(lines.height)} lines from ${
        inputs.map(({ path }) => basename(path)).join(", ")
      }`,
    }),
  );
  const clean = progress.stage(
    "Check and clean",
    raw.lines.height,
    () => cleanTransactions(raw.lines, options),
    ({ audit }) => ({
      rows: audit.rows_kept,
      words: `${formatNumber(audit.rows_kept)} kept, ${
        formatNumber(audit.rows_read - audit.rows_kept)
      } rejected`,
    }),
  );
  // The day after the last line used, unless the caller says an earlier or a later one.
  const asOf = asOfDate(clean.audit.last_date, options.asOf);
  const firstDate = clean.audit.first_date;
  const kept = clean.audit.rows_kept;

  const attempt = <T>(
    stage: string,
    rowsIn: number,
    work: () => T,
    describe: (result: T) => { rows: number; words: string },
  ) =>
    progress.stage(
      stage,
      rowsIn,
      () => attempted(work, stage),
      (outcome) =>
        "result" in outcome
          ? describe(outcome.result)
          : { rows: 0, words: outcome.kind === "failed" ? "failed" : "skipped, not enough data" },
    );

  const exploration = attempt(
    "Explore",
    clean.sales.height,
    () => explore(clean),
    ({ months, countries }) => ({
      rows: months.length,
      words: `months: ${formatNumber(months.length)}, countries: ${formatNumber(countries.length)}`,
    }),
  );
  const featuresAt = rememberFeatures(clean);
  const customers = progress.stage(
    "Customers",
    kept,
    () => rfmScores(featuresAt(asOf)),
    ({ height }) => ({ rows: height, words: `${formatNumber(height)} customers as of ${asOf}` }),
  );
  const segmentation = attempt(
    "Segments",
    customers.height,
    () => {
      const seasons = ordersByMonth(takeSnapshot(clean, asOf));
      return segmentCustomers(customers, {
        segments,
        treatment,
        seed,
        asOf,
        firstDate,
        ordersByMonth: seasons,
        currency,
      });
    },
    ({ k }) => ({ rows: k, words: `${k} segments` }),
  );
  const when = { asOf, horizonDays, firstDate, seed, featuresAt };
  const migration = attempt(
    "Migration",
    customers.height,
    () => followSegments(resultOrReason(segmentation).model, customers, when),
    ({ share_stayed, advice }) => ({
      rows: customers.height,
      words: `${Math.round((share_stayed ?? 0) * 100)} % stayed in their segment over ` +
        `${horizonDays} days${advice.refit ? ", a model of that age would not hold" : ""}`,
    }),
  );
  const predictions = attempt(
    "Predictions",
    customers.height,
    () => {
      const baselines = [noPurchaseBaseline(horizonDays)];
      return predictCustomers(clean, customers, { ...when, baselines, highSpend });
    },
    ({ scores, tasks }) => ({
      rows: scores.height,
      words: `churn ${aucOrReason(tasks.churn)}, high spend ${aucOrReason(tasks.high_spend)}`,
    }),
  );
  const decision = attempt(
    "Decision",
    customers.height,
    () =>
      decide(customers, resultOrReason(predictions), { ...campaign, asOf, horizonDays, currency }),
    ({ today }) => ({
      rows: today.contacted,
      words: `${formatNumber(today.contacted)} customers are worth a contact, ` +
        `expected profit ${formatNumber(Math.round(today.expected_profit))}`,
    }),
  );
  const revenue = attempt(
    "Expected revenue",
    customers.height,
    () => expectedRevenue(clean, customers, when),
    ({ values, models, choice }) => ({
      rows: values.height,
      words: `mean absolute error ${errorOf(models, choice.plan.family)}, ` +
        `of the naive forecast ${errorOf(models, "last_period_spend")}`,
    }),
  );
  const heldOut = attempt(
    "Purchases held out",
    kept,
    () => purchaseBacktest(clean.transactions, { asOf, holdoutDays: horizonDays }),
    ({ customers, scores, chosen, actual_total }) => ({
      rows: customers,
      words:
        `${
          formatNumber(Math.round(scores.find(({ model }) => model === chosen)!.expected_total))
        } ` +
        `expected, ${formatNumber(actual_total)} came`,
    }),
  );
  const lifetime = attempt(
    "Lifetime value",
    kept,
    () => lifetimeValue(clean.transactions, asOf, { seed, margin: campaign.margin }),
    ({ values, warnings }) => ({
      rows: values.height,
      words: `over the next 365 days${warnings.length > 0 ? ", with a caveat" : ""}`,
    }),
  );
  const forecast = attempt(
    "Revenue forecast",
    kept,
    () =>
      forecastBusiness(
        clean.transactions,
        { asOf, horizonDays, firstDate },
        resultOf(segmentation)?.customers,
        resultOf(revenue)?.values,
      ),
    ({ forecast: { months, total } }) => ({
      rows: months.length,
      words: `${formatNumber(Math.round(total.expected))} expected over ${horizonDays} days`,
    }),
  );
  const offers = attempt(
    "Offers",
    kept,
    () => offer(clean.transactions, when),
    ({ recommendations }) => ({
      rows: recommendations.height,
      words: `${formatNumber(recommendations.height)} recommendations`,
    }),
  );
  const { stages } = progress;
  return {
    inputs: raw.inputs,
    demoCsv: raw.csv,
    asOf,
    horizonDays,
    seed,
    currency,
    clean,
    exploration,
    customers,
    segmentation,
    migration,
    predictions,
    decision,
    revenue,
    heldOut,
    lifetime,
    forecast,
    offers,
    stages,
  };
}

/** Of the model that was chosen before the test date, which need not be the best on it. */
function aucOrReason(task: PredictionTask | undefined): string {
  if (task === undefined) return "not told";
  const { tested, comparison: { models } } = task;
  const chosen = models.find(({ model, engine }) =>
    model === tested.family && engine === "typed-arrays"
  )!;
  return `AUC ${chosen.roc_auc.toFixed(3)}`;
}

function errorOf(models: readonly SpendScores[], model: string): string {
  return formatNumber(Math.round(models.find((scores) => scores.model === model)?.mae ?? NaN));
}
