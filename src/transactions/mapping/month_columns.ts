import { monthOf, plainLetters } from "../interpretation/dates/month_names.ts";

/**
 * The columns of a table that stand for months, quarters or years, as in a report with one column per
 * month.
 *
 * @param header Column names.
 * @returns Those such as "Jan 2023", "2023-01", "Q1 2023" or "2023"; empty where fewer than two are.
 */
export function monthColumns(header: readonly string[]): string[] {
  const columns = header.filter((name) => isPeriod(plainLetters(name)));
  return columns.length < 2 ? [] : columns;
}

function isPeriod(name: string): boolean {
  if (/^(19|20)\d\d([-/. ]?(0?[1-9]|1[0-2]))?$/.test(name)) return true;
  if (/^((0?[1-9]|1[0-2])[-/. ]|q[1-4][-/. ']?)(19|20)?\d\d$/.test(name)) return true;
  const [, month] = /^([a-z]{3,10})\.?[-/. ']*((19|20)?\d\d)?$/.exec(name) ?? [];
  return month !== undefined && !Number.isNaN(monthOf(month));
}
