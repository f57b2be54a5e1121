import pl from "nodejs-polars";
import { latestWithin } from "../../backtest/backtest_limits.ts";
import type { LabelledCustomers } from "../classifiers/customer_classifier.ts";

/**
 * Puts labelled snapshots below one another, so that a model sees more than one season.
 *
 * A customer has a row per snapshot, at different ages and with different outcomes: fine for
 * fitting, but no two of those rows are independent.
 *
 * @param snapshots The latest first, all with the same columns.
 * @param mostRows Where the next snapshot would make it more rows than this, it and older ones are
 * left out; default 15,000.
 * @returns One table; the latest snapshot is always in it.
 * @throws {RangeError} If no snapshot is given.
 */
export function stackSnapshots(
  snapshots: readonly LabelledCustomers[],
  mostRows?: number,
): LabelledCustomers {
  const kept = snapshotsWithin(snapshots, mostRows);
  if (kept.length === 1) return kept[0];
  return { features: pl.concat(kept.map(({ features }) => features)), labels: stackLabels(kept) };
}

/**
 * The snapshots that {@linkcode stackSnapshots} stacks.
 *
 * @param snapshots The latest first.
 * @param mostRows As for {@linkcode stackSnapshots}.
 * @returns The latest ones, one at least.
 * @throws {RangeError} If no snapshot is given.
 */
export function snapshotsWithin(
  snapshots: readonly LabelledCustomers[],
  mostRows?: number,
): readonly LabelledCustomers[] {
  return latestWithin(snapshots, ({ labels }) => labels.length, mostRows);
}

/**
 * The labels of snapshots below one another.
 *
 * @param snapshots In the order of their rows.
 * @returns One label per row.
 */
export function stackLabels(snapshots: readonly LabelledCustomers[]): Uint8Array {
  const stacked = new Uint8Array(snapshots.reduce((rows, { labels }) => rows + labels.length, 0));
  let row = 0;
  for (const { labels } of snapshots) {
    stacked.set(labels, row);
    row += labels.length;
  }
  return stacked;
}
