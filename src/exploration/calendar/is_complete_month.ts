import { addDays } from "../../frames/days.ts";
import { monthName } from "./calendar_month.ts";

/** Shops may rest for so many days at either end of a month. */
const REST = 2;

/**
 * Says whether lines cover a calendar month whole: they reach from its first to its last day, two
 * days of rest at either end allowed.
 *
 * @param month Months since the first one of year 0, see {@linkcode calendarMonth}.
 * @param span First and last day of the lines, ISO dates.
 * @returns False where the lines begin within the month or end within it.
 */
export function isCompleteMonth(month: number, [first, last]: readonly [string, string]): boolean {
  const [start, end] = [month, month + 1].map((one) => `${monthName(one)}-01`);
  return first <= addDays(start, REST) && last >= addDays(end, -1 - REST);
}
