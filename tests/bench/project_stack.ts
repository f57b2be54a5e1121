/**
 * The benchmark's work with the project's own modules, stage by stage as in python_stack.py.
 *
 * Usage: project_stack.ts FILE. Prints one JSON object: seconds per stage, checks that show what was
 * computed, and versions.
 *
 * @module
 */
import settings from "../../deno.json" with { type: "json" };
import { customerFeatures } from "../../src/customers/customer_features.ts";
import { featureMatrix } from "../../src/customers/feature_matrix.ts";
import { type SnapshotSource, takeSnapshot } from "../../src/customers/snapshot.ts";
import { addDays, linesWithin } from "../../src/transactions/days.ts";
import { cohortRetention } from "../../src/exploration/cohort_retention.ts";
import { pareto, topCustomersShare } from "../../src/exploration/pareto.ts";
import { revenueByCountry } from "../../src/exploration/revenue_by_country.ts";
import { revenueByMonth } from "../../src/exploration/revenue_by_month.ts";
import { revenueByWeekdayHour } from "../../src/exploration/revenue_by_weekday_hour.ts";
import { topProducts } from "../../src/exploration/top_products.ts";
import { fitKMeans, predictKMeans } from "../../src/learning/k_means.ts";
import {
  fitLogisticRegression,
  predictLogisticRegression,
} from "../../src/learning/logistic_regression.ts";
import {
  fitRandomForestClassifier,
  predictRandomForestClassifier,
} from "../../src/learning/random_forest_classifier.ts";
import { fitStandardScaler, transformStandardScaler } from "../../src/learning/standard_scaler.ts";
import { rocAuc } from "../../src/metrics/roc_auc.ts";
import { silhouetteScores } from "../../src/metrics/silhouette.ts";
import { buildInteractions } from "../../src/recommendation/build_interactions.ts";
import { similarProducts } from "../../src/recommendation/similar_products.ts";
import { cleanTransactions } from "../../src/transactions/clean_transactions.ts";
import { numberColumn, textColumn } from "../../src/transactions/columns.ts";
import { readTransactions } from "../../src/transactions/reading/read_transactions.ts";

const HORIZON_DAYS = 91;
const CLUSTERS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const TREES = 100;
const MINIMUM_LEAF = 10;
const NEIGHBOURS = 20;
const SEGMENT_FEATURES = ["monetary_value", "frequency", "recency_days", "average_basket_size"];
const CHURN_FEATURES = [
  "recency_days",
  "frequency",
  "monetary_value",
  "average_basket_size",
  "distinct_products",
  "tenure_days",
];

const seconds: Record<string, number> = {};
const checks: Record<string, number> = {};

function stage<T>(name: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  seconds[name] = (performance.now() - start) / 1000;
  return result;
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

/** Log features before `asOf`, and who buys nothing in the horizon after it. */
function churnSnapshot(source: SnapshotSource, asOf: string) {
  const customers = customerFeatures(takeSnapshot(source, asOf));
  const buyers = linesWithin(source.transactions, asOf, HORIZON_DAYS).getColumn("customer_id");
  const bought = new Set(buyers.unique().toArray());
  return {
    X: featureMatrix(customers, CHURN_FEATURES, { log: true }),
    churned: Int32Array.from(textColumn(customers, "customer_id"), (id) => bought.has(id) ? 0 : 1),
  };
}

const [path] = Deno.args;

const clean = stage(
  "read and clean",
  () => cleanTransactions(readTransactions([path]).lines),
);
const { transactions, sales, audit } = clean;
checks["lines read"] = audit.rows_read;
checks["lines kept"] = audit.rows_kept;
checks["revenue kept"] = audit.revenue_kept;

const tables = stage("exploration", () => ({
  months: revenueByMonth(sales),
  countries: revenueByCountry(sales),
  hours: revenueByWeekdayHour(sales),
  curve: pareto(transactions),
  topShare: topCustomersShare(transactions),
  cohorts: cohortRetention(transactions),
  products: topProducts(sales),
}));
checks["busiest month's revenue"] = Math.max(...tables.months.map(({ revenue }) => revenue));
checks["revenue share of top 20 %"] = tables.topShare;

const customers = stage(
  "customer features",
  () => customerFeatures(takeSnapshot(clean, addDays(audit.last_date, 1))),
);
checks["customers"] = customers.height;
checks["mean basket size"] = mean(numberColumn(customers, "average_basket_size"));

const { X, models } = stage("k-means, k = 2 … 10", () => {
  const features = featureMatrix(customers, SEGMENT_FEATURES, { log: true });
  const X = transformStandardScaler(fitStandardScaler(features), features);
  return { X, models: CLUSTERS.map((clusters) => fitKMeans(X, { clusters })) };
});
checks["inertia, k = 4"] = models[2].inertia;

const silhouettes = stage("silhouettes, k = 2 … 10", () => {
  const labellings = models.map((model) => predictKMeans(model, X));
  return silhouetteScores(X, labellings, { maximumRows: X.rows });
});
checks["silhouette, k = 4"] = silhouettes[2];

const { past, later } = stage("churn snapshots", () => ({
  past: churnSnapshot(clean, addDays(audit.last_date, -2 * HORIZON_DAYS)),
  later: churnSnapshot(clean, addDays(audit.last_date, -HORIZON_DAYS)),
}));
checks["churn rate"] = mean(later.churned);

const logisticProbability = stage("logistic regression", () => {
  const scaler = fitStandardScaler(past.X);
  const model = fitLogisticRegression(transformStandardScaler(scaler, past.X), past.churned);
  return predictLogisticRegression(model, transformStandardScaler(scaler, later.X));
});
checks["ROC AUC, logistic regression"] = rocAuc(later.churned, logisticProbability);

const forestProbability = stage("random forest, 100 trees", () => {
  const options = { trees: TREES, minimumLeafSize: MINIMUM_LEAF };
  const model = fitRandomForestClassifier(past.X, past.churned, options);
  return predictRandomForestClassifier(model, later.X);
});
checks["ROC AUC, random forest"] = rocAuc(later.churned, forestProbability);

const similar = stage(
  "item-item cosine, 20 nearest",
  () =>
    similarProducts(buildInteractions(transactions), {
      neighbours: NEIGHBOURS,
      minimumSupport: 1,
    }),
);
const { products, offsets, similarities } = similar;
checks["products"] = products.length;
checks["mean cosine of the nearest"] = mean(
  products.map((_, i) => offsets[i] < offsets[i + 1] ? similarities[offsets[i]] : 0),
);

console.log(JSON.stringify({
  seconds,
  checks,
  versions: {
    Deno: Deno.version.deno,
    V8: Deno.version.v8,
    "nodejs-polars": settings.imports["nodejs-polars"].replace(/^.*@/, ""),
  },
  threads: { Polars: Number(Deno.env.get("POLARS_MAX_THREADS")), JavaScript: 1 },
}));
