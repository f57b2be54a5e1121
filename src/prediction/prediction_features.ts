import { CUSTOMER_FEATURES } from "../customers/customer_features.ts";

/** Names of columns of customers, to predict from. */
export type FeatureSet = readonly string[];

/** All features of a customer and the country: what predictions may use. */
export const PREDICTION_FEATURES: FeatureSet = [...CUSTOMER_FEATURES, "country"];

/** Amounts and rhythm only: no times of day, no evenness of the rhythm, no trend, no country. */
export const CORE_FEATURES: FeatureSet = [
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
