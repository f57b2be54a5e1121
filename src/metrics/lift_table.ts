import { thresholdCounts } from "./threshold_counts.ts";

/** One group of a lift table: customers with similar scores. */
export interface LiftRow {
  /** 1 for the highest scores. */
  readonly group: number;
  /** Number of customers in the group. */
  readonly customers: number;
  /** How many of them are of class 1: a fraction where equal scores reach over a border. */
  readonly positives: number;
  /** Share of the group that is of class 1. */
  readonly rate: number;
  /** The rate as a multiple of the rate of all customers. */
  readonly lift: number;
  /** Share of all of class 1 that this group and those before it hold. */
  readonly cumulative_gain: number;
}

/** Options of {@linkcode liftTable}. */
export interface LiftTableOptions {
  /** Number of groups; default 10. */
  readonly groups?: number;
}

/**
 * Cuts the customers into groups of equal size by descending score, and counts what each holds:
 * gains and lift by decile.
 *
 * Where customers of equal score fall into two groups, each group gets its share of their positives,
 * which is what a random order among them gives on average. So the table does not depend on the
 * order of the rows, and the same score for everybody has a lift of 1 throughout.
 *
 * @param truth True classes, 0 or 1.
 * @param scores Higher for rows that are likelier of class 1.
 * @param options How many groups.
 * @returns One row per group, highest scores first; sizes differ by one customer at most.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If no row is of class 1, a class is neither 0 nor 1, a score is NaN or
 *   infinite, or there are more groups than rows or less than one.
 *
 * @example
 * ```ts
 * import { liftTable } from "./lift_table.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(liftTable([1, 1, 0, 1, 0, 0], [6, 5, 4, 3, 2, 1], { groups: 2 }), [
 *   { group: 1, customers: 3, positives: 2, rate: 2 / 3, lift: 4 / 3, cumulative_gain: 2 / 3 },
 *   { group: 2, customers: 3, positives: 1, rate: 1 / 3, lift: 2 / 3, cumulative_gain: 1 },
 * ]);
 * ```
 */
export function liftTable(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
  options: LiftTableOptions = {},
): LiftRow[] {
  const { groups = 10 } = options;
  const doing = "Tabling lift";
  const { truePositives, falsePositives } = thresholdCounts(doing, truth, scores);
  const last = truePositives.length - 1;
  const all = truePositives[last];
  if (all === 0) throw new RangeError(`${doing}: no row is of class 1.`);
  const rows = truth.length;
  if (!Number.isInteger(groups) || groups < 1 || groups > rows) {
    throw new RangeError(
      `${doing}: the number of groups must be 1 to ${rows}, the rows, got ${groups}.`,
    );
  }

  let threshold = 0;
  /** How many positives the first customers hold, on average over the orders of equal scores. */
  function positivesOfFirst(customers: number): number {
    while (truePositives[threshold] + falsePositives[threshold] < customers) threshold++;
    const found = threshold > 0 ? truePositives[threshold - 1] : 0;
    const before = threshold > 0 ? found + falsePositives[threshold - 1] : 0;
    const tied = truePositives[threshold] + falsePositives[threshold] - before;
    return found + (truePositives[threshold] - found) * (customers - before) / tied;
  }

  const table: LiftRow[] = [];
  let [firstBefore, foundBefore] = [0, 0];
  for (let group = 1; group <= groups; group++) {
    const first = Math.round(group * rows / groups);
    const found = positivesOfFirst(first);
    const customers = first - firstBefore;
    const positives = found - foundBefore;
    table.push({
      group,
      customers,
      positives,
      rate: positives / customers,
      lift: positives * rows / (customers * all),
      cumulative_gain: found / all,
    });
    [firstBefore, foundBefore] = [first, found];
  }
  return table;
}
