import { latestWithin } from "../../backtest/backtest_limits.ts";
import type { LabelledCustomers } from "../classifiers/customer_classifier.ts";

/**
 * The snapshots that a model learns from together, so that it sees more than one season. A customer
 * has a row per snapshot: fine for fitting, but no two of those rows are independent.
 *
 * @param mostRows Where the next snapshot would make it more rows than this, it and older ones are
 * left out; default 15,000.
 * @returns The latest ones, one at least.
 * @throws {RangeError} If no snapshot is given.
 */
export function snapshotsWithin(
  snapshots: readonly LabelledCustomers[],
  mostRows?: number,
): readonly LabelledCustomers[] {
  return latestWithin(snapshots, ({ labels }) => labels.length, mostRows);
}

/** The labels of snapshots below one another. */
export function stackLabels(snapshots: readonly LabelledCustomers[]): Uint8Array {
  const stacked = new Uint8Array(snapshots.reduce((rows, { labels }) => rows + labels.length, 0));
  let row = 0;
  for (const { labels } of snapshots) {
    stacked.set(labels, row);
    row += labels.length;
  }
  return stacked;
}
