import type { LogisticRegressionEngine } from "../learning/logistic_regression.ts";
import type { RandomForestEngine } from "../learning/random_forest.ts";
import { calibrationCurve, type CalibrationPoint } from "../metrics/calibration_curve.ts";
import { rocCurve, type RocPoint } from "../metrics/roc_curve.ts";
import {
  type ClassificationScores,
  classificationScores,
  type ScoredModel,
} from "./classification_leaderboard.ts";
import {
  type ClassifierFamily,
  fitCustomerClassifier,
  predictCustomerClassifier,
} from "./customer_classifier.ts";
import type { DataFrame } from "nodejs-polars";

/** Features and labels of one snapshot. */
export interface LabelledCustomers {
  readonly features: DataFrame;
  readonly labels: Uint8Array;
}

/** One row of the list of competitors. */
export interface Competitor {
  readonly family: ClassifierFamily;
  readonly engine: LogisticRegressionEngine | RandomForestEngine;
}

/** Options of {@linkcode compareClassifiers}. */
export interface CompareOptions {
  readonly competitors?: readonly Competitor[];
  /** Feature columns of the competitors; all customer features if not given. */
  readonly features?: readonly string[];
  readonly seed?: number;
}

/** How classifiers fitted on an earlier snapshot did on a later one. */
export interface Comparison {
  readonly customers: number;
  /** Share of the later customers to whom it happened. */
  readonly positive_rate: number;
  readonly models: readonly ClassificationScores[];
  /** ROC curve of each model that is no baseline. */
  readonly roc: readonly (RocPoint & { readonly model: string; readonly roc_auc: number })[];
  /** Reliability curve of each model that is no baseline, ten bins of equal count. */
  readonly calibration: readonly (CalibrationPoint & { readonly model: string })[];
}

/** Our engines and the npm packages, side by side. */
export const COMPETITORS: readonly Competitor[] = [
  { family: "logistic_regression", engine: "typed-arrays" },
  { family: "random_forest", engine: "typed-arrays" },
  { family: "logistic_regression", engine: "ml-logistic-regression" },
  { family: "random_forest", engine: "ml-random-forest" },
];

/**
 * Fits classifiers on an earlier snapshot and measures them on a later one, beside rules that any
 * model must beat: everyone's prevalence, recency alone and frequency alone.
 *
 * @param past Features and labels at the earlier snapshot.
 * @param later Features and labels at the later one, whose labels begin where the first ones end.
 * @param options See {@linkcode CompareOptions}.
 * @returns The leaderboard, with curves of the models of our own engine.
 * @throws {RangeError} If one of the snapshots has only one class.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { compareClassifiers } from "./compare_classifiers.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const features = pl.DataFrame({ recency_days: [1, 2, 3, 90, 91, 92], frequency: [5, 4, 6, 1, 2, 1] });
 * const snapshot = { features, labels: Uint8Array.of(0, 0, 0, 1, 1, 1) };
 * const { models } = compareClassifiers(snapshot, snapshot, {
 *   competitors: [{ family: "logistic_regression", engine: "typed-arrays" }],
 *   features: ["recency_days", "frequency"],
 * });
 * assertEquals(models.map(({ model }) => model), [
 *   "logistic_regression", "prevalence", "recency_rule", "frequency_rule",
 * ]);
 * ```
 */
export function compareClassifiers(
  past: LabelledCustomers,
  later: LabelledCustomers,
  options: CompareOptions = {},
): Comparison {
  const { competitors = COMPETITORS, seed = 42, features } = options;
  const fitAndScore = (competitor: Competitor, columns?: readonly string[]) => {
    const model = fitCustomerClassifier(past.features, past.labels, {
      ...competitor,
      seed,
      features: columns,
    });
    const probabilities = predictCustomerClassifier(model, later.features);
    return { probabilities, notes: model.estimator.notes };
  };
  const contenders: ScoredModel[] = competitors.map((competitor) => ({
    model: competitor.family,
    engine: competitor.engine,
    baseline: false,
    ...fitAndScore(competitor, features),
  }));
  const scored = [
    ...contenders,
    rule("prevalence", new Float64Array(later.labels.length).fill(mean(past.labels))),
    rule("recency_rule", fitAndScore(SINGLE_FEATURE, ["recency_days"]).probabilities),
    rule("frequency_rule", fitAndScore(SINGLE_FEATURE, ["frequency"]).probabilities),
  ];
  const models = scored.map((one) => classificationScores(later.labels, one));
  const ours = contenders.filter(({ engine }) => engine === "typed-arrays");
  return {
    customers: later.labels.length,
    positive_rate: mean(later.labels),
    models,
    roc: ours.flatMap(({ model, probabilities }, i) =>
      rocCurve(later.labels, probabilities)
        .map((point) => ({ model, roc_auc: models[scored.indexOf(ours[i])].roc_auc, ...point }))
    ),
    calibration: ours.flatMap(({ model, probabilities }) =>
      calibrationCurve(later.labels, probabilities, { strategy: "quantile" })
        .map((point) => ({ model, ...point }))
    ),
  };
}

const SINGLE_FEATURE: Competitor = { family: "logistic_regression", engine: "typed-arrays" };

function rule(model: string, probabilities: Float64Array): ScoredModel {
  return { model, engine: "rule", baseline: true, probabilities };
}

function mean(labels: Uint8Array): number {
  return labels.reduce((sum, label) => sum + label, 0) / labels.length;
}
