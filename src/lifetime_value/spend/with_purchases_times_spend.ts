import pl, { type DataFrame } from "nodejs-polars";
import { numberColumn, textColumn } from "../../frames/columns.ts";
import { linesBefore } from "../../frames/days.ts";
import { purchasesTimesSpend } from "./purchases_times_spend.ts";

/** Features with what the probability models expect. */
export interface WithPurchasesTimesSpend {
  /** The features and a column `purchases_times_spend`. */
  readonly features: DataFrame;
  /** The column, or null where too few customers bought again to fit the models. */
  readonly expected: Float64Array | null;
}

/**
 * Adds to features what the probability models expect each customer to spend, so that a regression can
 * learn where they are right. Where they cannot be fitted, the column holds spend at the customer's own
 * mean rate, with one horizon as the least time it is taken over.
 *
 * @param features `customer_id, monetary_value, tenure_days` and others at `asOf`, one row per customer.
 * @param transactions Kept lines, those from `asOf` on are not looked at.
 * @param asOf ISO date of the snapshot.
 * @param horizonDays Days of the horizon.
 */
export function withPurchasesTimesSpend(
  features: DataFrame,
  transactions: DataFrame,
  asOf: string,
  horizonDays: number,
): WithPurchasesTimesSpend {
  const expected = purchasesTimesSpend(
    transactions.filter(linesBefore(asOf)),
    asOf,
    horizonDays,
    textColumn(features, "customer_id"),
  );
  const column = expected ?? meanRates(features, horizonDays);
  return {
    expected,
    features: features.withColumns(pl.Series("purchases_times_spend", column, pl.Float64)),
  };
}

/**
 * Spend in the horizon at each customer's own mean rate so far. Whoever came a day ago has no rate yet:
 * a horizon is the least time that is divided by.
 *
 * @param features `monetary_value, tenure_days`, one row per customer.
 * @param horizonDays Days of the horizon.
 */
export function meanRates(features: DataFrame, horizonDays: number): Float64Array {
  const tenure = numberColumn(features, "tenure_days");
  return numberColumn(features, "monetary_value")
    .map((spent, i) => spent * horizonDays / Math.max(tenure[i], horizonDays));
}
