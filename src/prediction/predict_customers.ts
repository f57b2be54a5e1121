import pl, { type DataFrame } from "nodejs-polars";
import { NotEnoughDataError } from "../customers/not_enough_data_error.ts";
import type { SnapshotSource } from "../customers/snapshot.ts";
import { addDays } from "../transactions/days.ts";
import { timeSplit } from "../customers/time_split.ts";
import { featureImportance, type ImportanceRow } from "./feature_importance.ts";
import {
  churnLabels,
  type ClassificationTask,
  highSpendCut,
  highSpendLabels,
} from "./classification_tasks.ts";
import {
  compareClassifiers,
  type Comparison,
  type Competitor,
  COMPETITORS,
  type LabelledCustomers,
} from "./compare_classifiers.ts";
import {
  type ClassifierFamily,
  type CustomerClassifier,
  fitCustomerClassifier,
  predictCustomerClassifier,
} from "./customer_classifier.ts";
import { type LabelledSnapshot, labelledSnapshot } from "./labelled_snapshot.ts";

/** Options of {@linkcode predictCustomers}. */
export interface PredictOptions {
  /** ISO date up to which lines are known. */
  readonly asOf: string;
  /** Days to look ahead. */
  readonly horizonDays: number;
  /** ISO date of the first purchase. */
  readonly firstDate: string;
  readonly competitors?: readonly Competitor[];
  readonly seed?: number;
  /** Where features at an earlier date come from; computed here if not given. */
  readonly featuresAt?: (asOf: string) => DataFrame;
}

/** One task: how the models did on the later period, and the one that scores today's customers. */
export interface PredictionTask {
  readonly comparison: Comparison;
  /** Fitted on the latest snapshot whose outcomes are known. */
  readonly model: CustomerClassifier;
  /** Why this family, in words. */
  readonly because: string;
  readonly importance: readonly ImportanceRow[];
}

/** What customers will probably do. */
export interface Predictions {
  readonly fitAsOf: string;
  readonly testAsOf: string;
  readonly tasks: Readonly<Record<ClassificationTask, PredictionTask>>;
  /** `churn_probability, high_spend_probability, purchase_probability`, one row per customer. */
  readonly scores: DataFrame;
}

const FEWEST_CUSTOMERS = 50;

/**
 * Predicts churn and high spending: compares models over time, then scores today's customers.
 *
 * Models are fitted at one snapshot and measured one horizon later, where the labels of the first
 * end. The family that scores is chosen one horizon earlier still, so that the measured period has
 * no say in it, and is fitted anew on the latest snapshot with known outcomes.
 *
 * @param source Purchases and returns.
 * @param customers Today's features, one row per customer, see `customerFeatures`.
 * @param options See {@linkcode PredictOptions}.
 * @returns Leaderboards, models and one row of probabilities per customer; the probability of a
 * purchase is one minus that of churn, its exact complement.
 * @throws {NotEnoughDataError} If the file is too short, or there are fewer than 50 customers or
 * only one class at one of the snapshots.
 */
export function predictCustomers(
  source: SnapshotSource,
  customers: DataFrame,
  options: PredictOptions,
): Predictions {
  const { asOf, horizonDays, firstDate, competitors = COMPETITORS, seed = 42 } = options;
  const { fitAsOf, testAsOf } = timeSplit(asOf, horizonDays, firstDate);
  const snapshot = (date: string) =>
    labelledSnapshot(source, date, horizonDays, options.featuresAt);
  const past = snapshot(fitAsOf);
  const later = snapshot(testAsOf);
  const earliest = addDays(fitAsOf, -horizonDays);
  // One horizon before the first one, if the file reaches back that far.
  const earlier = addDays(firstDate, horizonDays) > earliest ? undefined : snapshot(earliest);

  const solve = (task: ClassificationTask): PredictionTask => {
    const [fitted, tested] = labelled(task, past, past, later);
    const comparison = compareClassifiers(fitted, tested, { competitors, seed });
    const { family, because } = earlier
      ? chooseFamily(labelled(task, earlier, earlier, past), seed)
      : { family: "logistic_regression" as const, because: TOO_SHORT_TO_CHOOSE };
    const [latest] = labelled(task, later, later);
    const model = fitCustomerClassifier(latest.features, latest.labels, { family, seed });
    return { comparison, model, because, importance: featureImportance(model, tested, seed) };
  };
  const tasks = { churn: solve("churn"), high_spend: solve("high_spend") };
  const churn = predictCustomerClassifier(tasks.churn.model, customers);
  const highSpend = predictCustomerClassifier(tasks.high_spend.model, customers);
  return {
    fitAsOf,
    testAsOf,
    tasks,
    scores: customers.select("customer_id").withColumns(
      pl.Series("churn_probability", churn, pl.Float64),
      pl.Series("high_spend_probability", highSpend, pl.Float64),
      pl.Series("purchase_probability", churn.map((p) => 1 - p), pl.Float64),
    ),
  };
}

const TOO_SHORT_TO_CHOOSE =
  "Logistic regression, the simpler model: the file is too short to choose on an earlier period.";

/** Labels of snapshots; what a high spender is, is learned on the first one given. */
function labelled(
  task: ClassificationTask,
  learnedOn: LabelledSnapshot,
  ...snapshots: readonly LabelledSnapshot[]
): LabelledCustomers[] {
  const cut = task === "high_spend" ? highSpendCut(learnedOn.outcomes) : 0;
  return snapshots.map(({ asOf, features, outcomes }) => {
    const labels = task === "churn" ? churnLabels(outcomes) : highSpendLabels(outcomes, cut);
    const positive = labels.reduce((sum, label) => sum + label, 0);
    if (labels.length < FEWEST_CUSTOMERS || positive === 0 || positive === labels.length) {
      throw new NotEnoughDataError(
        `Not enough data: at ${asOf} there are ${labels.length} customers, ${positive} of them ` +
          `with ${
            task.replace("_", " ")
          }; models need ${FEWEST_CUSTOMERS} customers of both kinds.`,
      );
    }
    return { features, labels };
  });
}

function chooseFamily(
  [earlier, past]: readonly LabelledCustomers[],
  seed: number,
): { family: ClassifierFamily; because: string } {
  const competitors = COMPETITORS.filter(({ engine }) => engine === "typed-arrays");
  const { models } = compareClassifiers(earlier, past, { competitors, seed });
  const [best, other] = models.filter(({ baseline }) => !baseline)
    .toSorted((a, b) => a.brier - b.brier);
  return {
    family: best.model as ClassifierFamily,
    because: `${words(best.model)}: on the period before, its Brier score was ` +
      `${best.brier.toFixed(3)} against ${other.brier.toFixed(3)} of ${words(other.model)}.`,
  };
}

function words(name: string): string {
  return name.replaceAll("_", " ");
}
