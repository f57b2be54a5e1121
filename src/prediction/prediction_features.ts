import { CUSTOMER_FEATURES } from "../customers/customer_features.ts";

/** Names of columns of customers, to predict from. */
export type FeatureSet = readonly string[];

/** All features of a customer and the country: what predictions may use. */
export const PREDICTION_FEATURES: FeatureSet = [...CUSTOMER_FEATURES, "country"];
