import { formatDate } from "../../words/dates.ts";
import { addDays, DAY, instantOf } from "../../frames/days.ts";
import { InputError } from "../../frames/errors.ts";

/** Years after the last line from which on nothing could be said but that everybody left. */
const LONGEST_SILENCE = 10;
/** Horizons after it must still have a date of four digits. */
const LAST_DAY = "9900-01-01";

/**
 * The date on which customers are looked at: the one that the caller says, or the day after the last
 * line of any kind, so that late returns count.
 *
 * @param lastDate ISO date of the last line.
 * @param chosen ISO date, if the caller says one.
 * @returns ISO date; only lines before it count.
 * @throws {InputError} If it is more than ten years after the last line, or after the year 9899.
 */
export function asOfDate(lastDate: string, chosen?: string): string {
  if (lastDate >= LAST_DAY) {
    throw new InputError(
      `The last line is dated ${formatDate(lastDate)}, too late to predict from: correct that ` +
        `date, or leave the rule implausible_date on.`,
    );
  }
  if (chosen === undefined) return addDays(lastDate, 1);
  const years = (instantOf(chosen, "the as-of date") - instantOf(lastDate)) / DAY / 365.25;
  if (years > LONGEST_SILENCE) {
    throw new InputError(
      `The as-of date ${formatDate(chosen)} is more than ${LONGEST_SILENCE} years after the last ` +
        `line (${formatDate(lastDate)}): choose an earlier --as-of.`,
    );
  }
  return chosen;
}
