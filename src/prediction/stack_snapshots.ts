import pl from "nodejs-polars";
import type { LabelledCustomers } from "./customer_classifier.ts";

/** More rows would take longer and teach hardly more. */
const MOST_ROWS = 15_000;

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
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { stackSnapshots } from "./stack_snapshots.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const snapshot = (frequency: number[]) =>
 *   ({ features: pl.DataFrame({ frequency }), labels: Uint8Array.of(0, 1) });
 * const { features, labels } = stackSnapshots([snapshot([4, 5]), snapshot([2, 3])]);
 * assertEquals([features.height, ...labels], [4, 0, 1, 0, 1]);
 * ```
 */
export function stackSnapshots(
  snapshots: readonly LabelledCustomers[],
  mostRows: number = MOST_ROWS,
): LabelledCustomers {
  if (snapshots.length === 0) throw new RangeError("Stacking snapshots: none is given.");
  let rows = 0;
  const tooOld = snapshots.findIndex(({ labels }, i) =>
    (rows += labels.length) > mostRows && i > 0
  );
  const kept = tooOld === -1 ? snapshots : snapshots.slice(0, tooOld);
  if (kept.length === 1) return kept[0];
  return {
    features: pl.concat(kept.map(({ features }) => features)),
    labels: Uint8Array.from(kept.flatMap(({ labels }) => [...labels])),
  };
}
