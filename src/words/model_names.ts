/**
 * What each model, recommender, baseline and forecasting method is called, in the order in which
 * they are listed: models before the baselines that they must beat.
 */
const MODEL_NAMES: Readonly<Record<string, string>> = {
  // Classifiers and their baselines.
  logistic_regression: "logistic regression",
  random_forest: "random forest",
  gradient_boosting: "gradient boosting",
  prevalence: "prevalence",
  recency_rule: "recency only",
  recency_only: "recency only",
  frequency_rule: "frequency only",
  frequency_only: "frequency only",
  bg_nbd: "BG/NBD",
  // Expected spend.
  poisson_regression: "Poisson regression",
  ridge_regression: "ridge regression",
  purchases_times_spend: "purchases × spend",
  last_period_spend: "last period's spend",
  own_mean_rate: "own mean rate",
  mean_spend: "mean spend",
  zero: "zero",
  // Purchases.
  nbd: "NBD",
  beta_geo_nbd: "BG/NBD",
  modified_beta_geo_nbd: "MBG/NBD",
  pareto_nbd: "Pareto/NBD",
  gamma_gamma: "Gamma-Gamma",
  own_rate: "own rate",
  nothing: "no purchases",
  // Recommenders.
  item_cosine: "item cosine",
  ease: "EASE",
  rebuy: "rebuy",
  rebuy_rhythm: "rebuy rhythm",
  rebuy_blend: "rebuy blend",
  rebuy_then_discover: "rebuy, then discover",
  popularity: "popularity",
  popularity_in_segment: "popularity in segment",
  own_frequency: "own frequency",
  // Revenue forecast.
  cohorts: "cohorts",
  damped_trend: "damped trend",
  recent_mean: "three-month mean",
  seasonal_naive: "seasonal naive",
  drift: "drift",
  // Segments.
  k_means: "k-means",
};

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  rfm: "RFM",
  id: "id",
  pca: "PCA",
  rbf: "RBF",
  ease: "EASE",
  ndcg: "NDCG",
  map: "MAP",
  mae: "MAE",
  rmse: "RMSE",
  bic: "BIC",
};

/**
 * Turns a name of code (`random_forest`) into words of a sentence (`random forest`).
 *
 * @returns Its name in {@linkcode MODEL_NAMES}; of anything else the words, abbreviations in capitals.
 */
export function formatName(name: string): string {
  if (Object.hasOwn(MODEL_NAMES, name)) return MODEL_NAMES[name];
  return name.split("_").map((word) => ABBREVIATIONS[word] ?? word).join(" ").trim();
}
