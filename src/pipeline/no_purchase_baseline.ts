import { takeSnapshot } from "../customers/snapshot.ts";
import { fitBetaGeoNbd } from "../lifetime_value/models/beta_geo_nbd.ts";
import { noPurchaseProbability } from "../lifetime_value/models/no_purchase_probability.ts";
import { repeatPurchaseSummary } from "../lifetime_value/repeat_purchase_summary.ts";
import type { Baseline } from "../prediction/predict_customers.ts";
import { numberColumn, textColumn } from "../frames/columns.ts";
import { attempted, resultOrReason } from "../frames/attempt.ts";

/** Fewer than these, and four parameters fit anything. */
const LEAST_REPEAT_BUYERS = 10;

/**
 * The churn probability of BG/NBD, which knows only when customers bought: a baseline that a model
 * with twenty features must beat.
 *
 * @param horizonDays Days to look ahead.
 * @returns A baseline for `predictCustomers`; without an answer where there are too few repeat buyers.
 */
export function noPurchaseBaseline(horizonDays: number): Baseline {
  return {
    model: "bg_nbd",
    task: "churn",
    probabilities: (source, asOf, customers) => {
      const { transactions } = takeSnapshot(source, asOf);
      const summary = repeatPurchaseSummary(transactions, asOf);
      const repeats = numberColumn(summary, "repeat_frequency");
      const last = numberColumn(summary, "last_purchase_age");
      const age = numberColumn(summary, "age");
      if (repeats.filter((count) => count > 0).length < LEAST_REPEAT_BUYERS) return null;
      const fit = attempted(() => fitBetaGeoNbd(repeats, last, age), "BG/NBD");
      if (fit.kind === "not_enough_data") return null;
      const model = resultOrReason(fit);
      const silent = noPurchaseProbability(model, repeats, last, age, horizonDays);
      const row = new Map(textColumn(summary, "customer_id").map((id, i) => [id, i]));
      return Float64Array.from(customers, (id) => silent[row.get(id)!]);
    },
  };
}
