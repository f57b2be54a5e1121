import type { RfmSegmentRow } from "../customers/rfm/rfm_segment_table.ts";
import type { BasketSpread } from "../exploration/basket_distribution.ts";
import type { OutlierRow } from "../exploration/outlier_orders.ts";
import type { SegmentEvidence } from "../segmentation/segment_evidence.ts";
import type { BasketDistribution } from "../exploration/basket_distribution.ts";
import type { NoResult } from "../frames/attempt.ts";
import type { CohortRow } from "../exploration/cohort_retention.ts";
import type { NewAndReturningRow } from "../exploration/new_and_returning.ts";
import type { ParetoRow } from "../exploration/pareto.ts";
import type { PriceBandRow } from "../exploration/price_bands.ts";
import type { ReturnsMonthRow } from "../exploration/returns_by_month.ts";
import type { ReturnedProductRow } from "../exploration/returns_by_product.ts";
import type { CountryRow } from "../exploration/revenue_by_country.ts";
import type { MonthRow } from "../exploration/revenue_by_month.ts";
import type { WeekdayHourRow } from "../exploration/revenue_by_weekday_hour.ts";
import type { ProductChangeRow, ProductChanges } from "../exploration/rising_products.ts";
import type { ProductRow } from "../exploration/top_products.ts";
import type { CalibrationRow } from "../figures/models/calibration.ts";
import type { FeatureImportanceRow } from "../figures/models/feature_importance.ts";
import type { GainsRow } from "../figures/models/gains_and_lift.ts";
import type { RocRow } from "../figures/models/roc_curve.ts";
import type { SegmentFeatureRow } from "../figures/segments/segment_profiles.ts";
import type { SelectionMeasures } from "../figures/segments/selection.ts";
import type { PurchaseMatrixCell } from "../lifetime_value/purchase_matrix.ts";
import type { RevenueDecile } from "../lifetime_value/spend/revenue_deciles.ts";
import type { TrackingRow } from "../lifetime_value/track_purchases.ts";
import type { ProductMap } from "../recommendation/map/product_map.ts";
import type { ReportDecision } from "./report_decision.ts";
import type { ReportForecast } from "./report_forecast.ts";
import type { ReportMigration } from "./report_migration.ts";

/** A measure that may be missing: JSON writes what could not be computed as `null`. */
export type Measured = number | null;

/** What was read, what was rejected and why; rows and revenue add up. */
export interface ReportAudit {
  readonly rows_read: number;
  readonly rows_kept: number;
  readonly rejected: readonly { reason: string; rows: number; revenue: number }[];
  readonly revenue_read: number;
  readonly revenue_kept: number;
  readonly customers: number;
  readonly invoices: number;
  readonly products: number;
  /** Lines of the sales totals, those without a customer included. */
  readonly sales_rows?: number;
  /** Their revenue. */
  readonly sales_revenue?: number;
  /** What of the kept lines came back: `gross_revenue` less `returned_revenue` is `net_revenue`. */
  readonly returns?: {
    /** Return lines, and those of them whose pieces were all found among earlier purchases. */
    readonly rows: number;
    readonly rows_matched: number;
    readonly gross_revenue: number;
    readonly returned_revenue: number;
    readonly net_revenue: number;
  };
}

/** How one measure of size is spread over the orders. */
export type ReportBaskets = BasketSpread;

/** A line far larger than the one in the middle, and what became of it. */
export type ReportOutlier = OutlierRow;

/** One segment of the clustering. */
export interface ReportSegment {
  readonly cluster: number;
  readonly name: string;
  readonly customers: number;
  /** Share of all customers, 0 to 1. */
  readonly share_of_customers: number;
  /** Share of all revenue, 0 to 1. */
  readonly share_of_revenue: number;
  /** Median of each feature, in its own unit. */
  readonly medians: Readonly<Record<string, Measured>>;
  readonly stability?: Measured;
  /** Whether it survives resampling; null or absent where that was not measured. */
  readonly stable?: boolean | null;
  /** What sets it apart, the strongest effect first. */
  readonly traits?: readonly { readonly words: string }[];
  /** The RFM segments of its customers, the most frequent first. */
  readonly rfm_segments?: readonly { readonly segment: string; readonly share: number }[];
  /** Whether its orders gather in a season. */
  readonly season?: { readonly words: string } | null;
  /** Who they are, in one sentence. */
  readonly description?: string;
  /** What to do, in one sentence. */
  readonly action?: string;
}

/** One named RFM segment; medians are shown where they are given. */
export type ReportRfmSegment =
  & Omit<RfmSegmentRow, "recency_days" | "frequency" | "monetary_value">
  & Partial<Pick<RfmSegmentRow, "recency_days" | "frequency" | "monetary_value">>;

/** What every line of a leaderboard has. */
export interface ReportModel {
  readonly model: string;
  readonly engine?: string;
  readonly baseline: boolean;
  /** Whether the engine could take a sample of the rows only. */
  readonly sampled?: boolean;
  /** What the engine could not do as asked, in sentences. */
  readonly notes?: readonly string[];
}

/** One classifier on the later period. */
export interface ReportClassifier extends ReportModel {
  readonly accuracy?: Measured;
  readonly precision?: Measured;
  readonly recall?: Measured;
  readonly f1?: Measured;
  readonly roc_auc?: Measured;
  readonly pr_auc?: Measured;
  readonly brier?: Measured;
  readonly log_loss?: Measured;
  readonly calibration_error?: Measured;
  /** Ranges that hold 95 % of bootstrap samples. */
  readonly intervals?: { readonly roc_auc: { readonly low: number; readonly high: number } };
}

/** A classifier over several test dates. */
export interface ReportOverOrigins extends ReportModel {
  readonly origins: number;
  readonly roc_auc: { readonly mean: Measured; readonly sd: Measured };
  readonly brier: { readonly mean: Measured; readonly sd: Measured };
}

/** One regressor on the later period. */
export interface ReportRegressor extends ReportModel {
  readonly r2?: Measured;
  readonly mse?: Measured;
  readonly mae?: Measured;
  /** Share of all revenue spent by the tenth of whom most was expected, 0 to 1. */
  readonly top_decile_capture?: Measured;
  readonly rank_correlation?: Measured;
}

/** Forecasts of revenue on one test date. */
export interface ReportRevenueOrigin {
  readonly tested_as_of: string;
  readonly customers: number;
  readonly actual_total: number;
  /** Share of customers within their 80 % interval. */
  readonly interval_coverage: number;
  /** The total, with the range that should hold 80 % of outcomes. */
  readonly total: { readonly expected: number; readonly low: number; readonly high: number };
}

/** One recommender on the later period. */
export interface ReportRecommender extends ReportModel {
  readonly recall_at_10?: Measured;
  readonly ndcg_at_10?: Measured;
  readonly hit_rate_at_10?: Measured;
  readonly map_at_10?: Measured;
  /** Share of the products that are offered to anybody. */
  readonly coverage_at_10?: Measured;
  /** Bootstrap intervals over customers. */
  readonly intervals?: { readonly ndcg_at_10?: { readonly low: number; readonly high: number } };
}

export type { NoResult };

/** The leaderboard of a yes-or-no question. */
export interface ClassificationTask {
  readonly kind: "classification";
  readonly customers: number;
  /** Share of the customers to whom it happened, 0 to 1. */
  readonly positive_rate: Measured;
  readonly models: readonly ReportClassifier[];
  /** The model that had been chosen on the test date, by periods before it, and why. */
  readonly selected?: string;
  readonly selection_reason?: string;
  /** The model that scores today's customers, and why. */
  readonly selected_today?: string;
  readonly selection_reason_today?: string;
  /** Dates on which the models were tested. */
  readonly origins?: readonly { readonly tested_as_of: string }[];
  readonly over_origins?: readonly ReportOverOrigins[];
}

/** The leaderboard of an amount. */
export interface RegressionTask {
  readonly kind: "regression";
  readonly customers: number;
  /** The model that had been chosen on the test date, by periods before it, and why. */
  readonly selected?: string;
  readonly selection_reason?: string;
  /** Why today's customers are scored by which model. */
  readonly selection_reason_today?: string;
  readonly origins?: readonly ReportRevenueOrigin[];
  readonly models: readonly ReportRegressor[];
}

/** The purchase models on a period held out. */
export interface PurchaseTask {
  readonly kind: "purchases";
  readonly tested_as_of: string;
  readonly holdout_days: number;
  readonly customers: number;
  readonly actual_total: number;
  readonly selected: string;
  readonly selection_reason: string;
  readonly scores: readonly {
    readonly model: string;
    readonly baseline: boolean;
    readonly expected_total: number;
    readonly mae: number;
    readonly rank_correlation: Measured;
    readonly one_time_alive: Measured;
  }[];
  readonly by_frequency: readonly {
    readonly model: string;
    readonly repeat_frequency: number;
    readonly customers: number;
    readonly expected: number;
    readonly actual: number;
  }[];
}

/** What the purchase models say and how they did. */
export interface PurchasePictures {
  /** Days since the first purchase, of all cells of the matrix. */
  readonly age: number;
  /** Today's model. */
  readonly model: string;
  readonly matrix: readonly PurchaseMatrixCell[];
  /** Week by week, on the period held out; missing where that could not be done. */
  readonly tracking: readonly TrackingRow[];
  /** How lifetime value is spread over the customers, the largest first. */
  readonly value: readonly ParetoRow[];
}

/** The leaderboard of an order of products. */
export interface RankingTask {
  readonly kind: "ranking";
  readonly customers: number;
  /** Which model had been chosen before the test, and why. */
  readonly selected?: string;
  readonly selection_reason?: string;
  readonly models: readonly ReportRecommender[];
}

/** The content of metrics.json. */
export interface ReportMetrics {
  readonly fitted_as_of: string;
  readonly tested_as_of: string;
  readonly horizon_days: number;
  readonly tasks: {
    readonly churn?: ClassificationTask | NoResult;
    readonly high_spend?: ClassificationTask | NoResult;
    readonly revenue?: RegressionTask | NoResult;
    readonly repeat_purchases?: PurchaseTask | NoResult;
    readonly recommendation_new_items?: RankingTask | NoResult;
    readonly recommendation_all_items?: RankingTask | NoResult;
  };
}

/** A product and those that are bought by the same customers. */
export interface SimilarExample {
  readonly product: string;
  readonly neighbours: readonly {
    description: string;
    similarity: number;
    customers_in_common: number;
  }[];
}

/** Products that lie in the same baskets. */
export interface RuleExample {
  readonly product: string;
  readonly also: string;
  readonly baskets: number;
  /** Share of the first product's baskets that hold the second. */
  readonly confidence: number;
  /** How many times as often as by chance. */
  readonly lift: number;
}

/** One recommendation for one customer. */
export interface RecommendationExample {
  readonly customer_id: string;
  readonly rank: number;
  readonly kind: string;
  readonly description: string;
  readonly because: string;
}

/** Everything that the report shows: plain data, JSON-able, computed elsewhere. */
export interface ReportInput {
  readonly title: string;
  readonly inputs: readonly { path: string; rows: number }[];
  /** The day of the snapshot, `YYYY-MM-DD`: lines before it were used. */
  readonly asOf: string;
  /** How far the predictions look ahead, in days. */
  readonly horizonDays: number;
  /** Sign or code of the currency, such as "£". Default none: amounts carry no unit. */
  readonly currency?: string;
  readonly audit: ReportAudit;
  readonly months: readonly MonthRow[];
  readonly newAndReturning: readonly NewAndReturningRow[];
  readonly weekdayHours: readonly WeekdayHourRow[];
  readonly cohorts: readonly CohortRow[];
  readonly pareto: readonly ParetoRow[];
  /** Gini coefficient of spending, 0 (all the same) to 1 (one customer has all). */
  readonly giniCoefficient?: Measured;
  /** Share of revenue of the top 20 % of the customers, 0 to 1. */
  readonly topShare: Measured;
  readonly countries: readonly CountryRow[];
  readonly topProducts: readonly ProductRow[];
  /** The products that changed most, and the windows that are compared. */
  readonly productChanges: readonly ProductChangeRow[];
  readonly comparedWindows?: Pick<ProductChanges, "before" | "after" | "until">;
  readonly priceBands: readonly PriceBandRow[];
  /** Orders by value and by pieces; null where nothing has a size. */
  readonly baskets: Pick<BasketDistribution, "value" | "pieces"> | null;
  readonly returnsByMonth: readonly ReturnsMonthRow[];
  readonly returnedProducts: readonly ReturnedProductRow[];
  /** The lines that stand out most, the most extreme first. */
  readonly outliers: readonly ReportOutlier[];
  readonly rfmSegments: readonly ReportRfmSegment[];
  readonly selection: readonly SelectionMeasures[];
  readonly chosenK: number | null;
  /** Why this number of segments, in one sentence. */
  readonly chosenBecause: string;
  readonly segments: readonly ReportSegment[];
  readonly segmentProfiles: readonly SegmentFeatureRow[];
  /** Who moved between the segments, or why that is not known; missing where nobody asked. */
  readonly migration?: ReportMigration | NoResult;
  /** Missing where there are no segments. */
  readonly segmentEvidence?: SegmentEvidence;
  readonly metrics: ReportMetrics;
  readonly roc: { readonly churn: readonly RocRow[]; readonly high_spend: readonly RocRow[] };
  /** Gains and lift on the test date. */
  readonly lift?: {
    readonly churn: readonly GainsRow[];
    readonly high_spend: readonly GainsRow[];
  };
  readonly calibration: {
    readonly churn: readonly CalibrationRow[];
    readonly high_spend: readonly CalibrationRow[];
  };
  readonly importance: {
    readonly churn: readonly FeatureImportanceRow[];
    readonly high_spend: readonly FeatureImportanceRow[];
    readonly revenue: readonly FeatureImportanceRow[];
  };
  /** Whom to contact, or why that is not known; missing where nobody asked. */
  readonly decision?: ReportDecision | NoResult;
  /** What the business will take in, or why that is not known; missing where nobody asked. */
  readonly forecast?: ReportForecast | NoResult;
  readonly revenueDeciles: readonly RevenueDecile[];
  /** Missing where no purchase model could be fitted. */
  readonly purchases?: PurchasePictures;
  readonly similarExamples: readonly SimilarExample[];
  /** The most popular products and their neighbourhoods; missing where there are no offers. */
  readonly productMap?: ProductMap;
  /** The strongest rules of baskets, each pair once. */
  readonly ruleExamples?: readonly RuleExample[];
  /** Baskets that were too large to count for the rules. */
  readonly largeBaskets?: number;
  readonly recommendationExamples: readonly RecommendationExample[];
  /** What a reader must know before acting, one sentence each. */
  readonly caveats: readonly string[];
}
