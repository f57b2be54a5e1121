import type { DataFrame } from "nodejs-polars";
import { labelledSnapshot } from "../../customers/outcomes/labelled_snapshot.ts";
import {
  knownSnapshots,
  type RollingOriginsOptions,
  snapshotDates,
} from "../../backtest/rolling_origins.ts";
import { FEWEST_CUSTOMERS } from "../../backtest/backtest_limits.ts";
import type { SnapshotSource } from "../../customers/snapshot.ts";
import type { SpendSnapshot } from "./spend_model.ts";
import { withPurchasesTimesSpend } from "./with_purchases_times_spend.ts";

/** Options of {@linkcode spendHistory}. */
export interface SpendHistoryOptions extends RollingOriginsOptions {
  /** Where features at an earlier date come from; computed here if not given. */
  readonly featuresAt?: (asOf: string) => DataFrame;
}

/** A snapshot with what the probability models expected on its date. */
export interface SpendRecord extends SpendSnapshot {
  /** One amount per customer; null where they could not be fitted. */
  readonly purchasesTimesSpend: Float64Array | null;
}

/** Features and later spend of the customers at each date, each computed once. */
export interface SpendHistory {
  /** The snapshot of a date with its outcomes. */
  readonly at: (date: string) => SpendRecord;
  /** Snapshots whose outcomes were known on a date, the latest first; those of few are left out. */
  readonly known: (on: string) => SpendRecord[];
}

/** Lays a file out in time, so that models of any date see only what was known by then. */
export function spendHistory(source: SnapshotSource, options: SpendHistoryOptions): SpendHistory {
  const { horizonDays, featuresAt } = options;
  const dates = snapshotDates(options);
  const remembered = new Map<string, SpendRecord>();
  const at = (asOf: string): SpendRecord => {
    const known = remembered.get(asOf);
    if (known !== undefined) return known;
    const { features: own, outcomes } = labelledSnapshot(source, asOf, horizonDays, featuresAt);
    const { features, expected } = withPurchasesTimesSpend(
      own,
      source.transactions,
      asOf,
      horizonDays,
    );
    const snapshot = { asOf, features, spend: outcomes.spend, purchasesTimesSpend: expected };
    remembered.set(asOf, snapshot);
    return snapshot;
  };
  return {
    at,
    known: (on) =>
      knownSnapshots(dates, on, horizonDays).map(at)
        .filter(({ spend }) => spend.length >= FEWEST_CUSTOMERS && spend.some((s) => s > 0)),
  };
}
