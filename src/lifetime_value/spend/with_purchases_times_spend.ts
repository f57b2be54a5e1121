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
 * @returns See {@linkcode WithPurchasesTimesSpend}.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { withPurchasesTimesSpend } from "./with_purchases_times_spend.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const features = pl.DataFrame({
 *   customer_id: ["Ada"], monetary_value: [60], tenure_days: [60],
 * });
 * const transactions = pl.DataFrame({
 *   customer_id: ["Ada"], revenue: [60], invoice_date: [new Date("2024-05-01T10:00:00Z")],
 * });
 * // One customer is too few for a model: 60 in 60 days are 30 in 30.
 * const added = withPurchasesTimesSpend(features, transactions, "2024-06-30", 30);
 * assertEquals(added.expected, null);
 * assertEquals(added.features.getColumn("purchases_times_spend").toArray(), [30]);
 * ```
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
 * @returns One amount per customer.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { meanRates } from "./with_purchases_times_spend.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const features = pl.DataFrame({ monetary_value: [60, 60], tenure_days: [60, 1] });
 * assertEquals([...meanRates(features, 30)], [30, 60]);
 * ```
 */
export function meanRates(features: DataFrame, horizonDays: number): Float64Array {
  const tenure = numberColumn(features, "tenure_days");
  return numberColumn(features, "monetary_value")
    .map((spent, i) => spent * horizonDays / Math.max(tenure[i], horizonDays));
}
