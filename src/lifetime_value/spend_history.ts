import type { DataFrame } from "nodejs-polars";
import { labelledSnapshot } from "../customers/labelled_snapshot.ts";
import {
  knownSnapshots,
  type RollingOriginsOptions,
  snapshotDates,
} from "../customers/rolling_origins.ts";
import type { SnapshotSource } from "../customers/snapshot.ts";
import type { SpendSnapshot } from "./spend_model.ts";

/** Options of {@linkcode spendHistory}. */
export interface SpendHistoryOptions extends RollingOriginsOptions {
  /** Where features at an earlier date come from; computed here if not given. */
  readonly featuresAt?: (asOf: string) => DataFrame;
}

/** What was known of customers and their later spend at each date, each computed once. */
export interface SpendHistory {
  /** The snapshot of a date with its outcomes. */
  readonly at: (date: string) => SpendSnapshot;
  /** Snapshots whose outcomes were known on a date, the latest first; those of few are left out. */
  readonly known: (on: string) => SpendSnapshot[];
}

const FEWEST_CUSTOMERS = 50;

/**
 * Lays a file out in time, so that models of any date see only what was known by then.
 *
 * @param source Purchases and returns.
 * @param options See {@linkcode SpendHistoryOptions}.
 * @returns See {@linkcode SpendHistory}.
 */
export function spendHistory(source: SnapshotSource, options: SpendHistoryOptions): SpendHistory {
  const { horizonDays, featuresAt } = options;
  const dates = snapshotDates(options);
  const remembered = new Map<string, SpendSnapshot>();
  const at = (asOf: string): SpendSnapshot => {
    const known = remembered.get(asOf);
    if (known !== undefined) return known;
    const { features, outcomes } = labelledSnapshot(source, asOf, horizonDays, featuresAt);
    const snapshot = { asOf, features, spend: outcomes.spend };
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
