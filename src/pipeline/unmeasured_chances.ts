import pl, { type DataFrame } from "nodejs-polars";
import type { Attempt } from "../frames/attempt.ts";
import { textColumn } from "../frames/columns.ts";
import { DAY, instantOf } from "../frames/days.ts";
import type { Predictions } from "../prediction/predict_customers.ts";
import { noPurchaseBaseline } from "./no_purchase_baseline.ts";
import type { Shop } from "./open_shop.ts";

/** Probabilities that no later period has measured. */
export interface UnmeasuredChances {
  /** `customer_id, churn_probability, purchase_probability`, one row per customer. */
  readonly scores: DataFrame;
  /** Where they come from, in a sentence. */
  readonly because: string;
}

/** Fewer customers or days say too little of how often people buy. */
const LEAST_CUSTOMERS = 200, LEAST_DAYS = 90;

/**
 * What a probability model of purchases says of each customer, for a file in which no later period can
 * measure any prediction.
 *
 * @param shop A shop.
 * @param customers Today's customers.
 * @param horizonDays Days to look ahead.
 * @returns The probabilities; `undefined` with fewer than 200 customers or 90 days, or where the model
 * has no answer.
 */
export function unmeasuredChances(
  shop: Pick<Shop, "as_of" | "audit" | "transactions" | "returns">,
  customers: DataFrame,
  horizonDays: number,
): UnmeasuredChances | undefined {
  const { as_of, audit } = shop;
  const days = (instantOf(as_of) - instantOf(audit.first_date)) / DAY;
  if (customers.height < LEAST_CUSTOMERS || days < LEAST_DAYS) return undefined;
  const ids = textColumn(customers, "customer_id");
  const churn = noPurchaseBaseline(horizonDays).probabilities(shop, as_of, ids);
  if (churn === null) return undefined;
  return {
    scores: pl.DataFrame([
      pl.Series("customer_id", ids, pl.Utf8),
      pl.Series("churn_probability", churn, pl.Float64),
      pl.Series("purchase_probability", churn.map((probability) => 1 - probability), pl.Float64),
    ]),
    because:
      "The probabilities of churn and of a purchase in customers.parquet are those of a model " +
      "of purchases (BG/NBD); no later period has measured them.",
  };
}

/**
 * Says beside the reason why nothing was measured that there are probabilities all the same.
 *
 * @param predictions What became of the predictions.
 * @param unmeasured See {@linkcode unmeasuredChances}.
 * @returns The same with a longer reason.
 */
export function withUnmeasured(
  predictions: Attempt<Predictions>,
  unmeasured?: UnmeasuredChances,
): Attempt<Predictions> {
  if (unmeasured === undefined || predictions.kind === "failed") return predictions;
  const { because } = unmeasured;
  const longer = <T extends { readonly reason: string }>(answer: T): T => ({
    ...answer,
    reason: `${answer.reason} ${because}`,
  });
  if (predictions.kind !== "result") return longer(predictions);
  const { problems } = predictions.result;
  const churn = problems.churn && longer(problems.churn);
  return {
    ...predictions,
    result: { ...predictions.result, problems: { ...problems, ...(churn && { churn }) } },
  };
}
