import { formatDate } from "../../words/dates.ts";
import type { DataFrame } from "nodejs-polars";
import { FEWEST_CUSTOMERS, MOST_PERIODS } from "../../backtest/backtest_limits.ts";
import type { SnapshotSource } from "../../customers/snapshot.ts";
import { chooseClassifier, type ClassifierChoice } from "./choose_classifier.ts";
import {
  type ClassificationTask,
  type HighSpendOptions,
  taskLabels,
} from "./classification_tasks.ts";
import { type ClassifierFits, createClassifierFits } from "../classifiers/classifier_fits.ts";
import type { LabelledCustomers } from "../classifiers/customer_classifier.ts";
import { labelledSnapshot } from "../../customers/outcomes/labelled_snapshot.ts";
import {
  knownSnapshots,
  type Origin,
  type RollingOriginsOptions,
  snapshotDates,
} from "../../backtest/rolling_origins.ts";
import { formatPercent } from "../../words/numbers.ts";
import { type Validation, validation } from "./validation.ts";

/** Options of {@linkcode timeline}. */
export interface TimelineOptions extends RollingOriginsOptions {
  readonly highSpend?: HighSpendOptions;
  readonly seed?: number;
  readonly featuresAt?: (asOf: string) => DataFrame;
  /** Where candidates are fitted; on the calling thread alone if not given. */
  readonly fits?: ClassifierFits;
}

/** Snapshots of the customers at each date of a file, each computed once. */
export interface Timeline {
  /** Labelled snapshots whose labels end by a date, the latest first; those of no use left out. */
  readonly known: (task: ClassificationTask, on: string) => LabelledCustomers[];
  /** What an origin learns from, and what it is measured on. */
  readonly labelled: (task: ClassificationTask, origin: Origin) => {
    readonly past: readonly LabelledCustomers[];
    readonly later: LabelledCustomers;
  };
  /** What is chosen for models fitted on a date, by periods that ended before. */
  readonly choose: (task: ClassificationTask, on: string) => ClassifierChoice;
  /** Why an origin cannot be measured, in a sentence; null where it can. */
  readonly problem: (task: ClassificationTask, origin: Origin) => string | null;
}

/** Lays a file out in time, so that models of any date see only what was known by then. */
export function timeline(source: SnapshotSource, options: TimelineOptions): Timeline {
  const { horizonDays, highSpend, seed = 42, featuresAt } = options;
  const { fits = createClassifierFits(1) } = options;
  const dates = snapshotDates(options);
  const snapshot = once((date: string) => labelledSnapshot(source, date, horizonDays, featuresAt));
  const labelledAt = (task: ClassificationTask, date: string, learnedOn: string) => ({
    features: snapshot(date).features,
    labels: taskLabels(task, snapshot(date).outcomes, highSpend, snapshot(learnedOn).outcomes),
  });
  const labelled = (task: ClassificationTask, { train, test }: Origin) => ({
    past: train.map((date) => labelledAt(task, date, train[0])).filter(isUsable),
    later: labelledAt(task, test, train[0]),
  });
  const known = (task: ClassificationTask, on: string) => {
    const train = knownSnapshots(dates, on, horizonDays);
    return train.map((date) => labelledAt(task, date, train[0])).filter(isUsable);
  };
  const validated = once((key: string): Validation | null => {
    const [task, test] = key.split(" ") as [ClassificationTask, string];
    const train = knownSnapshots(dates, test, horizonDays);
    if (train.length === 0) return null;
    const { past, later } = labelled(task, { train, test });
    return past.length > 0 && isUsable(later) ? validation(past, later, seed, fits) : null;
  });
  const sameAsComingBack = ({ train, test }: Origin) => {
    const [{ labels: spends }, { labels: leaves }] = (["high_spend", "churn"] as const)
      .map((task) => labelledAt(task, test, train[0]));
    if (spends.some((spent, i) => spent === leaves[i])) return null;
    return `only ${formatPercent(count(spends) / spends.length, 1)} of the customers on ` +
      `${
        formatDate(test)
      } bought again within ${horizonDays} days, no more than the share of high ` +
      "spenders, so a high spender would be anyone who comes back: see the probability of a purchase.";
  };
  return {
    known,
    labelled,
    choose: (task, on) => {
      const validations = knownSnapshots(dates, on, horizonDays)
        .slice(0, MOST_PERIODS)
        .map((test) => validated(`${task} ${test}`))
        .filter((validation) => validation !== null);
      return chooseClassifier(validations);
    },
    problem: (task, origin) => {
      for (const date of [origin.train[0], origin.test]) {
        const { labels } = labelledAt(task, date, origin.train[0]);
        if (!isUsable({ labels })) return inWords(task, date, labels);
      }
      return task === "high_spend" ? sameAsComingBack(origin) : null;
    },
  };
}

function isUsable({ labels }: Pick<LabelledCustomers, "labels">): boolean {
  const positive = count(labels);
  return labels.length >= FEWEST_CUSTOMERS && positive > 0 && positive < labels.length;
}

function inWords(task: ClassificationTask, date: string, labels: Uint8Array): string {
  return `${labels.length} customers on ${formatDate(date)}, ${count(labels)} of them with ` +
    `${task.replace("_", " ")}; models need ${FEWEST_CUSTOMERS} customers and both outcomes.`;
}

function count(labels: Uint8Array): number {
  return labels.reduce((sum, label) => sum + label, 0);
}

function once<T>(compute: (key: string) => T): (key: string) => T {
  const results = new Map<string, T>();
  return (key) => {
    if (!results.has(key)) results.set(key, compute(key));
    return results.get(key)!;
  };
}
