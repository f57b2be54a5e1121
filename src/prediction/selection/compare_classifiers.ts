import { mean } from "../../numeric/sums.ts";
import {
  calibrationCurve,
  type CalibrationPoint,
  type LiftRow,
  liftTable,
  rocCurve,
  type RocPoint,
} from "../../metrics/classification.ts";
import type { CalibrationKind } from "../level/calibration.ts";
import {
  type ClassificationScores,
  classificationScores,
  type ScoredModel,
} from "./classification_leaderboard.ts";
import { type ClassifierFits, createClassifierFits } from "../classifiers/classifier_fits.ts";
import type {
  ClassifierEngine,
  ClassifierFamily,
  ClassifierParameters,
  CustomerClassifier,
  LabelledCustomers,
} from "../classifiers/customer_classifier.ts";
import { PREDICTION_FEATURES } from "../../customers/features/feature_sets.ts";
import { snapshotsWithin, stackLabels } from "./stack_snapshots.ts";

export type { LabelledCustomers };

/** One row of the list of competitors. */
export interface Competitor {
  readonly family: ClassifierFamily;
  readonly engine: ClassifierEngine;
  /** Column names; those of the comparison if not given. */
  readonly features?: readonly string[];
  readonly parameters?: ClassifierParameters;
  /** Whether the latest snapshot sets the probabilities right; default null, it does not. */
  readonly calibration?: CalibrationKind | null;
  /** What the reader should know of how it was fitted, in sentences. */
  readonly notes?: readonly string[];
}

/** Options of {@linkcode beginComparison}. */
export interface CompareOptions {
  readonly competitors?: readonly Competitor[];
  /** Feature columns of the competitors; all customer features if not given. */
  readonly features?: readonly string[];
  readonly seed?: number;
  /** Whether each ROC AUC and Brier score has a bootstrap interval; default true. */
  readonly intervals?: boolean;
  /** Where the competitors are fitted; on the calling thread alone if not given. */
  readonly fits?: ClassifierFits;
}

/** Comparison on a later snapshot of classifiers fitted on earlier ones. */
export interface Comparison {
  readonly customers: number;
  /** Share of the later customers to whom it happened. */
  readonly positive_rate: number;
  readonly models: readonly ClassificationScores[];
  /** ROC curve of each model of our own engine. */
  readonly roc: readonly (RocPoint & { readonly model: string; readonly roc_auc: number })[];
  /** Reliability curve of each model of our own engine, ten bins of equal count. */
  readonly calibration: readonly (CalibrationPoint & { readonly model: string })[];
  /** What each tenth of the customers holds, by model of our own engine. */
  readonly lift: readonly (LiftRow & { readonly model: string })[];
  /** The models of our own engine, as they were measured. */
  readonly classifiers: readonly CustomerClassifier[];
}

/** Our engines and the npm packages, side by side. */
export const COMPETITORS: readonly Competitor[] = [
  { family: "logistic_regression", engine: "built-in" },
  { family: "random_forest", engine: "built-in" },
  { family: "logistic_regression", engine: "ml-logistic-regression" },
  { family: "random_forest", engine: "ml-random-forest" },
];

/**
 * Begins to fit classifiers on earlier snapshots, to be measured on a later one, beside rules that any
 * model must beat: everyone's prevalence, recency alone and frequency alone. Other threads can fit while
 * something else is done.
 *
 * @param past Features and labels at an earlier snapshot, or at several, the latest first.
 * @param later Features and labels at the later one, which begins where the last labels end.
 * @param options See {@linkcode CompareOptions}.
 * @returns A function to be called once, from probabilities of the later customers that were made
 * elsewhere to the leaderboard, with curves of the models of our own engine.
 * @throws {RangeError} If one side has only one class.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { beginComparison } from "./compare_classifiers.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const features = pl.DataFrame({
 *   recency_days: [1, 2, 3, 4, 5, 90, 91, 92, 93, 94], frequency: [5, 4, 6, 5, 4, 1, 2, 1, 1, 1],
 * });
 * const snapshot = { features, labels: Uint8Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1) };
 * const finish = beginComparison(snapshot, snapshot, {
 *   competitors: [{ family: "logistic_regression", engine: "built-in" }],
 *   features: ["recency_days", "frequency"],
 * });
 * assertEquals(finish().models.map(({ model }) => model), [
 *   "logistic_regression", "prevalence", "recency_rule", "frequency_rule",
 * ]);
 * ```
 */
export function beginComparison(
  past: LabelledCustomers | readonly LabelledCustomers[],
  later: LabelledCustomers,
  options: CompareOptions = {},
): (baselines?: readonly ScoredModel[]) => Comparison {
  const { competitors = COMPETITORS, features = PREDICTION_FEATURES, seed = 42 } = options;
  const { fits = createClassifierFits(1) } = options;
  const snapshots = "labels" in past ? [past] : past;
  const begin = (competitor: Competitor) => {
    const { parameters = {}, calibration = null, notes = [] } = competitor;
    const plan = { features, ...competitor, parameters, calibration };
    const fit = fits.begin(snapshots, plan, { seed, later: [later.features] });
    return () => {
      const { classifier, probabilities: [probabilities], onSameRows } = fit();
      const { family: model, engine } = competitor;
      const sampled = onSameRows !== undefined;
      return {
        ...{ model, engine, baseline: false, classifier, probabilities, sampled },
        notes: [...notes, ...classifier.estimator.notes],
        rivals: (onSameRows ?? []).map((probabilities): ScoredModel => ({
          ...{ model, engine: "built-in", baseline: false, probabilities, sampled },
          notes: [`Fitted on the same sample as ${engine}, to compare the engines.`],
        })),
      };
    };
  };
  const contenders = competitors.map(begin);
  const [recency, frequency] = ["recency_days", "frequency"]
    .map((feature) => begin({ ...LOGISTIC, features: [feature] }));
  const rate = mean(stackLabels(snapshotsWithin(snapshots)));
  return (baselines = []) => {
    const rules = [
      rule("prevalence", new Float64Array(later.labels.length).fill(rate)),
      rule("recency_rule", recency().probabilities),
      rule("frequency_rule", frequency().probabilities),
    ];
    const fitted = contenders.map((contender) => contender());
    return compared(fitted, [...rules, ...baselines], later, options);
  };
}

/** A model that was fitted for the comparison. */
interface Contender extends ScoredModel {
  readonly model: ClassifierFamily;
  readonly classifier: CustomerClassifier;
  /** Our own engine on the rows of a package that took a sample of them. */
  readonly rivals: readonly ScoredModel[];
}

/** Measures what was fitted. */
function compared(
  contenders: readonly Contender[],
  rules: readonly ScoredModel[],
  { labels }: LabelledCustomers,
  { seed = 42, intervals = true }: CompareOptions,
): Comparison {
  const scored: ScoredModel[] = [...contenders.flatMap((one) => [one, ...one.rivals]), ...rules];
  const models = scored.map((one) => classificationScores(labels, one, intervals ? seed : null));
  const ours = contenders.filter(({ engine }) => engine === "built-in");
  const each = <Row>(rowsOf: (probabilities: Float64Array) => readonly Row[]) =>
    ours.flatMap(({ model, probabilities }) =>
      rowsOf(probabilities).map((row) => ({ model, ...row }))
    );
  const aucOf = new Map(ours.map((one) => [one.model, models[scored.indexOf(one)].roc_auc]));
  return {
    customers: labels.length,
    positive_rate: mean(labels),
    models,
    roc: each((probabilities) => rocCurve(labels, probabilities))
      .map((point) => ({ roc_auc: aucOf.get(point.model)!, ...point })),
    calibration: each((p) => calibrationCurve(labels, p, { strategy: "quantile" })),
    lift: each((p) => liftTable(labels, p, { groups: Math.min(10, p.length) })),
    classifiers: ours.map(({ classifier }) => classifier),
  };
}

const LOGISTIC: Competitor = { family: "logistic_regression", engine: "built-in" };

function rule(model: string, probabilities: Float64Array): ScoredModel {
  return { model, engine: "rule", baseline: true, probabilities };
}
