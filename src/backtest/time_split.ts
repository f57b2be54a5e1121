import { formatDate } from "../words/dates.ts";
import { addDays } from "../frames/days.ts";
import { NotEnoughDataError } from "../frames/errors.ts";

/** Two snapshots before today, so that a model can be fitted on one and measured on the other. */
export interface TimeSplit {
  /** The earlier snapshot: features before it, labels in the horizon after it. */
  readonly fitAsOf: string;
  /** The later snapshot, where the first one's labels end. */
  readonly testAsOf: string;
  readonly horizonDays: number;
}

/**
 * Steps back twice by the horizon: labels of the earlier snapshot end where the later one begins.
 *
 * @param asOf ISO date up to which lines are known.
 * @param horizonDays Days to look ahead.
 * @param firstDate ISO date of the first purchase.
 * @returns The two snapshots.
 * @throws {RangeError} If the horizon is no positive whole number of days.
 * @throws {NotEnoughDataError} If the file has less than one horizon before the earlier snapshot.
 *
 * @example
 * ```ts
 * import { timeSplit } from "./time_split.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { fitAsOf, testAsOf } = timeSplit("2011-12-09", 91, "2010-12-01");
 * assertEquals([fitAsOf, testAsOf], ["2011-06-10", "2011-09-09"]);
 * ```
 */
export function timeSplit(asOf: string, horizonDays: number, firstDate: string): TimeSplit {
  if (!Number.isInteger(horizonDays) || horizonDays < 1) {
    throw new RangeError(`Splitting time: a horizon of ${horizonDays} days, at least 1 is needed.`);
  }
  const testAsOf = addDays(asOf, -horizonDays);
  const fitAsOf = addDays(testAsOf, -horizonDays);
  if (addDays(firstDate, horizonDays) > fitAsOf) {
    throw new NotEnoughDataError(
      `testing predictions over ${horizonDays} days needs ${3 * horizonDays} days of purchases; ` +
        `the file covers ${formatDate(firstDate)} to ${formatDate(asOf)}.`,
      `${3 * horizonDays} days of purchases`,
    );
  }
  return { fitAsOf, testAsOf, horizonDays };
}
