import type { CodedNumbers, CodedTexts } from "../../../frames/coded.ts";
import { DAY } from "../../../frames/days.ts";
import { formatNumber } from "../../../words/numbers.ts";
import type { TableLines } from "../../mapping/transaction_lines.ts";
import { dayAndTime, secondsOfDay } from "./clock_times.ts";
import { otherForm, writtenDay } from "./date_forms.ts";
import { plainLetters } from "./month_names.ts";
import { type ParseDatesOptions, readDates } from "./parse_dates.ts";
import type { ReadingNote } from "../reading_note.ts";
import { textsInUse } from "../texts_in_use.ts";
import { refuseUnreadable } from "../unreadable_values.ts";

/** Options of {@linkcode tableDates}. */
export interface TableDatesOptions
  extends Pick<ParseDatesOptions, "dateOrder" | "dayOne" | "source"> {
  /** Whether lines that cannot be read may be left out, however many they are. */
  readonly skipUnreadable?: boolean;
}

const FORMS =
  '2024-01-31, 31.1.2024, 1/31/24 3:45 PM, "31 Jan 2024", 20240131 or seconds since 1970';
const TIMES = "15:45, 3:45 PM, 1545 or 154500";

/**
 * The dates of a table, with the times of a column of their own where it has one.
 *
 * @param table The lines as text.
 * @param options See {@linkcode TableDatesOptions}.
 * @returns Milliseconds since 1970 per line, NaN where there is no date, and what was decided.
 * @throws {InputError} If the dates leave something open, or more than one line in a hundred cannot
 * be read.
 */
export function tableDates(
  table: TableLines,
  options: TableDatesOptions = {},
): { readonly dates: CodedNumbers; readonly notes: readonly ReadingNote[] } {
  const { columns: { invoice_date: texts }, details: { invoice_time: times }, mapping, line } =
    table;
  const source = options.source ?? table.input, header = mapping.invoice_date ?? "invoice_date";
  const lineOf = (code: number) => line[texts.codes.indexOf(code)];
  const { instants, decisions } = readDates(textsInUse(texts), {
    ...options,
    source,
    header,
    lineOf,
  });
  if (!options.skipUnreadable) {
    refuseUnreadable({
      texts,
      isRead: (code) => !Number.isNaN(instants[code]),
      line,
      source,
      header,
      what: "date",
      otherwise: (text) => inPlaceOfDate(text, options.dateOrder !== undefined),
      forms: FORMS,
      cure: options.dateOrder
        ? `check --date-order ${options.dateOrder}, name another column with --map invoice_date="…"`
        : `name the column of the date with --map invoice_date="…"`,
    });
  }
  const notes = decisions.map((sentence): ReadingNote => ({ topic: "dates", sentence }));
  const dates = { codes: texts.codes, values: instants };
  if (!times) return { dates, notes };
  const timed = withTimes(dates, times, table, { ...options, source });
  return { dates: timed.dates, notes: [...notes, timed.note] };
}

/** Names what stands there; an order that was said may be the reason why a day is none. */
function inPlaceOfDate(text: string, isOrderSaid: boolean): string | undefined {
  const { day, seconds } = dayAndTime(plainLetters(text));
  if (Number.isNaN(seconds)) return "no time of day";
  if (writtenDay(day) === undefined) return otherForm(day);
  return isOrderSaid ? undefined : "no day of the calendar";
}

/** Adds the times of another column, unless the dates have their own. */
function withTimes(
  dates: CodedNumbers,
  times: CodedTexts,
  { mapping, line }: TableLines,
  { source, skipUnreadable }: TableDatesOptions & { readonly source: string },
): { readonly dates: CodedNumbers; readonly note: ReadingNote } {
  const header = mapping.invoice_time ?? "invoice_time";
  const noteOf = (sentence: string): ReadingNote => ({ topic: "dates", sentence });
  if (dates.values.some((instant) => !Number.isNaN(instant) && instant % DAY !== 0)) {
    const sentence =
      `The times in "${header}" are not used, as "${mapping.invoice_date}" has its own.`;
    return { dates, note: noteOf(sentence) };
  }
  const seconds = secondsOfDay(
    textsInUse(times).map((text) => plainLetters(text).replace(/^'+/, "")),
  );
  if (seconds.every(Number.isNaN)) {
    return { dates, note: noteOf(`"${header}" holds no times of day, so it is not used.`) };
  }
  if (!skipUnreadable) {
    refuseUnreadable({
      texts: times,
      isRead: (code) => !Number.isNaN(seconds[code]),
      line,
      source,
      header,
      what: "time",
      forms: TIMES,
      cure: 'name the column of the time with --map invoice_time="…"',
    });
  }
  // A line without a time still has its day.
  const untimed = times.codes.reduce((rows, code) => rows + Number(Number.isNaN(seconds[code])), 0);
  const pairs = new Map<number, number>(), values: number[] = [];
  const codes = dates.codes.map((date, row) => {
    const pair = date * seconds.length + times.codes[row];
    let code = pairs.get(pair);
    if (code === undefined) {
      const time = seconds[times.codes[row]];
      code = values.push(dates.values[date] + 1000 * (Number.isNaN(time) ? 0 : time)) - 1;
      pairs.set(pair, code);
    }
    return code;
  });
  const sentence = `The times in "${header}" belong to the dates in "${mapping.invoice_date}"` +
    (untimed === 0 ? "." : `; ${formatNumber(untimed)} lines have none and count as 0:00.`);
  return {
    dates: { codes, values: Float64Array.from(values) },
    note: untimed === 0 ? noteOf(sentence) : { ...noteOf(sentence), rows: untimed },
  };
}
