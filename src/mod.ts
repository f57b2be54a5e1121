/**
 * The public vocabulary of Shopper Spectrum, in the order in which data walks through it.
 *
 * @module
 */

// Transactions: read, check, clean, account for every line
export { type RawTransactions, readTransactions } from "./transactions/read_transactions.ts";
export { transactionLines } from "./transactions/transaction_lines.ts";
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

// Numbers
export { type Matrix, matrixFromRows } from "./numeric/matrix.ts";
