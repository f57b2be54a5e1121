/** The features by which customers are segmented: spending, frequency, recency and basket size. */
export const SEGMENT_FEATURES = [
  "monetary_value",
  "frequency",
  "recency_days",
  "average_basket_size",
] as const;
