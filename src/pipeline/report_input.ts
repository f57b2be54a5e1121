import { basename } from "node:path";
import type { DataFrame } from "nodejs-polars";
import pl from "nodejs-polars";
import { emptyReportInput } from "../report/empty_report_input.ts";
import type {
  NoResult,
  RecommendationExample,
  ReportInput,
  RuleExample,
  SimilarExample,
} from "../report/report_input.ts";
import { rfmSegmentTable } from "../customers/rfm/rfm_segment_table.ts";
import { pareto } from "../exploration/pareto.ts";
import { purchaseMatrix } from "../lifetime_value/purchase_matrix.ts";
import { spendImportance } from "../lifetime_value/spend/spend_importance.ts";
import { median } from "../numeric/quantile.ts";
import type { Predictions } from "../prediction/predict_customers.ts";
import { PROFILE_FEATURES } from "../segmentation/naming/segment_profiles.ts";
import { productNames } from "../transactions/product_names.ts";
import { numberColumn, textColumn } from "../frames/columns.ts";
import { type Attempt, reasonOf, resultOf } from "./attempt.ts";
import { caveats } from "./caveats.ts";
import { explorationInput } from "./exploration_input.ts";
import type { BusinessForecast } from "../forecast/forecast_business.ts";
import type { Metrics } from "./metrics_json.ts";
import type { Offers } from "./offer.ts";
import type { RunResult } from "./run_pipeline.ts";
import { segmentPictures } from "../segmentation/segment_pictures.ts";

/** Products and customers shown as examples of offers. */
const EXAMPLES = 3;
/** Rules of baskets that are shown. */
const RULES = 10;

/**
 * Prepares what the report shows.
 *
 * @param run What a run found out.
 * @param metrics How the models did.
 * @returns Plain rows and sentences, see `renderReport`.
 */
export function reportInput(run: RunResult, metrics: Metrics): ReportInput {
  const { clean, asOf, horizonDays, inputs } = run;
  const exploration = resultOf(run.exploration);
  const segmentation = resultOf(run.segmentation);
  const predictions = resultOf(run.predictions);
  const revenue = resultOf(run.revenue);
  const offers = resultOf(run.offers);
  const names = offers ? productNames(clean.transactions) : new Map<string, string>();
  const { churn, high_spend } = predictions?.tasks ?? {};
  return {
    ...emptyReportInput("What the transactions say about the customers", asOf),
    inputs: inputs.map(({ path, rows }) => ({ path: basename(path), rows })),
    horizonDays,
    currency: run.currency,
    audit: {
      ...clean.audit,
      sales_rows: clean.audit.sales.rows,
      sales_revenue: clean.audit.sales.revenue,
    },
    ...(exploration && explorationInput(exploration)),
    rfmSegments: rfmSegmentTable(run.customers),
    selection: segmentation?.selection ?? [],
    chosenK: segmentation?.k ?? null,
    chosenBecause: segmentation?.because ?? reasonOf(run.segmentation),
    segments: segmentation?.segments ?? [],
    segmentProfiles: (segmentation?.segments ?? []).flatMap(({ name, medians, differences }) =>
      PROFILE_FEATURES.map((feature) => ({
        segment: name,
        feature,
        value: medians[feature],
        z: differences[feature],
      }))
    ),
    segmentEvidence: segmentation && segmentPictures(run.customers, segmentation, run.seed),
    migration: migrationInput(run),
    metrics,
    roc: { churn: churn?.comparison.roc ?? [], high_spend: high_spend?.comparison.roc ?? [] },
    lift: {
      churn: churn?.comparison.lift ?? [],
      high_spend: high_spend?.comparison.lift ?? [],
    },
    calibration: {
      churn: calibrationRows(churn),
      high_spend: calibrationRows(high_spend),
    },
    importance: {
      churn: churn?.importance ?? [],
      high_spend: high_spend?.importance ?? [],
      revenue: revenue ? spendImportance(revenue.model) : [],
    },
    decision: reportable(run.decision),
    forecast: forecastInput(run.forecast),
    revenueDeciles: revenue?.deciles ?? [],
    purchases: purchasePictures(run),
    similarExamples: offers && exploration
      ? similarExamples(offers, exploration.topProducts, names)
      : [],
    productMap: offers?.map,
    ruleExamples: offers ? ruleExamples(offers, names) : [],
    largeBaskets: offers?.largeBaskets,
    recommendationExamples: offers ? recommendationExamples(run.customers, offers, names) : [],
    caveats: [...leaks(predictions), ...caveats(run)],
  };
}

type Task = { comparison: { calibration: readonly CalibrationRow[] } } | undefined;

interface CalibrationRow {
  readonly model: string;
  readonly mean_probability: number;
  readonly observed_rate: number;
  readonly rows: number;
}

function calibrationRows(task: Task) {
  return (task?.comparison.calibration ?? []).map((row) => ({
    model: row.model,
    mean_predicted: row.mean_probability,
    observed: row.observed_rate,
    count: row.rows,
  }));
}

function similarExamples(
  { similar }: Offers,
  topProducts: readonly { readonly product_id: string }[],
  names: ReadonlyMap<string, string>,
): SimilarExample[] {
  const withNeighbours = new Set(textColumn(similar, "product_id"));
  const shown = topProducts.filter(({ product_id }) => withNeighbours.has(product_id));
  return shown.slice(0, EXAMPLES).map(({ product_id }) => {
    const neighbours = similar.filter(pl.col("product_id").eq(pl.lit(product_id)))
      .sort("rank").head(4);
    const similarity = numberColumn(neighbours, "similarity");
    const inCommon = numberColumn(neighbours, "customers_in_common");
    return {
      product: names.get(product_id) ?? product_id,
      neighbours: textColumn(neighbours, "neighbour_id").map((id, i) => ({
        description: names.get(id) ?? id,
        similarity: similarity[i],
        customers_in_common: inCommon[i],
      })),
    };
  });
}

/** The rules of the most baskets, each pair of products once, in the surer direction. */
function ruleExamples({ rules }: Offers, names: ReadonlyMap<string, string>): RuleExample[] {
  const told = new Set<string>();
  return [...rules]
    .filter(({ antecedents }) => antecedents.length === 1)
    .sort((a, b) => b.baskets - a.baskets || b.confidence - a.confidence)
    .filter(({ antecedents: [product], consequent }) => {
      const pair = [product, consequent].sort().join("\n");
      return !told.has(pair) && told.add(pair);
    })
    .slice(0, RULES)
    .map(({ antecedents: [product], consequent, baskets, confidence, lift }) => ({
      product: names.get(product) ?? product,
      also: names.get(consequent) ?? consequent,
      baskets,
      confidence,
      lift,
    }));
}

/** Offers to the customers of median, upper quartile and largest spend. */
function recommendationExamples(
  customers: DataFrame,
  { recommendations }: Offers,
  names: ReadonlyMap<string, string>,
): RecommendationExample[] {
  const bySpend = textColumn(customers.sort(["monetary_value", "customer_id"]), "customer_id");
  const shown = [0.5, 0.75, 1].map((at) => bySpend[Math.round(at * (bySpend.length - 1))]);
  return [...new Set(shown)].flatMap((customer) => {
    const offers = recommendations.filter(pl.col("customer_id").eq(pl.lit(customer))).sort("rank");
    const kinds = textColumn(offers, "kind"), because = textColumn(offers, "because");
    const ranks = numberColumn(offers, "rank");
    return textColumn(offers, "product_id").map((id, i) => ({
      customer_id: customer,
      rank: ranks[i],
      kind: kinds[i],
      description: names.get(id) ?? id,
      because: because[i],
    }));
  });
}

/** What today's purchase model says of histories as old as the older half's, and of values. */
function purchasePictures(run: RunResult): ReportInput["purchases"] {
  const lifetime = resultOf(run.lifetime);
  if (lifetime === undefined) return undefined;
  const model = lifetime.purchases.chosen;
  const age = Math.round(median(numberColumn(run.customers, "tenure_days")));
  const value = lifetime.values.select(
    "customer_id",
    pl.col("lifetime_value").alias("revenue"),
  );
  return {
    age,
    model: model.kind,
    matrix: age > 0 ? purchaseMatrix(model, { age, horizonDays: run.horizonDays }) : [],
    tracking: resultOf(run.heldOut)?.tracking ?? [],
    value: pareto(value),
  };
}

/** Nothing where there are no segments: that is said already. */
function migrationInput({ segmentation, migration }: RunResult): ReportInput["migration"] {
  if (!("result" in segmentation)) return undefined;
  return reportable(migration);
}

function forecastInput(attempt: Attempt<BusinessForecast>): ReportInput["forecast"] {
  if (!("result" in attempt)) return attempt;
  const { forecast, reconciliation } = attempt.result;
  return { kind: "forecast", ...forecast, reconciliation: reconciliation?.sentence };
}

/** Features too good to be true stand first among the caveats. */
function leaks(predictions: Predictions | undefined): string[] {
  return Object.entries(predictions?.tasks ?? {}).flatMap(([task, { leakWarnings }]) =>
    leakWarnings.map(({ sentence }) => `Possible leak (${task.replace("_", " ")}): ${sentence}`)
  );
}

/** A result, or why there is none. */
function reportable<T>(attempt: Attempt<T>): T | NoResult {
  return "result" in attempt ? attempt.result : attempt;
}
