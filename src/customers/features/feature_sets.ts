import { CUSTOMER_FEATURES, type CustomerFeature } from "./customer_features.ts";

/** Amounts and rhythm only: no times of day, no evenness of the rhythm, no trend, no country. */
export const CORE_FEATURES: readonly CustomerFeature[] = [
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

/** Names of columns of customers, to predict from. */
export type FeatureSet = readonly string[];

/** All features of a customer and the country: what predictions may use. */
export const PREDICTION_FEATURES: FeatureSet = [...CUSTOMER_FEATURES, "country"];

/** The features by which customers are segmented: spending, frequency, recency and basket size. */
export const SEGMENT_FEATURES = [
  "monetary_value",
  "frequency",
  "recency_days",
  "average_basket_size",
] as const;
