import { customerFeatures } from "../../../src/customers/features/customer_features.ts";
import { featureMatrix } from "../../../src/customers/features/feature_matrix.ts";
import { type SnapshotSource, takeSnapshot } from "../../../src/customers/snapshot.ts";
import { addDays, linesWithin } from "../../../src/frames/days.ts";
import { cohortRetention } from "../../../src/exploration/cohorts/cohort_retention.ts";
import { pareto, topCustomersShare } from "../../../src/exploration/pareto.ts";
import { revenueByCountry } from "../../../src/exploration/revenue_by_country.ts";
import { revenueByMonth } from "../../../src/exploration/revenue_by_month.ts";
import { revenueByWeekdayHour } from "../../../src/exploration/revenue_by_weekday_hour.ts";
import { topProducts } from "../../../src/exploration/top_products.ts";
import { fitKMeans, predictKMeans } from "../../../src/learning/clusters/k_means.ts";
import {
  fitLogisticRegression,
  predictLogisticRegression,
} from "../../../src/learning/linear/logistic_regression.ts";
import {
  fitRandomForestClassifier,
  predictRandomForestClassifier,
} from "../../../src/learning/trees/random_forest_classifier.ts";
import {
  fitStandardScaler,
  transformStandardScaler,
} from "../../../src/learning/preparation/standard_scaler.ts";
import { rocAuc } from "../../../src/metrics/classification.ts";
import { silhouetteScores } from "../../../src/metrics/silhouette.ts";
import { buildInteractions } from "../../../src/recommendation/matrix/build_interactions.ts";
import { similarProducts } from "../../../src/recommendation/similarity/similar_products.ts";
import { numberColumn, textColumn } from "../../../src/frames/columns.ts";
import type { Bench, BenchCase } from "../bench_case.ts";
import { readAndClean } from "../read_and_clean.ts";

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

async function run(bench: Bench, path: string): Promise<void> {
  const clean = await readAndClean(bench, path);
  const { transactions, sales, audit } = clean;

  const tables = await bench.stage("exploration", () => ({
    months: revenueByMonth(sales),
    countries: revenueByCountry(sales),
    hours: revenueByWeekdayHour(sales),
    curve: pareto(transactions),
    topShare: topCustomersShare(transactions),
    cohorts: cohortRetention(transactions),
    products: topProducts(sales),
  }));
  bench.check("busiest month's revenue", Math.max(...tables.months.map(({ revenue }) => revenue)));
  bench.check("revenue share of top 20 %", tables.topShare);

  const customers = await bench.stage(
    "customer features",
    () => customerFeatures(takeSnapshot(clean, addDays(audit.last_date, 1))),
  );
  bench.check("customers with features", customers.height);
  bench.check("mean basket size", mean(numberColumn(customers, "average_basket_size")));

  const { X, models } = await bench.stage("k-means, k = 2 … 10", () => {
    const features = featureMatrix(customers, SEGMENT_FEATURES, { log: true });
    const X = transformStandardScaler(fitStandardScaler(features), features);
    return { X, models: CLUSTERS.map((clusters) => fitKMeans(X, { clusters })) };
  });
  bench.check("inertia, k = 4", models[2].inertia);

  const silhouettes = await bench.stage("silhouettes, k = 2 … 10", () => {
    const labellings = models.map((model) => predictKMeans(model, X));
    return silhouetteScores(X, labellings, { maximumRows: X.rows });
  });
  bench.check("silhouette, k = 4", silhouettes[2]);

  const { past, later } = await bench.stage("churn snapshots", () => ({
    past: churnSnapshot(clean, addDays(audit.last_date, -2 * HORIZON_DAYS)),
    later: churnSnapshot(clean, addDays(audit.last_date, -HORIZON_DAYS)),
  }));
  bench.check("churn rate", mean(later.churned));

  const logisticProbability = await bench.stage("logistic regression", () => {
    const scaler = fitStandardScaler(past.X);
    const model = fitLogisticRegression(transformStandardScaler(scaler, past.X), past.churned);
    return predictLogisticRegression(model, transformStandardScaler(scaler, later.X));
  });
  bench.check("ROC AUC, logistic regression", rocAuc(later.churned, logisticProbability));

  const forestProbability = await bench.stage("random forest, 100 trees", () => {
    const options = { trees: TREES, minimumLeafSize: MINIMUM_LEAF };
    const model = fitRandomForestClassifier(past.X, past.churned, options);
    return predictRandomForestClassifier(model, later.X);
  });
  bench.check("ROC AUC, random forest", rocAuc(later.churned, forestProbability));

  const similar = await bench.stage(
    "item-item cosine, 20 nearest",
    () =>
      similarProducts(buildInteractions(transactions), {
        neighbours: NEIGHBOURS,
        minimumSupport: 1,
      }),
  );
  const { products, offsets, similarities } = similar;
  bench.check("products with neighbours", products.length);
  bench.check(
    "mean cosine of the nearest",
    mean(
      products.map((_, i) => offsets[i] < offsets[i + 1] ? similarities[offsets[i]] : 0),
    ),
  );
}

const stack: BenchCase = {
  title: "the whole stack on one file, every stage in one process",
  run,
  // Random starts and random trees differ in their numbers.
  tolerances: [[/random forest/, 0.02], [/inertia|silhouette/, 0.01], [/logistic/, 1e-3]],
};
export default stack;
