import { DAY, instantOf } from "../../../frames/days.ts";

/** One way to write dates as numbers: it holds where all numbers of a column are so. */
interface NumberForm {
  /** What such numbers are called. */
  readonly name: string;
  readonly pattern: RegExp;
  /** Milliseconds since 1970. */
  readonly instant: (value: number) => number;
}

/** Dates as numbers, from 1954 to 2099 for serial numbers, from 2001 to 2099 for the others. */
const NUMBER_FORMS: readonly NumberForm[] = [
  {
    name: "serial day numbers of a spreadsheet",
    pattern: /^[2-7]\d{4}([.,]\d+)?$/,
    // To the second, which is what a spreadsheet's binary fraction of a day can hold.
    instant: (days) => Math.round((days - 25_569) * 86_400) * 1000,
  },
  {
    name: "seconds since 1970",
    pattern: /^([1-3]\d{9}|40\d{8})([.,]\d+)?$/,
    instant: (seconds) => Math.floor(seconds) * 1000,
  },
  {
    name: "milliseconds since 1970",
    pattern: /^([1-3]\d{12}|40\d{11})([.,]0*)?$/,
    instant: (milliseconds) => Math.floor(milliseconds / 1000) * 1000,
  },
];
/** Days counted from a day that only the shop knows. */
const DAY_NUMBER = /^\d{1,5}(\.0)?$/;
const YEAR = /^(19|20)\d{2}$/;

/** The dates of a column of numbers. */
export interface NumberDates {
  readonly instants: Float64Array;
  readonly name: string;
}

/**
 * Reads a column in which every number is a date in the same form: serial day numbers of spreadsheets,
 * seconds or milliseconds since 1970, or, where day 1 is known, the number of the day.
 *
 * @param texts Trimmed texts; what has no digit is no date.
 * @param dayOne ISO date of day 1.
 * @returns `undefined` where the column is not so, `"day numbers"` where day 1 is needed.
 */
export function numberDates(
  texts: readonly string[],
  dayOne?: string,
): NumberDates | "day numbers" | undefined {
  const numbers = texts.filter((text) => /\d/.test(text));
  if (numbers.length === 0) return undefined;
  const all = (pattern: RegExp) => numbers.every((text) => pattern.test(text));
  const form = NUMBER_FORMS.find(({ pattern }) => all(pattern));
  if (form && dayOne === undefined) return { instants: read(texts, form), name: form.name };
  if (!all(DAY_NUMBER)) return form && { instants: read(texts, form), name: form.name };
  if (dayOne === undefined) return all(YEAR) ? undefined : "day numbers";
  const start = instantOf(dayOne, "day 1");
  const instant = (day: number) => start + (day - 1) * DAY;
  return {
    instants: read(texts, { pattern: DAY_NUMBER, instant }),
    name: `day numbers, day 1 being ${dayOne}`,
  };
}

function read(
  texts: readonly string[],
  { pattern, instant }: Pick<NumberForm, "pattern" | "instant">,
): Float64Array {
  return Float64Array.from(
    texts,
    (text) => pattern.test(text) ? instant(Number(text.replace(",", "."))) : NaN,
  );
}
