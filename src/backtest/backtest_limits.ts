/** Customers below whom a period is no evidence: none is fitted, chosen or measured on fewer. */
export const FEWEST_CUSTOMERS = 50;

/** Earlier periods that choose: more would be of another time, and take longer. */
export const MOST_PERIODS = 2;

/** Rows to learn from: more would take longer and teach hardly more. */
export const MOST_ROWS = 15_000;

/**
 * The latest snapshots that together have no more rows than that.
 *
 * @param mostRows Where the next snapshot would make it more rows than this, it and older ones are left
 * out; default 15,000.
 * @returns The latest ones, one at least.
 * @throws {RangeError} If no snapshot is given.
 */
export function latestWithin<Snapshot>(
  snapshots: readonly Snapshot[],
  rowsOf: (snapshot: Snapshot) => number,
  mostRows: number = MOST_ROWS,
): readonly Snapshot[] {
  if (snapshots.length === 0) throw new RangeError("Stacking snapshots: no snapshot is given.");
  let rows = 0;
  const tooOld = snapshots.findIndex((one, i) => (rows += rowsOf(one)) > mostRows && i > 0);
  return tooOld === -1 ? snapshots : snapshots.slice(0, tooOld);
}
