import type { CustomerFeature } from "../customers/customer_features.ts";

/** The features from which revenue is forecast, in the order of the model. */
export const REVENUE_FEATURES: readonly CustomerFeature[] = [
  "recency_days",
  "frequency",
  "monetary_value",
  "average_basket_value",
  "average_basket_size",
  "distinct_products",
  "tenure_days",
  "mean_days_between_purchases",
  "recency_to_gap",
  "return_rate",
  "season_concentration",
  "purchases_last_90_days",
  "spend_last_90_days",
  "spend_previous_90_days",
  "active_months",
];
