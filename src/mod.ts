/**
 * The public vocabulary of Shopper Spectrum, in the order in which data walks through it.
 *
 * @module
 */

// Transactions: read, check, clean, account for every line
export { type RawTransactions, readTransactions } from "./transactions/read_transactions.ts";
export { transactionLines } from "./transactions/transaction_lines.ts";
export { synthesizeTransactions } from "./transactions/synthesize_transactions.ts";
export {
  type CleanOptions,
  type CleanTransactions,
  cleanTransactions,
} from "./transactions/clean_transactions.ts";
export type { Audit, RejectedReason } from "./transactions/audit.ts";
export { InputError } from "./transactions/input_error.ts";
export { dateColumn, numberColumn, textColumn } from "./transactions/columns.ts";
export { productNames } from "./transactions/product_names.ts";

// Exploration: what the shop sold, when, where and to whom
export { revenueByMonth } from "./exploration/revenue_by_month.ts";
export { revenueByWeekdayHour } from "./exploration/revenue_by_weekday_hour.ts";
export { revenueByCountry } from "./exploration/revenue_by_country.ts";
export { topProducts } from "./exploration/top_products.ts";
export { giniCoefficient, pareto, topCustomersShare } from "./exploration/pareto.ts";
export { cohortRetention } from "./exploration/cohort_retention.ts";

// Customers: the snapshot, RFM and behaviour features
export { addDays, linesWithin, type Snapshot, takeSnapshot } from "./customers/snapshot.ts";
export { rfmSummary } from "./customers/rfm_summary.ts";
export { rfmScores } from "./customers/rfm_scores.ts";
export { RFM_SEGMENTS } from "./customers/rfm_segments.ts";
export { CUSTOMER_FEATURES, customerFeatures } from "./customers/customer_features.ts";
export { featureMatrix } from "./customers/feature_matrix.ts";
export { horizonOutcomes } from "./customers/horizon_outcomes.ts";
export { timeSplit } from "./customers/time_split.ts";

// Segmentation: how many kinds of customers there are, and who is which
export { SEGMENT_FEATURES } from "./segmentation/segment_features.ts";
export { selectionTable } from "./segmentation/selection_table.ts";
export { chooseClusters } from "./segmentation/choose_clusters.ts";
export { clusterStability } from "./segmentation/cluster_stability.ts";
export { ARCHETYPES } from "./segmentation/archetypes.ts";
export { nameSegments } from "./segmentation/name_segments.ts";
export { segmentProfiles } from "./segmentation/segment_profiles.ts";
export { type Segmentation, segmentCustomers } from "./segmentation/segment_customers.ts";

// Learning and metrics: numbers and arrays only
export { type Matrix, matrixFromRows } from "./numeric/matrix.ts";
export { median, quantile } from "./numeric/quantile.ts";
export { fitStandardScaler, transformStandardScaler } from "./learning/standard_scaler.ts";
export { fitKMeans, predictKMeans } from "./learning/k_means.ts";
export { silhouetteScores } from "./metrics/silhouette.ts";
export { adjustedRandIndex } from "./metrics/adjusted_rand_index.ts";

// Charts: rows in, SVG out
export { cohortRetentionChart } from "./charts/cohort_retention_chart.ts";
export { paretoChart } from "./charts/pareto_chart.ts";
export { revenueByCountryChart } from "./charts/revenue_by_country_chart.ts";
export { revenueByMonthChart } from "./charts/revenue_by_month_chart.ts";
export { segmentProfilesChart } from "./charts/segment_profiles_chart.ts";
export { segmentSizesChart } from "./charts/segment_sizes_chart.ts";
export { selectionChart } from "./charts/selection_chart.ts";
export { table, type TableOptions } from "./charts/table.ts";
export { topProductsChart } from "./charts/top_products_chart.ts";
export { weekdayHourChart } from "./charts/weekday_hour_chart.ts";
