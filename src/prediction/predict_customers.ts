import pl, { type DataFrame } from "nodejs-polars";
import { NotEnoughDataError } from "../frames/errors.ts";
import type { SnapshotSource } from "../customers/snapshot.ts";
import { textColumn } from "../frames/columns.ts";
import type { ClassifierChoice } from "./selection/choose_classifier.ts";
import type { ScoredModel } from "./selection/classification_leaderboard.ts";
import {
  CLASSIFICATION_TASKS,
  type ClassificationTask,
  type HighSpendOptions,
} from "./selection/classification_tasks.ts";
import { type ClassifierFits, createClassifierFits } from "./classifiers/classifier_fits.ts";
import {
  beginComparison,
  type Comparison,
  type Competitor,
} from "./selection/compare_classifiers.ts";
import {
  type CustomerClassifier,
  type LabelledCustomers,
  predictCustomerClassifier,
} from "./classifiers/customer_classifier.ts";
import { leakWarnings } from "./selection/leak_warnings.ts";
import { type OriginScores, type OverOrigins, overOrigins } from "./selection/over_origins.ts";
import {
  permutationImportance,
  type PermutationImportanceRow,
} from "./explanation/permutation_importance.ts";
import {
  type Origin,
  rollingOrigins,
  type RollingOriginsOptions,
} from "../backtest/rolling_origins.ts";
import { type Timeline, timeline } from "./selection/timeline.ts";

/** Options of {@linkcode predictCustomers}. */
export interface PredictOptions extends RollingOriginsOptions {
  /** Definition of a high spender. */
  readonly highSpend?: HighSpendOptions;
  /** Engines of npm packages to measure beside ours on the last origin; default both. */
  readonly packages?: readonly Competitor[];
  /** Probabilities that come from elsewhere, to be measured beside ours. */
  readonly baselines?: readonly Baseline[];
  readonly seed?: number;
  /** Where features at an earlier date come from; computed here if not given. */
  readonly featuresAt?: (asOf: string) => DataFrame;
  /** Threads to use at most, which change nothing but the time; default one per processor, up to four. */
  readonly threads?: number;
}

/** A way to get probabilities that this room does not know. */
export interface Baseline {
  readonly model: string;
  readonly task: ClassificationTask;
  /** One probability per customer, from lines before `asOf` only; null where there is none. */
  readonly probabilities: (
    source: SnapshotSource,
    asOf: string,
    customers: readonly string[],
  ) => Float64Array | null;
}

/** One task: how the models did on later periods, and the one that scores today's customers. */
export interface PredictionTask {
  /** On the last origin. */
  readonly comparison: Comparison;
  readonly origins: readonly OriginScores[];
  readonly over_origins: readonly OverOrigins[];
  /** The chosen model as it was measured on the last origin, with its customers. */
  readonly tested: CustomerClassifier;
  readonly tested_on: LabelledCustomers;
  /** The family that was selected for the last origin, by periods before it, and why. */
  readonly selected: string;
  readonly selection_reason: string;
  /** Fitted on all snapshots whose outcomes are known today. */
  readonly model: CustomerClassifier;
  /** The family that scores today's customers, and why. */
  readonly selected_today: string;
  readonly selection_reason_today: string;
  readonly importance: readonly PermutationImportanceRow[];
  /** Features too good to be true, one sentence each. */
  readonly leak_warnings: readonly string[];
}

/** Reason why the data do not suffice. */
interface NotEnoughData {
  readonly kind: "not_enough_data";
  /** One sentence. */
  readonly reason: string;
}

/** Predictions of what customers will do. */
export interface Predictions {
  /** ISO date of the latest snapshot that the measured models learned from. */
  readonly fitted_as_of: string;
  /** The later snapshot, on whose outcomes they were measured. */
  readonly tested_as_of: string;
  /** One at least; those that the data cannot tell are left out. */
  readonly tasks: Readonly<Partial<Record<ClassificationTask, PredictionTask>>>;
  /** Why a task is left out. */
  readonly problems: Readonly<Partial<Record<ClassificationTask, NotEnoughData>>>;
  /**
   * `churn_probability, high_spend_probability, purchase_probability`, one row per customer; without
   * the columns of a task that is left out.
   */
  readonly scores: DataFrame;
}

/**
 * A task of the predictions, for work that cannot do without it.
 *
 * @param predictions What {@linkcode predictCustomers} found out.
 * @param task Which task.
 * @returns The task.
 * @throws {NotEnoughDataError} If the data could not tell it; the message says why.
 *
 * @example
 * ```ts
 * import { predictionTask } from "./predict_customers.ts";
 * import { assertThrows } from "@std/assert";
 *
 * const problems = { churn: { kind: "not_enough_data", reason: "Everybody came back." } } as const;
 * assertThrows(() => predictionTask({ tasks: {}, problems }, "churn"), Error, "Everybody came back.");
 * ```
 */
export function predictionTask<Task>(
  { tasks, problems }: {
    readonly tasks: Readonly<Partial<Record<ClassificationTask, Task>>>;
    readonly problems: Predictions["problems"];
  },
  task: ClassificationTask,
): Task {
  const found = tasks[task];
  if (found === undefined) throw new NotEnoughDataError(problems[task]!.reason);
  return found;
}

/** The npm packages, which are slow: measured on the last origin only. */
const PACKAGES: readonly Competitor[] = [
  { family: "logistic_regression", engine: "ml-logistic-regression" },
  {
    family: "random_forest",
    engine: "ml-random-forest",
    parameters: { trees: 20 },
    notes: ["Grown with 20 trees: more would take too long."],
  },
];

/**
 * Predicts churn and high spending: compares models over time, then scores today's customers.
 *
 * At each test date features, hyperparameters, calibration and family are chosen, and models fitted,
 * on what was known by then; so they are today, for the model that scores. Nothing that is measured
 * has a say in what is chosen.
 *
 * @param source Purchases and returns.
 * @param customers Today's features, one row per customer, see `customerFeatures`.
 * @param options See {@linkcode PredictOptions}.
 * @returns Leaderboards, models and one row of probabilities per customer; the probability of a
 * purchase is one minus that of churn, its exact complement.
 * @throws {NotEnoughDataError} If the file is too short, or no task can be told: there are fewer than
 * 50 customers or only one class at the last test date or before it. A task that can be told is,
 * whatever becomes of the other.
 */
export function predictCustomers(
  source: SnapshotSource,
  customers: DataFrame,
  options: PredictOptions,
): Predictions {
  const origins = rollingOrigins(options);
  const last = origins[origins.length - 1];
  const fits = createClassifierFits(options.threads);
  try {
    const times = timeline(source, { ...options, fits });
    const problems = problemsAt(last, times);
    // What takes long, above all the packages, is fitted meanwhile by other threads.
    const begun = CLASSIFICATION_TASKS.filter((task) => problems[task] === undefined).map((
      task,
    ) => ({
      task,
      finish: beginTask(task, source, times, origins, fits, options),
    }));
    const tasks: Predictions["tasks"] = Object.fromEntries(
      begun.map(({ task, finish }) => [task, finish()]),
    );
    return {
      fitted_as_of: last.train[0],
      tested_as_of: last.test,
      tasks,
      problems,
      scores: scoresOf(customers, tasks),
    };
  } finally {
    fits.close();
  }
}

/** Makes all choices of a task and begins its fits; the rest is done when it is asked for. */
function beginTask(
  task: ClassificationTask,
  source: SnapshotSource,
  times: Timeline,
  origins: readonly Origin[],
  fits: ClassifierFits,
  { asOf, seed = 42, packages = PACKAGES, baselines = [] }: PredictOptions,
): () => PredictionTask {
  const usable = origins.filter((origin) => times.problem(task, origin) === null);
  const begun = usable.map((origin) => {
    const choice = times.choose(task, origin.test);
    const { past, later } = times.labelled(task, origin);
    const isLast = origin === usable.at(-1);
    const finish = beginComparison(past, later, {
      competitors: competitorsOf(choice, isLast ? packages : []),
      seed,
      intervals: isLast,
      fits,
    });
    const scored = scoredBaselines(baselines, task, source, origin.test, later);
    return { origin, choice, later, finish: () => finish(scored) };
  });
  const today = times.choose(task, asOf);
  const plan = today.plans.find(({ family }) => family === today.selected)!;
  const model = fits.begin(times.known(task, asOf), plan, { seed });

  return () => {
    const measured = begun.map(({ finish, ...one }) => ({ ...one, comparison: finish() }));
    const scores = measured.map(originScores);
    const { choice: then, comparison, later } = measured[measured.length - 1];
    const tested = comparison.classifiers.find(({ family }) => family === then.selected)!;
    return {
      comparison,
      origins: scores,
      over_origins: overOrigins(scores),
      tested,
      tested_on: later,
      selected: then.selected,
      selection_reason: then.selection_reason,
      model: model().classifier,
      selected_today: today.selected,
      selection_reason_today: today.selection_reason,
      importance: permutationImportance(tested, later, { seed, repeats: 3 }),
      leak_warnings: leakWarnings(later.features, later.labels, { label: task.replace("_", " ") })
        .map(({ sentence }) => sentence),
    };
  };
}

/** The best of each family, and the packages on the same features and rows. */
function competitorsOf({ plans }: ClassifierChoice, packages: readonly Competitor[]): Competitor[] {
  const ours = plans.map((plan): Competitor => ({ ...plan, engine: "built-in" }));
  return [
    ...ours,
    ...packages.map((competitor) => {
      const { features, parameters } = ours.find(({ family }) => family === competitor.family)!;
      return { features, ...competitor, parameters: { ...parameters, ...competitor.parameters } };
    }),
  ];
}

function scoredBaselines(
  baselines: readonly Baseline[],
  task: ClassificationTask,
  source: SnapshotSource,
  asOf: string,
  later: LabelledCustomers,
): ScoredModel[] {
  const ids = textColumn(later.features, "customer_id");
  return baselines.filter((baseline) => baseline.task === task).flatMap((baseline) => {
    const probabilities = baseline.probabilities(source, asOf, ids);
    const { model } = baseline;
    return probabilities ? [{ model, engine: "rule", baseline: true, probabilities }] : [];
  });
}

function originScores({ origin, choice, comparison }: {
  readonly origin: Origin;
  readonly choice: ClassifierChoice;
  readonly comparison: Comparison;
}): OriginScores {
  return {
    fitted_as_of: origin.train,
    tested_as_of: origin.test,
    customers: comparison.customers,
    positive_rate: comparison.positive_rate,
    selected: choice.selected,
    models: comparison.models
      .filter(({ engine, sampled }) => engine !== "built-in" || !sampled)
      .map(({ model, engine, baseline, roc_auc, brier }) => (
        { model, engine, baseline, roc_auc, brier }
      )),
  };
}

/** What keeps tasks from being measured on the last origin, on which everything is. */
function problemsAt(last: Origin, times: Timeline): Predictions["problems"] {
  const problems = CLASSIFICATION_TASKS.flatMap((task) => {
    const problem = times.problem(task, last);
    return problem === null ? [] : [[task, { kind: "not_enough_data", reason: problem }] as const];
  });
  if (problems.length === CLASSIFICATION_TASKS.length) {
    throw new NotEnoughDataError(problems[0][1].reason);
  }
  return Object.fromEntries(problems);
}

function scoresOf(
  customers: DataFrame,
  { churn, high_spend: highSpend }: Predictions["tasks"],
): DataFrame {
  const stays = churn && predictCustomerClassifier(churn.model, customers);
  const spends = highSpend && predictCustomerClassifier(highSpend.model, customers);
  const column = (name: string, probabilities?: Float64Array) =>
    probabilities ? [pl.Series(name, probabilities, pl.Float64)] : [];
  return customers.select("customer_id").withColumns(
    ...column("churn_probability", stays),
    ...column("high_spend_probability", spends),
    ...column("purchase_probability", stays?.map((p) => 1 - p)),
  );
}
