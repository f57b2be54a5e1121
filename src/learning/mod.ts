/**
 * Learning: estimators over typed arrays, with npm packages behind the same contracts.
 *
 * @module
 */
export { fitStandardScaler, transformStandardScaler } from "./preparation/standard_scaler.ts";
export { fitKMeans, K_MEANS_ENGINES, type KMeansModel, predictKMeans } from "./clusters/k_means.ts";
export {
  fitLogisticRegression,
  LOGISTIC_REGRESSION_ENGINES,
  type LogisticRegressionModel,
  predictLogisticRegression,
} from "./linear/logistic_regression.ts";
export {
  fitRandomForestClassifier,
  predictRandomForestClassifier,
  type RandomForestClassifierModel,
} from "./trees/random_forest_classifier.ts";
export {
  fitRandomForestRegressor,
  predictRandomForestRegressor,
  type RandomForestRegressorModel,
} from "./trees/random_forest_regressor.ts";
export {
  fitRidgeRegression,
  predictRidgeRegression,
  type RidgeRegressionModel,
} from "./linear/ridge_regression.ts";
export {
  fitPoissonRegression,
  type PoissonRegressionModel,
  predictPoissonRegression,
} from "./linear/poisson_regression.ts";
export {
  fitGradientBoosting,
  type GradientBoostingModel,
  predictGradientBoosting,
} from "./trees/gradient_boosting.ts";
export type { ClassWeights } from "./preparation/class_weights.ts";
export {
  fitIsotonicRegression,
  type IsotonicRegressionModel,
  predictIsotonicRegression,
} from "./calibration/isotonic_regression.ts";
export {
  fitPlattScaling,
  type PlattScalingModel,
  predictPlattScaling,
} from "./calibration/platt_scaling.ts";
export {
  applyOutlierTreatment,
  fitOutlierTreatment,
  OUTLIER_TREATMENTS,
} from "./preparation/outlier_treatment.ts";
export {
  fitPrincipalComponents,
  transformPrincipalComponents,
} from "./linear/principal_components.ts";
export { gapStatistic } from "./clusters/gap_statistic.ts";
