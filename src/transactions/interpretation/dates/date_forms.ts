import { isWeekday, monthOf } from "./month_names.ts";

/**
 * A day as it is written. Where day, month and year stand in another order in other countries, the
 * numbers are in the order in which they come.
 */
export type WrittenDay =
  | { readonly year: string; readonly month: number; readonly day: number }
  | { readonly first: string; readonly second: string; readonly year: string }
  | { readonly first: string; readonly second: string; readonly last: string }
  | { readonly first: string; readonly month: number; readonly last: string };

/** One way to write a day. */
interface DayForm {
  /** The last day of January 2024 in this form. */
  readonly example: string;
  /** Its groups are named as the fields of {@linkcode WrittenDay}; `name` is a month's name. */
  readonly pattern: RegExp;
}

/** Between the parts of a date with a month's name: `05-Jan-24`, `5 de enero de 2023`. */
const GAP = String.raw`[ ./,-]*(?:(?:de|del|do|of|di) |d')?`;
const ORDINAL = String.raw`(?:st|nd|rd|th|er|[oa](?![a-z]))?`;
const NAME = "(?<name>[a-z]{3,})";

/** "le 5 mars", "am 5. März". */
const ARTICLE = /^(?:le|el|il|em|am|den|vom|op) (?=\d)/;

/** The forms of days, tried in this order. */
export const DAY_FORMS: readonly DayForm[] = [
  {
    example: "2024-01-31",
    pattern: /^(?<year>\d{4})(?<mark>[-/. ])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})\.?$/,
  },
  { example: "20240131", pattern: /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})$/ },
  {
    example: "31.1.2024",
    pattern: /^(?<first>\d{1,2})(?<mark>\. ?|[-/ ])(?<second>\d{1,2})\k<mark>(?<year>\d{4})\.?$/,
  },
  {
    example: "31/01/24",
    pattern:
      /^(?<first>\d{1,2})(?<mark>\. ?|[-/ ])(?<second>\d{1,2})\k<mark>'?(?<last>\d{1,2})\.?$/,
  },
  {
    example: "31 January 2024",
    pattern: new RegExp(`^(?<day>\\d{1,2})${ORDINAL}${GAP}${NAME}${GAP}(?<year>\\d{4})$`),
  },
  {
    example: "31-Jan-24",
    pattern: new RegExp(`^(?<first>\\d{1,2})${ORDINAL}${GAP}${NAME}${GAP}'?(?<last>\\d{2})$`),
  },
  {
    example: "January 31, 2024",
    pattern: new RegExp(`^${NAME}[ ./-]*(?<day>\\d{1,2})${ORDINAL}[ ,./-]+(?<year>\\d{4})$`),
  },
  {
    example: "Jan 31, '24",
    pattern: new RegExp(
      `^${NAME}[ ./-]*(?<day>\\d{1,2})${ORDINAL}(?:, ?|[ -]')'?(?<shortYear>\\d{2})$`,
    ),
  },
  {
    example: "2024-Jan-31",
    pattern: new RegExp(`^(?<year>\\d{4})[ ./,-]*${NAME}[ ./,-]*(?<day>\\d{1,2})$`),
  },
];

/** What is no day, by name: the reader is told what stands there. */
const OTHER_FORMS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "an ISO week", pattern: /^\d{4}-?w\d{2}(-?\d)?/ },
  { what: "a day of the year", pattern: /^(19|20)\d{2}-?[0-3]\d{2}$/ },
  { what: "a year", pattern: /^(19|20)\d{2}$/ },
  {
    what: "a month",
    pattern: /^((19|20)\d{2}[-/. ]?(0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])[-/.](19|20)\d{2})$/,
  },
  { what: "a quarter", pattern: /^((19|20)\d{2}[- ]?q[1-4]|q[1-4][-/ ]?(19|20)\d{2})$/ },
  { what: "a day number of a spreadsheet", pattern: /^[2-7]\d{4}([.,]\d+)?$/ },
  { what: "a number of seconds or milliseconds", pattern: /^[1-4]\d{9}(\d{3})?$/ },
  { what: "a time", pattern: /^\d{1,2}:\d{2}(:\d{2})?$/ },
];

/**
 * Takes a day apart.
 *
 * @param text The text without a time, in plain letters.
 * @returns See {@linkcode WrittenDay}; `undefined` where it is in no form that is known.
 */
export function writtenDay(text: string): WrittenDay | undefined {
  const day = inSomeForm(text);
  if (day || !/^[a-z]/.test(text)) return day;
  const bare = text.replace(ARTICLE, "");
  if (bare !== text) return writtenDay(bare);
  // "mar. 5 mars 2024" is a Tuesday in March, "mar 5, 2024" only March.
  const named = /^([a-z]+(?:-feira)?)[.,]* ?(.*)$/.exec(text)!;
  return isWeekday(named[1]) ? inSomeForm(named[2]) : undefined;
}

/**
 * What stands in place of a day, such as "an ISO week".
 *
 * @param text The text in plain letters.
 * @returns Its name, or `undefined`.
 */
export function otherForm(text: string): string | undefined {
  return OTHER_FORMS.find(({ pattern }) => pattern.test(text))?.what;
}

function inSomeForm(text: string): WrittenDay | undefined {
  for (const { pattern } of DAY_FORMS) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const { name, first, second, year, last, shortYear } = groups;
    if (name !== undefined) {
      const month = monthOf(name);
      if (Number.isNaN(month)) continue;
      if (first !== undefined) return { first, month, last };
      return { year: year ?? String(fullYear(shortYear)), month, day: Number(groups.day) };
    }
    if (first === undefined) return { year, month: Number(groups.month), day: Number(groups.day) };
    return year === undefined ? { first, second, last } : { first, second, year };
  }
}

/**
 * The year of two digits, as POSIX reads it: 1969 to 2068.
 *
 * @param digits Two digits.
 * @returns The year.
 */
export function fullYear(digits: string): number {
  return Number(digits) + (Number(digits) < 69 ? 2000 : 1900);
}
