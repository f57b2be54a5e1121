import { formatDate } from "../words/dates.ts";
import { sum } from "../numeric/sums.ts";
import type { DataFrame } from "nodejs-polars";
import { NotEnoughDataError } from "../frames/errors.ts";
import { mae, rmse, spearman } from "../metrics/regression.ts";
import { textColumn } from "../frames/columns.ts";
import { addDays, linesBefore } from "../frames/days.ts";
import { choosePurchaseModel } from "./models/choose_purchase_model.ts";
import { customerBase } from "./models/customer_base.ts";
import { expectedPurchases } from "./models/expected_purchases.ts";
import { probabilityAlive } from "./models/probability_alive.ts";
import { PURCHASE_MODELS, type PurchaseModel } from "./models/purchase_model.ts";
import { purchaseDays } from "../customers/features/purchase_days.ts";
import { repeatPurchaseSummary } from "./repeat_purchase_summary.ts";
import { type TrackingRow, trackPurchases } from "./track_purchases.ts";

/** Scores of one purchase model or rule in the holdout. */
interface PurchaseScores {
  /** `nbd, beta_geo_nbd, modified_beta_geo_nbd, pareto_nbd`, or a rule: `own_rate, nothing`. */
  readonly model: string;
  readonly baseline: boolean;
  /** Purchases of all customers that it expected. */
  readonly expected_total: number;
  /** Errors per customer, in purchases. */
  readonly mae: number;
  readonly rmse: number;
  /** Spearman's rank correlation of expected and actual purchases; null where all are equal. */
  readonly rank_correlation: number | null;
  /** Mean probability of being alive of customers who had bought once; null for rules and where there
   * are none. */
  readonly one_time_alive: number | null;
  /** On the calibration period; null for rules. */
  readonly bic: number | null;
}

/** Mean purchases in the holdout of customers with equally many repeat purchases before. */
export interface HoldoutRow {
  readonly model: string;
  /** Repeat purchases before; the last one stands for itself and more. */
  readonly repeat_frequency: number;
  readonly customers: number;
  readonly expected: number;
  readonly actual: number;
}

/** Result of {@linkcode purchaseBacktest}: plain rows. */
export interface PurchaseBacktest {
  /** ISO date on which the holdout begins: models saw only lines before it. */
  readonly tested_as_of: string;
  readonly holdout_days: number;
  readonly customers: number;
  /** Days with a purchase of these customers in the holdout. */
  readonly actual_total: number;
  /** The model that was selected before the holdout, by BIC, and why. */
  readonly selected: PurchaseModel["kind"];
  readonly selection_reason: string;
  readonly scores: readonly PurchaseScores[];
  readonly by_frequency: readonly HoldoutRow[];
  /** Repeat purchases by week since the first purchase of all, actual and expected. */
  readonly tracking: readonly TrackingRow[];
}

/** Options of {@linkcode purchaseBacktest}. */
export interface PurchaseBacktestOptions {
  /** ISO date at which the holdout ends. */
  readonly asOf: string;
  /** Length of the holdout in days. */
  readonly holdoutDays: number;
}

/** Customers with as many repeat purchases or more are one group. */
const MOST_FREQUENCY = 7;

/**
 * Fits the purchase models to the past and counts what they expect of a period held out.
 *
 * A total says more than errors per customer here: most customers buy nothing, and whoever expects
 * nothing of anybody has a small mean error.
 *
 * @param transactions Kept lines: `customer_id, invoice_date, revenue`, in any order.
 * @param options See {@linkcode PurchaseBacktestOptions}.
 * @returns Scores, the holdout by frequency, and purchases over time.
 * @throws {NotEnoughDataError} If the past has fewer than 100 customers or 10 repeat buyers.
 * @throws {RangeError} If the holdout is not a positive whole number of days.
 */
export function purchaseBacktest(
  transactions: DataFrame,
  { asOf, holdoutDays }: PurchaseBacktestOptions,
): PurchaseBacktest {
  if (!Number.isInteger(holdoutDays) || holdoutDays < 1) {
    throw new RangeError(
      `Holding out purchases: the holdout must be a positive whole number of days, got ${holdoutDays}.`,
    );
  }
  const from = addDays(asOf, -holdoutDays);
  if (transactions.filter(linesBefore(from)).height === 0) {
    throw new NotEnoughDataError(
      `no line lies before ${formatDate(from)}, where a holdout of ${holdoutDays} days begins.`,
    );
  }
  const base = customerBase(repeatPurchaseSummary(transactions, from));
  const { ids, repeatFrequency, lastPurchaseAge, age } = base;
  const choice = choosePurchaseModel(base);
  const actual = purchasesSince(transactions, ids, from, asOf);
  const sides = [
    ...choice.models.map((model) => ({
      model: model.kind as string,
      bic: model.bic,
      alive: probabilityAlive(model, repeatFrequency, lastPurchaseAge, age),
      expected: expectedPurchases(model, repeatFrequency, lastPurchaseAge, age, holdoutDays),
    })),
    // Whoever bought x more times in T days goes on like that.
    { model: "own_rate", expected: repeatFrequency.map((x, i) => x / age[i] * holdoutDays) },
    { model: "nothing", expected: new Float64Array(ids.length) },
  ];
  const once = [...ids.keys()].filter((i) => repeatFrequency[i] === 0);
  return {
    tested_as_of: from,
    holdout_days: holdoutDays,
    customers: ids.length,
    actual_total: sum(actual),
    selected: choice.chosen.kind,
    selection_reason: choice.because,
    scores: sides.map(({ model, expected, ...side }) => {
      const correlation = spearman(actual, expected);
      return {
        model,
        baseline: !("alive" in side),
        expected_total: sum(expected),
        mae: mae(actual, expected),
        rmse: rmse(actual, expected),
        rank_correlation: Number.isNaN(correlation) ? null : correlation,
        one_time_alive: "alive" in side && once.length > 0
          ? sum(Float64Array.from(once, (i) => side.alive[i])) / once.length
          : null,
        bic: "bic" in side ? side.bic : null,
      };
    }),
    by_frequency: sides.filter(({ model }) => PURCHASE_MODELS.some(({ kind }) => kind === model))
      .flatMap(({ model, expected }) => byFrequency(model, repeatFrequency, expected, actual)),
    tracking: trackPurchases(transactions, choice.models, { from, asOf }),
  };
}

/** How many days with a purchase each customer had in a period. */
function purchasesSince(
  transactions: DataFrame,
  ids: readonly string[],
  from: string,
  until: string,
): Float64Array {
  const days = purchaseDays(transactions, from, until);
  const row = new Map(ids.map((id, i) => [id, i]));
  const counts = new Float64Array(ids.length);
  for (const id of textColumn(days, "customer_id")) {
    const i = row.get(id);
    if (i !== undefined) counts[i]++;
  }
  return counts;
}

function byFrequency(
  model: string,
  repeatFrequency: Float64Array,
  expected: Float64Array,
  actual: Float64Array,
): HoldoutRow[] {
  return Array.from({ length: MOST_FREQUENCY + 1 }, (_, frequency) => {
    const members = [...repeatFrequency.keys()]
      .filter((i) => Math.min(repeatFrequency[i], MOST_FREQUENCY) === frequency);
    const mean = (values: Float64Array) =>
      sum(Float64Array.from(members, (i) => values[i])) / members.length;
    return {
      model,
      repeat_frequency: frequency,
      customers: members.length,
      expected: mean(expected),
      actual: mean(actual),
    };
  }).filter(({ customers }) => customers > 0);
}
