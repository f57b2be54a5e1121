/**
 * The public vocabulary of Shopper Spectrum, in the order in which data walks through it.
 *
 * @module
 */

// Transactions: read, check, clean, account for every line
export { inspectFile, type InspectOptions } from "./transactions/inspection/inspect_file.ts";
export {
  type RawTransactions,
  type ReadOptions,
  readTransactions,
} from "./transactions/reading/read_transactions.ts";
export { COLUMN_SYNONYMS } from "./transactions/mapping/column_synonyms.ts";
export { FILE_LAYOUTS } from "./transactions/mapping/file_layouts.ts";
export {
  linesFrame,
  type TransactionLines,
  transactionLines,
} from "./transactions/mapping/transaction_lines.ts";
export {
  type SynthesisOptions,
  type SynthesizedTransactions,
  synthesizeTransactions,
} from "./transactions/synthesis/synthesize_transactions.ts";
export { transactionsToCsv } from "./transactions/synthesis/csv.ts";
export { type CustomerGroup, DEMO_GROUPS } from "./transactions/synthesis/groups.ts";
export {
  type CleanOptions,
  type CleanTransactions,
  cleanTransactions,
} from "./transactions/cleaning/clean_transactions.ts";
export { matchReturns } from "./transactions/cleaning/match_returns.ts";
export type { Audit, RejectedReason } from "./transactions/cleaning/audit.ts";
export { InputError } from "./frames/errors.ts";
export { addDays, linesWithin } from "./frames/days.ts";
export { dateColumn, numberColumn, textColumn } from "./frames/columns.ts";
export { productNames } from "./transactions/product_names.ts";

// Exploration: what the shop sold, when, where and to whom
export { type MonthRow, revenueByMonth } from "./exploration/revenue_by_month.ts";
export {
  revenueByWeekdayHour,
  type WeekdayHourRow,
} from "./exploration/revenue_by_weekday_hour.ts";
export { type CountryRow, revenueByCountry } from "./exploration/revenue_by_country.ts";
export { type ProductRow, topProducts } from "./exploration/top_products.ts";
export {
  giniCoefficient,
  pareto,
  type ParetoRow,
  topCustomersShare,
} from "./exploration/pareto.ts";
export { cohortRetention, type CohortRow } from "./exploration/cohort_retention.ts";
export { cohortRevenue, type CohortRevenueRow } from "./exploration/cohort_revenue.ts";
export { newAndReturning, type NewAndReturningRow } from "./exploration/new_and_returning.ts";
export {
  type BasketBin,
  type BasketDistribution,
  basketDistribution,
  type BasketSpread,
} from "./exploration/basket_distribution.ts";
export {
  type PriceBandRow,
  priceBands,
  type PriceBandsOptions,
} from "./exploration/price_bands.ts";
export {
  type ProductChangeRow,
  type ProductChanges,
  risingProducts,
  type RisingProductsOptions,
} from "./exploration/rising_products.ts";
export { returnsByMonth, type ReturnsMonthRow } from "./exploration/returns_by_month.ts";
export {
  type ReturnedProductRow,
  returnsByProduct,
  type ReturnsByProductOptions,
} from "./exploration/returns_by_product.ts";
export {
  outlierOrders,
  type OutlierOrdersOptions,
  type OutlierRow,
} from "./exploration/outlier_orders.ts";

// Customers: the snapshot, RFM and behaviour features, what came after
export { type Snapshot, type SnapshotSource, takeSnapshot } from "./customers/snapshot.ts";
export { rfmSummary } from "./customers/rfm/rfm_summary.ts";
export { type RfmCutPoints, rfmCutPoints } from "./customers/rfm/rfm_cut_points.ts";
export { rfmScores, type RfmScoresOptions } from "./customers/rfm/rfm_scores.ts";
export { RFM_SEGMENTS, type RfmSegment } from "./customers/rfm/rfm_segments.ts";
export { rfmSegmentOf } from "./customers/rfm/rfm_segment_of.ts";
export { type RfmSegmentRow, rfmSegmentTable } from "./customers/rfm/rfm_segment_table.ts";
export { rfmGrid, type RfmGridCell, type RfmGridOptions } from "./customers/rfm/rfm_grid.ts";
export {
  FEATURE_DEFINITIONS,
  type FeatureDefinition,
} from "./customers/features/feature_definitions.ts";
export {
  CUSTOMER_FEATURES,
  type CustomerFeature,
  customerFeatures,
} from "./customers/features/customer_features.ts";
export { CORE_FEATURES } from "./customers/features/feature_sets.ts";
export { ordersByMonth } from "./customers/features/orders_by_month.ts";
export {
  countryColumns,
  type CountryEncoder,
  encodeCountries,
  fitCountryEncoder,
} from "./customers/features/country_encoder.ts";
export { featureMatrix, type FeatureMatrixOptions } from "./customers/features/feature_matrix.ts";
export { type HorizonOutcomes, horizonOutcomes } from "./customers/outcomes/horizon_outcomes.ts";
export { type TimeSplit, timeSplit } from "./customers/outcomes/time_split.ts";
export { NotEnoughDataError } from "./frames/errors.ts";

// Segmentation: how many kinds of customers there are, and who is which
export { SEGMENT_FEATURES } from "./customers/features/feature_sets.ts";
export {
  type SelectionOptions,
  type SelectionRow,
  selectionTable,
} from "./segmentation/choosing/selection_table.ts";
export {
  chooseClusters,
  type ChooseClustersOptions,
} from "./segmentation/choosing/choose_clusters.ts";
export {
  type ClusterStability,
  clusterStability,
} from "./segmentation/choosing/cluster_stability.ts";
export { type Archetype, ARCHETYPES } from "./segmentation/naming/archetypes.ts";
export {
  type ClusterCharacter,
  nameSegments,
  type SegmentName,
} from "./segmentation/naming/name_segments.ts";
export { type SegmentProfile, segmentProfiles } from "./segmentation/naming/segment_profiles.ts";
export { cliffsDelta } from "./segmentation/naming/cliffs_delta.ts";
export { isolatesOutliers } from "./segmentation/choosing/isolates_outliers.ts";
export { measureVerdicts } from "./segmentation/choosing/measure_verdicts.ts";
export { treatmentEvidence } from "./segmentation/choosing/treatment_evidence.ts";
export { type SeasonEvidence, seasonEvidence } from "./segmentation/naming/season_evidence.ts";
export {
  type Segmentation,
  segmentCustomers,
  type SegmentOptions,
} from "./segmentation/segment_customers.ts";
export { assignSegments } from "./segmentation/assign_segments.ts";
export { readSegmentationModel } from "./segmentation/read_segmentation_model.ts";
export type { SegmentationModel } from "./segmentation/segmentation_model.ts";
export { keepNames } from "./segmentation/naming/keep_names.ts";
export { matchClusters } from "./segmentation/following/match_clusters.ts";
export { refitSegments } from "./segmentation/following/refit_segments.ts";
export { segmentMigration } from "./segmentation/following/segment_migration.ts";
export { populationStability } from "./segmentation/following/population_stability.ts";
export { refitAdvice } from "./segmentation/following/refit_advice.ts";

// Prediction: who will leave, who will spend most
export { PREDICTION_FEATURES } from "./customers/features/feature_sets.ts";
export {
  type FeaturePreparation,
  fitFeaturePreparation,
  prepareFeatures,
} from "./prediction/classifiers/feature_preparation.ts";
export { type Origin, rollingOrigins } from "./customers/outcomes/rolling_origins.ts";
export { stackSnapshots } from "./prediction/selection/stack_snapshots.ts";
export { type Timeline, timeline } from "./prediction/selection/timeline.ts";
export { type Validation, validation } from "./prediction/selection/validation.ts";
export {
  chooseClassifier,
  type ClassifierChoice,
} from "./prediction/selection/choose_classifier.ts";
export { type ClassifierPlan, fitPlan } from "./prediction/classifiers/classifier_fits.ts";
export { type LabelledSnapshot, labelledSnapshot } from "./customers/outcomes/labelled_snapshot.ts";
export {
  churnLabels,
  highSpendCut,
  highSpendLabels,
  taskLabels,
} from "./prediction/selection/classification_tasks.ts";
export {
  type CustomerClassifier,
  fitCustomerClassifier,
  predictCustomerClassifier,
} from "./prediction/classifiers/customer_classifier.ts";
export {
  compareClassifiers,
  type CompareOptions,
  type Comparison,
  COMPETITORS,
} from "./prediction/selection/compare_classifiers.ts";
export { readCustomerClassifier } from "./prediction/classifiers/read_customer_classifier.ts";
export { overOrigins } from "./prediction/selection/over_origins.ts";
export { permutationImportance } from "./prediction/explanation/permutation_importance.ts";
export { partialDependence } from "./prediction/explanation/partial_dependence.ts";
export { explainCustomers, reasonsInWords } from "./prediction/explanation/explain_customers.ts";
export { leakWarnings } from "./prediction/selection/leak_warnings.ts";
export {
  CONTACT_DEFAULTS,
  type ContactAssumptions,
} from "./prediction/targeting/contact_assumptions.ts";
export { type ContactDecision, contactDecision } from "./prediction/targeting/contact_decision.ts";
export { profitCurve } from "./prediction/targeting/profit_curve.ts";
export {
  predictCustomers,
  type Predictions,
  predictionTask,
  type PredictOptions,
} from "./prediction/predict_customers.ts";

// Lifetime value: what they are worth
export {
  type ExpectedRevenue,
  expectedRevenue,
  predictRevenue,
} from "./lifetime_value/spend/expected_revenue.ts";
export {
  meanRates,
  withPurchasesTimesSpend,
} from "./lifetime_value/spend/with_purchases_times_spend.ts";
export { purchaseMatrix, type PurchaseMatrixCell } from "./lifetime_value/purchase_matrix.ts";
export {
  fitSpendModel,
  predictSpend,
  type SpendModel,
} from "./lifetime_value/spend/spend_model.ts";
export { chooseSpendPlan } from "./lifetime_value/spend/choose_spend_plan.ts";
export { spendScores } from "./lifetime_value/spend/spend_scores.ts";
export { totalInterval } from "./lifetime_value/spend/total_interval.ts";
export { repeatPurchaseSummary } from "./lifetime_value/repeat_purchase_summary.ts";
export { type CustomerBase, customerBase } from "./lifetime_value/models/customer_base.ts";
export type { PurchaseModel } from "./lifetime_value/models/purchase_model.ts";
export { fitNbd } from "./lifetime_value/models/nbd.ts";
export { fitBetaGeoNbd } from "./lifetime_value/models/beta_geo_nbd.ts";
export { fitModifiedBetaGeoNbd } from "./lifetime_value/models/modified_beta_geo_nbd.ts";
export { fitParetoNbd } from "./lifetime_value/models/pareto_nbd.ts";
export {
  choosePurchaseModel,
  type PurchaseModelChoice,
} from "./lifetime_value/models/choose_purchase_model.ts";
export { purchaseDiagnostics } from "./lifetime_value/models/purchase_diagnostics.ts";
export { probabilityAlive } from "./lifetime_value/models/probability_alive.ts";
export { expectedPurchases } from "./lifetime_value/models/expected_purchases.ts";
export { purchaseCountProbability } from "./lifetime_value/models/purchase_count_probability.ts";
export { fitGammaGamma, type GammaGammaModel } from "./lifetime_value/models/gamma_gamma.ts";
export { expectedSpend } from "./lifetime_value/models/gamma_gamma.ts";
export { spendDiagnostics } from "./lifetime_value/models/spend_diagnostics.ts";
export { type PurchaseBacktest, purchaseBacktest } from "./lifetime_value/purchase_backtest.ts";
export {
  lifetimeValue,
  type LifetimeValueOptions,
  type LifetimeValues,
} from "./lifetime_value/lifetime_value.ts";
export {
  type ForecastMonth,
  forecastRevenue,
  type RevenueForecast,
  type RevenueForecastOptions,
} from "./forecast/forecast_revenue.ts";
export { reconcile, type Reconciliation } from "./forecast/reconcile.ts";

// Recommendation: what to offer
export { PurchaseBook, type PurchaseBookOptions } from "./recommendation/purchase_book.ts";
export { recommendShop, type ShopRecommendations } from "./recommendation/recommend_shop.ts";
export {
  buildInteractions,
  type Interactions,
} from "./recommendation/matrix/build_interactions.ts";
export {
  type BasketInteractions,
  buildBasketInteractions,
} from "./recommendation/matrix/build_basket_interactions.ts";
export {
  type SimilarProducts,
  similarProducts,
  type SimilarProductsOptions,
} from "./recommendation/similarity/similar_products.ts";
export type { Similarity } from "./recommendation/similarity/similarity_formula.ts";
export { encodePurchases } from "./recommendation/matrix/encode_purchases.ts";
export { type ProductBaskets, productBaskets } from "./recommendation/matrix/product_baskets.ts";
export {
  type AssociationRule,
  associationRules,
  type AssociationRulesOptions,
} from "./recommendation/rules/association_rules.ts";
export { associationRulesTable } from "./recommendation/rules/association_rules_table.ts";
export { similarProductsTable } from "./recommendation/similarity/similar_products_table.ts";
export {
  type EaseModel,
  fitEase,
  type FitEaseOptions,
} from "./recommendation/similarity/fit_ease.ts";
export {
  chooseRecommenders,
  type ChooseRecommendersOptions,
} from "./recommendation/selection/choose_recommenders.ts";
export type { RecommendationPlan } from "./recommendation/selection/recommendation_plan.ts";
export {
  type ProductMap,
  productMap,
  type ProductMapLink,
  type ProductMapNode,
  type ProductMapOptions,
  type ProductNeighbourhood,
} from "./recommendation/map/product_map.ts";
export {
  recommendProducts,
  type RecommendProductsOptions,
} from "./recommendation/recommend_products.ts";
export { newcomerOffers, type NewcomerOffersOptions } from "./recommendation/newcomer_offers.ts";
export {
  type GroupPopularity,
  groupPopularity,
} from "./recommendation/ranking/group_popularity.ts";
export { fitProductWords, type ProductWords } from "./recommendation/search/product_words.ts";
export { similarByWords, type WordNeighbour } from "./recommendation/search/similar_by_words.ts";
export {
  newProductCustomers,
  type NewProductCustomersOptions,
} from "./recommendation/new_product_customers.ts";
export { findId } from "./recommendation/search/find_id.ts";
export { findProduct } from "./recommendation/search/find_product.ts";
export { nearMatches } from "./recommendation/search/near_matches.ts";
export {
  evaluateRecommendations,
  type RecommendationTasks,
} from "./recommendation/selection/evaluate_recommendations.ts";

// The whole run: every stage in order, and what it leaves behind
export { type OpenOptions, openShop, type Shop } from "./pipeline/open_shop.ts";
export { type RunOptions, runPipeline, type RunResult } from "./pipeline/run_pipeline.ts";
export { recommendInWords, type RecommendOptions } from "./cli/recommend_in_words.ts";
export { decide, type Decision } from "./prediction/targeting/decide.ts";
export { followSegments } from "./segmentation/follow_segments.ts";
export { type SegmentEvidence, segmentEvidence } from "./segmentation/segment_evidence.ts";
export { runArtifacts } from "./pipeline/run_artifacts.ts";
export { replaceArtifacts } from "./pipeline/output/replace_artifacts.ts";
export { summaryInWords } from "./cli/summary_in_words.ts";
export { renderReport } from "./report/render_report.ts";

// Learning: estimators over typed arrays, with npm packages behind the same contracts
export { type Matrix, matrixFromRows } from "./numeric/matrix.ts";
export { createRandom, type Random } from "./numeric/random/random.ts";
export { median, quantile } from "./numeric/quantile.ts";
export { symmetricInverse } from "./numeric/symmetric_inverse.ts";
export {
  fitStandardScaler,
  transformStandardScaler,
} from "./learning/preparation/standard_scaler.ts";
export {
  fitKMeans,
  K_MEANS_ENGINES,
  type KMeansModel,
  predictKMeans,
} from "./learning/clusters/k_means.ts";
export {
  fitLogisticRegression,
  LOGISTIC_REGRESSION_ENGINES,
  type LogisticRegressionModel,
  predictLogisticRegression,
} from "./learning/linear/logistic_regression.ts";
export {
  fitRandomForestClassifier,
  predictRandomForestClassifier,
  type RandomForestClassifierModel,
} from "./learning/trees/random_forest_classifier.ts";
export {
  fitRandomForestRegressor,
  predictRandomForestRegressor,
  type RandomForestRegressorModel,
} from "./learning/trees/random_forest_regressor.ts";
export { predictOutOfBag } from "./learning/trees/random_forest.ts";
export {
  fitRidgeRegression,
  predictRidgeRegression,
  type RidgeRegressionModel,
} from "./learning/linear/ridge_regression.ts";
export {
  fitPoissonRegression,
  type PoissonRegressionModel,
  predictPoissonRegression,
} from "./learning/linear/poisson_regression.ts";
export {
  fitGradientBoosting,
  type GradientBoostingModel,
  predictGradientBoosting,
} from "./learning/trees/gradient_boosting.ts";
export type { ClassWeights } from "./learning/preparation/class_weights.ts";
export {
  fitIsotonicRegression,
  type IsotonicRegressionModel,
  predictIsotonicRegression,
} from "./learning/calibration/isotonic_regression.ts";
export {
  fitPlattScaling,
  type PlattScalingModel,
  predictPlattScaling,
} from "./learning/calibration/platt_scaling.ts";

export {
  applyOutlierTreatment,
  fitOutlierTreatment,
  OUTLIER_TREATMENTS,
} from "./learning/preparation/outlier_treatment.ts";
export {
  fitPrincipalComponents,
  transformPrincipalComponents,
} from "./learning/linear/principal_components.ts";
export { clustersByGap, gapStatistic } from "./learning/clusters/gap_statistic.ts";

// Metrics: free functions over arrays
export { silhouetteEstimates, silhouetteSamples, silhouetteScores } from "./metrics/silhouette.ts";
export { calinskiHarabasz } from "./metrics/clustering.ts";
export { daviesBouldin } from "./metrics/clustering.ts";
export { adjustedRandIndex } from "./metrics/clustering.ts";
export { clusterJaccard } from "./metrics/clustering.ts";
export { confusionMatrix } from "./metrics/classification.ts";
export { accuracy } from "./metrics/classification.ts";
export { precision } from "./metrics/classification.ts";
export { recall } from "./metrics/classification.ts";
export { f1 } from "./metrics/classification.ts";
export { rocAuc } from "./metrics/classification.ts";
export { rocCurve } from "./metrics/classification.ts";
export { brierScore } from "./metrics/classification.ts";
export { logLoss } from "./metrics/classification.ts";
export { averagePrecision } from "./metrics/classification.ts";
export { precisionRecallCurve, type PrecisionRecallPoint } from "./metrics/classification.ts";
export { expectedCalibrationError } from "./metrics/classification.ts";
export { type LiftRow, liftTable } from "./metrics/classification.ts";
export {
  bootstrapInterval,
  bootstrapIntervals,
  type BootstrapOptions,
  type Interval,
} from "./metrics/intervals.ts";
export { calibrationCurve } from "./metrics/classification.ts";
export { r2 } from "./metrics/regression.ts";
export { mse } from "./metrics/regression.ts";
export { mae } from "./metrics/regression.ts";
export { rmse } from "./metrics/regression.ts";
export { spearman } from "./metrics/regression.ts";
export { topCapture } from "./metrics/regression.ts";
export { recallAt } from "./metrics/ranking.ts";
export { precisionAt } from "./metrics/ranking.ts";
export { ndcgAt } from "./metrics/ranking.ts";
export { hitRateAt } from "./metrics/ranking.ts";
export { averagePrecisionAt } from "./metrics/ranking.ts";
export { catalogueCoverage } from "./metrics/ranking.ts";
export { novelty } from "./metrics/ranking.ts";
export { listDiversity } from "./metrics/ranking.ts";
export { bootstrapMeans } from "./metrics/intervals.ts";

// Figures: rows in, drawing, caption and table out
export type { Figure, FigureOptions } from "./figures/drawing/figure.ts";
export { table, type TableOptions } from "./figures/drawing/table.ts";
export { basketDistributionFigure } from "./figures/assortment/basket_distribution.ts";
export { priceBandsFigure } from "./figures/assortment/price_bands.ts";
export { productChangesFigure } from "./figures/assortment/product_changes.ts";
export { topProductsFigure } from "./figures/assortment/top_products.ts";
export { calibrationFigure } from "./figures/models/calibration.ts";
export { featureImportanceFigure } from "./figures/models/feature_importance.ts";
export { gainsAndLiftFigure } from "./figures/models/gains_and_lift.ts";
export { partialDependenceFigure } from "./figures/models/partial_dependence.ts";
export { predictedActualFigure } from "./figures/models/predicted_actual.ts";
export { profitCurveFigure } from "./figures/models/profit_curve.ts";
export { rocCurveFigure } from "./figures/models/roc_curve.ts";
export { holdoutFrequencyFigure } from "./figures/purchases/holdout_frequency.ts";
export { purchaseMatrixFigure } from "./figures/purchases/purchase_matrix.ts";
export { purchaseTrackingFigure } from "./figures/purchases/purchase_tracking.ts";
export { productMapFigure } from "./figures/recommendations/product_map.ts";
export { recommendationFigure } from "./figures/recommendations/recommendation.ts";
export { returnsByMonthFigure } from "./figures/returns/returns_by_month.ts";
export { returnsByProductFigure } from "./figures/returns/returns_by_product.ts";
export { cohortRetentionFigure } from "./figures/sales/cohort_retention.ts";
export { cohortRevenueFigure } from "./figures/sales/cohort_revenue.ts";
export { newAndReturningFigure } from "./figures/sales/new_and_returning.ts";
export { paretoFigure } from "./figures/sales/pareto.ts";
export { revenueByCountryFigure } from "./figures/sales/revenue_by_country.ts";
export { revenueByMonthFigure } from "./figures/sales/revenue_by_month.ts";
export { revenueByWeekdayHourFigure } from "./figures/sales/revenue_by_weekday_hour.ts";
export { revenueForecastFigure } from "./figures/sales/revenue_forecast.ts";
export { principalComponentsFigure } from "./figures/segments/principal_components.ts";
export { rfmGridFigure, type RfmGridFigureOptions } from "./figures/segments/rfm_grid.ts";
export { segmentMigrationFigure } from "./figures/segments/segment_migration.ts";
export { segmentProfilesFigure } from "./figures/segments/segment_profiles.ts";
export { segmentSizesFigure } from "./figures/segments/segment_sizes.ts";
export { selectionFigure } from "./figures/segments/selection.ts";
export { silhouettePlotFigure } from "./figures/segments/silhouette_plot.ts";
export { snakePlotFigure } from "./figures/segments/snake_plot.ts";
