/**
 * The public vocabulary of Shopper Spectrum, in the order in which data walks through it.
 *
 * @module
 */

// Transactions: read, check, clean, account for every line
export { inspectFile, type InspectOptions } from "./transactions/reading/inspect_file.ts";
export {
  type RawTransactions,
  type ReadOptions,
  readTransactions,
} from "./transactions/reading/read_transactions.ts";
export { COLUMN_SYNONYMS } from "./transactions/reading/column_synonyms.ts";
export { FILE_LAYOUTS } from "./transactions/reading/file_layouts.ts";
export {
  linesFrame,
  type TransactionLines,
  transactionLines,
} from "./transactions/reading/transaction_lines.ts";
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
} from "./transactions/clean_transactions.ts";
export { matchReturns } from "./transactions/match_returns.ts";
export type { Audit, RejectedReason } from "./transactions/audit.ts";
export { InputError } from "./transactions/input_error.ts";
export { addDays, linesWithin } from "./transactions/days.ts";
export { dateColumn, numberColumn, textColumn } from "./transactions/columns.ts";
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
export { rfmSummary } from "./customers/rfm_summary.ts";
export { type RfmCutPoints, rfmCutPoints } from "./customers/rfm_cut_points.ts";
export { rfmScores, type RfmScoresOptions } from "./customers/rfm_scores.ts";
export { RFM_SEGMENTS, type RfmSegment } from "./customers/rfm_segments.ts";
export { rfmSegmentOf } from "./customers/rfm_segment_of.ts";
export { type RfmSegmentRow, rfmSegmentTable } from "./customers/rfm_segment_table.ts";
export { rfmGrid, type RfmGridCell, type RfmGridOptions } from "./customers/rfm_grid.ts";
export { FEATURE_DEFINITIONS, type FeatureDefinition } from "./customers/feature_definitions.ts";
export {
  CUSTOMER_FEATURES,
  type CustomerFeature,
  customerFeatures,
} from "./customers/customer_features.ts";
export { CORE_FEATURES } from "./customers/core_features.ts";
export { ordersByMonth } from "./customers/orders_by_month.ts";
export {
  countryColumns,
  type CountryEncoder,
  encodeCountries,
  fitCountryEncoder,
} from "./customers/country_encoder.ts";
export { featureMatrix, type FeatureMatrixOptions } from "./customers/feature_matrix.ts";
export { type HorizonOutcomes, horizonOutcomes } from "./customers/horizon_outcomes.ts";
export { type TimeSplit, timeSplit } from "./customers/time_split.ts";
export { NotEnoughDataError } from "./customers/not_enough_data_error.ts";

// Segmentation: how many kinds of customers there are, and who is which
export { SEGMENT_FEATURES } from "./segmentation/segment_features.ts";
export {
  type SelectionOptions,
  type SelectionRow,
  selectionTable,
} from "./segmentation/selection_table.ts";
export { chooseClusters, type ChooseClustersOptions } from "./segmentation/choose_clusters.ts";
export { type ClusterStability, clusterStability } from "./segmentation/cluster_stability.ts";
export { type Archetype, ARCHETYPES } from "./segmentation/archetypes.ts";
export {
  type ClusterCharacter,
  nameSegments,
  type SegmentName,
} from "./segmentation/name_segments.ts";
export { type SegmentProfile, segmentProfiles } from "./segmentation/segment_profiles.ts";
export { cliffsDelta } from "./segmentation/cliffs_delta.ts";
export { isolatesOutliers } from "./segmentation/isolates_outliers.ts";
export { measureVerdicts } from "./segmentation/measure_verdicts.ts";
export { treatmentEvidence } from "./segmentation/treatment_evidence.ts";
export { type SeasonEvidence, seasonEvidence } from "./segmentation/season_evidence.ts";
export {
  type Segmentation,
  segmentCustomers,
  type SegmentOptions,
} from "./segmentation/segment_customers.ts";
export { assignSegments } from "./segmentation/assign_segments.ts";
export { readSegmentationModel } from "./segmentation/read_segmentation_model.ts";
export type { SegmentationModel } from "./segmentation/segmentation_model.ts";
export { keepNames } from "./segmentation/keep_names.ts";
export { matchClusters } from "./segmentation/match_clusters.ts";
export { refitSegments } from "./segmentation/refit_segments.ts";
export { segmentMigration } from "./segmentation/segment_migration.ts";
export { populationStability } from "./segmentation/population_stability.ts";
export { refitAdvice } from "./segmentation/refit_advice.ts";

// Prediction: who will leave, who will spend most
export { PREDICTION_FEATURES } from "./prediction/prediction_features.ts";
export {
  type FeaturePreparation,
  fitFeaturePreparation,
  prepareFeatures,
} from "./prediction/feature_preparation.ts";
export { type Origin, rollingOrigins } from "./customers/rolling_origins.ts";
export { stackSnapshots } from "./prediction/stack_snapshots.ts";
export { type Timeline, timeline } from "./prediction/timeline.ts";
export { type Validation, validation } from "./prediction/validation.ts";
export { chooseClassifier, type ClassifierChoice } from "./prediction/choose_classifier.ts";
export { type ClassifierPlan, fitPlan } from "./prediction/classifier_fits.ts";
export { type LabelledSnapshot, labelledSnapshot } from "./customers/labelled_snapshot.ts";
export {
  churnLabels,
  highSpendCut,
  highSpendLabels,
  taskLabels,
} from "./prediction/classification_tasks.ts";
export {
  type CustomerClassifier,
  fitCustomerClassifier,
  predictCustomerClassifier,
} from "./prediction/customer_classifier.ts";
export {
  compareClassifiers,
  type CompareOptions,
  type Comparison,
  COMPETITORS,
} from "./prediction/compare_classifiers.ts";
export { readCustomerClassifier } from "./prediction/read_customer_classifier.ts";
export { overOrigins } from "./prediction/over_origins.ts";
export { permutationImportance } from "./prediction/permutation_importance.ts";
export { partialDependence } from "./prediction/partial_dependence.ts";
export { explainCustomers, reasonsInWords } from "./prediction/explain_customers.ts";
export { leakWarnings } from "./prediction/leak_warnings.ts";
export { CONTACT_DEFAULTS, type ContactAssumptions } from "./prediction/contact_assumptions.ts";
export { type ContactDecision, contactDecision } from "./prediction/contact_decision.ts";
export { profitCurve } from "./prediction/profit_curve.ts";
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
} from "./lifetime_value/expected_revenue.ts";
export { meanRates, withPurchasesTimesSpend } from "./lifetime_value/with_purchases_times_spend.ts";
export { purchaseMatrix, type PurchaseMatrixCell } from "./lifetime_value/purchase_matrix.ts";
export { fitSpendModel, predictSpend, type SpendModel } from "./lifetime_value/spend_model.ts";
export { chooseSpendPlan } from "./lifetime_value/choose_spend_plan.ts";
export { spendScores } from "./lifetime_value/spend_scores.ts";
export { totalInterval } from "./lifetime_value/total_interval.ts";
export { repeatPurchaseSummary } from "./lifetime_value/repeat_purchase_summary.ts";
export { type CustomerBase, customerBase } from "./lifetime_value/customer_base.ts";
export type { PurchaseModel } from "./lifetime_value/purchase_model.ts";
export { fitNbd } from "./lifetime_value/fit_nbd.ts";
export { fitBetaGeoNbd } from "./lifetime_value/fit_beta_geo_nbd.ts";
export { fitModifiedBetaGeoNbd } from "./lifetime_value/fit_modified_beta_geo_nbd.ts";
export { fitParetoNbd } from "./lifetime_value/fit_pareto_nbd.ts";
export {
  choosePurchaseModel,
  type PurchaseModelChoice,
} from "./lifetime_value/choose_purchase_model.ts";
export { purchaseDiagnostics } from "./lifetime_value/purchase_diagnostics.ts";
export { probabilityAlive } from "./lifetime_value/probability_alive.ts";
export { expectedPurchases } from "./lifetime_value/expected_purchases.ts";
export { purchaseCountProbability } from "./lifetime_value/purchase_count_probability.ts";
export { fitGammaGamma, type GammaGammaModel } from "./lifetime_value/fit_gamma_gamma.ts";
export { expectedSpend } from "./lifetime_value/expected_spend.ts";
export { spendDiagnostics } from "./lifetime_value/spend_diagnostics.ts";
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
export { buildInteractions, type Interactions } from "./recommendation/build_interactions.ts";
export {
  type BasketInteractions,
  buildBasketInteractions,
} from "./recommendation/build_basket_interactions.ts";
export {
  type SimilarProducts,
  similarProducts,
  type SimilarProductsOptions,
} from "./recommendation/similar_products.ts";
export type { Similarity } from "./recommendation/similarity_formula.ts";
export { encodePurchases } from "./recommendation/encode_purchases.ts";
export { type ProductBaskets, productBaskets } from "./recommendation/product_baskets.ts";
export {
  type AssociationRule,
  associationRules,
  type AssociationRulesOptions,
} from "./recommendation/association_rules.ts";
export { associationRulesTable } from "./recommendation/association_rules_table.ts";
export { similarProductsTable } from "./recommendation/similar_products_table.ts";
export { type EaseModel, fitEase, type FitEaseOptions } from "./recommendation/fit_ease.ts";
export {
  chooseRecommenders,
  type ChooseRecommendersOptions,
} from "./recommendation/choose_recommenders.ts";
export type { RecommendationPlan } from "./recommendation/recommendation_plan.ts";
export {
  type ProductMap,
  productMap,
  type ProductMapLink,
  type ProductMapNode,
  type ProductMapOptions,
  type ProductNeighbourhood,
} from "./recommendation/product_map.ts";
export {
  recommendProducts,
  type RecommendProductsOptions,
} from "./recommendation/recommend_products.ts";
export { newcomerOffers, type NewcomerOffersOptions } from "./recommendation/newcomer_offers.ts";
export { type GroupPopularity, groupPopularity } from "./recommendation/group_popularity.ts";
export { fitProductWords, type ProductWords } from "./recommendation/product_words.ts";
export { similarByWords, type WordNeighbour } from "./recommendation/similar_by_words.ts";
export {
  newProductCustomers,
  type NewProductCustomersOptions,
} from "./recommendation/new_product_customers.ts";
export { findId } from "./recommendation/find_id.ts";
export { findProduct } from "./recommendation/find_product.ts";
export { nearMatches } from "./recommendation/near_matches.ts";
export {
  evaluateRecommendations,
  type RecommendationTasks,
} from "./recommendation/evaluate_recommendations.ts";

// The whole run: every stage in order, and what it leaves behind
export { type RunOptions, runPipeline, type RunResult } from "./pipeline/run_pipeline.ts";
export { recommendInWords, type RecommendOptions } from "./pipeline/recommend_in_words.ts";
export { decide, type Decision } from "./pipeline/decide.ts";
export { followSegments } from "./pipeline/follow_segments.ts";
export { segmentPictures } from "./pipeline/segment_pictures.ts";
export { runArtifacts } from "./pipeline/run_artifacts.ts";
export { replaceArtifacts } from "./pipeline/output/replace_artifacts.ts";
export { summaryInWords } from "./pipeline/summary_in_words.ts";
export { migrationRows } from "./report/migration_rows.ts";
export { renderReport } from "./report/render_report.ts";
export type { ReportInput } from "./report/report_input.ts";

// Learning: estimators over typed arrays, with npm packages behind the same contracts
export { type Matrix, matrixFromRows } from "./numeric/matrix.ts";
export { createRandom, type Random } from "./numeric/random.ts";
export { median, quantile } from "./numeric/quantile.ts";
export { nelderMead } from "./numeric/nelder_mead.ts";
export { symmetricInverse } from "./numeric/symmetric_inverse.ts";
export { fitStandardScaler, transformStandardScaler } from "./learning/standard_scaler.ts";
export { fitKMeans, K_MEANS_ENGINES, type KMeansModel, predictKMeans } from "./learning/k_means.ts";
export {
  fitLogisticRegression,
  LOGISTIC_REGRESSION_ENGINES,
  type LogisticRegressionModel,
  predictLogisticRegression,
} from "./learning/logistic_regression.ts";
export {
  fitRandomForestClassifier,
  predictRandomForestClassifier,
  type RandomForestClassifierModel,
} from "./learning/random_forest_classifier.ts";
export {
  fitRandomForestRegressor,
  predictRandomForestRegressor,
  type RandomForestRegressorModel,
} from "./learning/random_forest_regressor.ts";
export { predictOutOfBag } from "./learning/random_forest.ts";
export {
  fitRidgeRegression,
  predictRidgeRegression,
  type RidgeRegressionModel,
} from "./learning/ridge_regression.ts";
export {
  fitPoissonRegression,
  type PoissonRegressionModel,
  predictPoissonRegression,
} from "./learning/poisson_regression.ts";
export {
  fitGradientBoosting,
  type GradientBoostingModel,
  predictGradientBoosting,
} from "./learning/gradient_boosting.ts";
export type { ClassWeights } from "./learning/class_weights.ts";
export {
  fitIsotonicRegression,
  type IsotonicRegressionModel,
  predictIsotonicRegression,
} from "./learning/isotonic_regression.ts";
export {
  fitPlattScaling,
  type PlattScalingModel,
  predictPlattScaling,
} from "./learning/platt_scaling.ts";

export {
  applyOutlierTreatment,
  fitOutlierTreatment,
  OUTLIER_TREATMENTS,
} from "./learning/outlier_treatment.ts";
export {
  fitPrincipalComponents,
  transformPrincipalComponents,
} from "./learning/principal_components.ts";
export { clustersByGap, gapStatistic } from "./learning/gap_statistic.ts";

// Metrics: free functions over arrays
export { silhouetteEstimates, silhouetteSamples, silhouetteScores } from "./metrics/silhouette.ts";
export { calinskiHarabasz } from "./metrics/calinski_harabasz.ts";
export { daviesBouldin } from "./metrics/davies_bouldin.ts";
export { adjustedRandIndex } from "./metrics/adjusted_rand_index.ts";
export { clusterJaccard } from "./metrics/cluster_jaccard.ts";
export { confusionMatrix } from "./metrics/confusion_matrix.ts";
export { accuracy } from "./metrics/accuracy.ts";
export { precision } from "./metrics/precision.ts";
export { recall } from "./metrics/recall.ts";
export { f1 } from "./metrics/f1.ts";
export { rocAuc } from "./metrics/roc_auc.ts";
export { rocCurve } from "./metrics/roc_curve.ts";
export { brierScore } from "./metrics/brier_score.ts";
export { logLoss } from "./metrics/log_loss.ts";
export { averagePrecision } from "./metrics/average_precision.ts";
export {
  precisionRecallCurve,
  type PrecisionRecallPoint,
} from "./metrics/precision_recall_curve.ts";
export { expectedCalibrationError } from "./metrics/expected_calibration_error.ts";
export { type LiftRow, liftTable } from "./metrics/lift_table.ts";
export {
  bootstrapInterval,
  bootstrapIntervals,
  type BootstrapOptions,
  type Interval,
} from "./metrics/bootstrap_interval.ts";
export { calibrationCurve } from "./metrics/calibration_curve.ts";
export { r2 } from "./metrics/r2.ts";
export { mse } from "./metrics/mse.ts";
export { mae } from "./metrics/mae.ts";
export { rmse } from "./metrics/rmse.ts";
export { spearman } from "./metrics/spearman.ts";
export { topCapture } from "./metrics/top_capture.ts";
export { recallAt } from "./metrics/recall_at.ts";
export { precisionAt } from "./metrics/precision_at.ts";
export { ndcgAt } from "./metrics/ndcg_at.ts";
export { hitRateAt } from "./metrics/hit_rate_at.ts";
export { averagePrecisionAt } from "./metrics/average_precision_at.ts";
export { catalogueCoverage } from "./metrics/catalogue_coverage.ts";
export { novelty } from "./metrics/novelty.ts";
export { listDiversity } from "./metrics/list_diversity.ts";
export { bootstrapMeans } from "./metrics/bootstrap_mean.ts";

// Charts: rows in, SVG out
export { basketChart } from "./charts/basket_chart.ts";
export { calibrationChart } from "./charts/calibration_chart.ts";
export { cohortRetentionChart } from "./charts/cohort_retention_chart.ts";
export { cohortRevenueChart } from "./charts/cohort_revenue_chart.ts";
export { featureImportanceChart } from "./charts/feature_importance_chart.ts";
export { newAndReturningChart } from "./charts/new_and_returning_chart.ts";
export { paretoChart } from "./charts/pareto_chart.ts";
export { partialDependenceChart } from "./charts/partial_dependence_chart.ts";
export { forecastFanRows } from "./charts/forecast_fan_rows.ts";
export { forecastFanChart } from "./charts/forecast_fan_chart.ts";
export { purchaseMatrixChart } from "./charts/purchase_matrix_chart.ts";
export { purchaseTrackingChart } from "./charts/purchase_tracking_chart.ts";
export { holdoutFrequencyChart } from "./charts/holdout_frequency_chart.ts";
export { predictedActualChart } from "./charts/predicted_actual_chart.ts";
export { priceBandsChart } from "./charts/price_bands_chart.ts";
export { productChangesChart } from "./charts/product_changes_chart.ts";
export { productMapChart, type ProductMapRows } from "./charts/product_map_chart.ts";
export { profitCurveChart } from "./charts/profit_curve_chart.ts";
export { recommendationChart } from "./charts/recommendation_chart.ts";
export { returnedProductsChart } from "./charts/returned_products_chart.ts";
export { returnsByMonthChart } from "./charts/returns_by_month_chart.ts";
export { revenueByCountryChart } from "./charts/revenue_by_country_chart.ts";
export { revenueByMonthChart } from "./charts/revenue_by_month_chart.ts";
export {
  rfmGridChart,
  type RfmGridChartOptions,
  type RfmGridRow,
} from "./charts/rfm_grid_chart.ts";
export { rocChart } from "./charts/roc_chart.ts";
export { componentsMapChart } from "./charts/components_map_chart.ts";
export { liftChart } from "./charts/lift_chart.ts";
export { migrationChart } from "./charts/migration_chart.ts";
export { silhouetteBladesChart } from "./charts/silhouette_blades_chart.ts";
export { snakePlotChart } from "./charts/snake_plot_chart.ts";
export { segmentProfilesChart } from "./charts/segment_profiles_chart.ts";
export { segmentSizesChart } from "./charts/segment_sizes_chart.ts";
export { elbowChart, selectionChart, silhouetteChart } from "./charts/selection_chart.ts";
export { table, type TableOptions } from "./charts/table.ts";
export { topProductsChart } from "./charts/top_products_chart.ts";
export { weekdayHourChart } from "./charts/weekday_hour_chart.ts";
