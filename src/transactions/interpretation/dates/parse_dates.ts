import { InputError } from "../../../frames/errors.ts";
import { dayAndTime } from "./clock_times.ts";
import { fullYear, type WrittenDay, writtenDay } from "./date_forms.ts";
import { type DateOrder, type ProvenOrder, provenOrder } from "./date_order.ts";
import { plainLetters } from "./month_names.ts";
import { numberDates } from "./number_dates.ts";
import { type DatePart, refuseSomeZones, refuseSwapped } from "./mixed_dates.ts";

/** Options of {@linkcode parseDates}. */
export interface ParseDatesOptions {
  /** Needed only where the column itself does not tell. */
  readonly dateOrder?: DateOrder;
  /** ISO date of day 1, where the column counts days. */
  readonly dayOne?: string;
  /** The column's source, for messages. */
  readonly source?: string;
  /** The column's name in the file, for messages. */
  readonly header?: string;
  /** The number of the first line on which a text stands, for messages. */
  readonly lineOf?: (position: number) => number;
}

/** The dates of a column, and how they were read. */
export interface ReadDates {
  /** Milliseconds since 1970, the shop's wall clock taken as UTC; NaN where a text is no date. */
  readonly instants: Float64Array;
  /** What was decided where dates are not plain ISO 8601, a sentence each. */
  readonly decisions: readonly string[];
}

/**
 * Reads date texts as milliseconds since 1970, the shop's wall clock taken as UTC.
 *
 * Days are read in the forms of `DAY_FORMS`, with months named in seven languages, and with a time
 * (`8:26`, `3:45 PM`, `T15:45:30Z`); and, where the whole column is so, as numbers (`NUMBER_FORMS`).
 * In which order day, month and year come is decided on the whole column, see `provenOrder`. Where
 * nothing proves it, the caller must say it; it is never guessed. Years of two digits are 1969 to 2068.
 * A zone (`Z`, `+02:00`, `CET`) is left out, so that the hour is the one on the shop's clock; but all
 * dates must have one, or none.
 *
 * @param texts Distinct date texts of one column.
 * @returns One number per text, NaN where a text is no date.
 * @throws {InputError} If the order is ambiguous or contradictory, days are counted from a day that is
 * not known, or only some dates have a zone.
 */
export function parseDates(
  texts: readonly string[],
  options: ParseDatesOptions = {},
): Float64Array {
  return readDates(texts, options).instants;
}

/**
 * As {@linkcode parseDates}, with what was decided.
 *
 * @param texts Distinct date texts of one column.
 * @param options See {@linkcode ParseDatesOptions}.
 * @returns See {@linkcode ReadDates}.
 * @throws {InputError} As above.
 */
export function readDates(texts: readonly string[], options: ParseDatesOptions = {}): ReadDates {
  const { source, header, lineOf, dayOne } = options;
  const column = source === undefined
    ? "The date column"
    : header === undefined
    ? source
    : `${source}: the column "${header}"`;
  const shown = (position: number) =>
    `"${texts[position].trim()}"${lineOf ? ` on line ${lineOf(position)}` : ""}`;
  const plain = texts.map((text) => plainLetters(text).replace(/^'+/, ""));
  const numbers = numberDates(plain, dayOne);
  if (numbers === "day numbers") {
    const first = plain.findIndex((text) => /\d/.test(text));
    throw new InputError(
      `${column} holds numbers such as ${
        shown(first)
      } in place of dates: if they count days, say ` +
        `which date day 1 is, for example --day-one 2020-01-01, or name the column of the date with ` +
        `--map invoice_date="…".`,
    );
  }
  if (numbers) {
    return { instants: numbers.instants, decisions: [`Dates are read as ${numbers.name}.`] };
  }
  // Many texts share their day.
  const days = new Map<string, WrittenDay | undefined>();
  const parts = plain.map((text): DatePart => {
    const { day, seconds, zone } = dayAndTime(text);
    if (!days.has(day)) days.set(day, writtenDay(day));
    return { day, seconds, zone, written: days.get(day) };
  });
  const proven = options.dateOrder
    ? undefined
    : provenOrder(parts.map(({ written }) => written), shown, column);
  const order = options.dateOrder ?? proven?.order;
  const shortYearFirst = options.dateOrder === "year-first" || parts.some(hasYearBeforeName);
  const midnights = new Map<WrittenDay, number>();
  for (const written of days.values()) {
    if (written) midnights.set(written, midnightOf(written, order, shortYearFirst));
  }
  const instants = Float64Array.from(
    parts,
    ({ written, seconds }) => written ? midnights.get(written)! + 1000 * seconds : NaN,
  );
  refuseSomeZones(parts, instants, shown, column);
  refuseSwapped(parts, instants, order, shown, column);
  return { instants, decisions: decisions(parts, instants, proven, options, texts) };
}

function midnightOf(written: WrittenDay, order: DateOrder | undefined, yearFirst: boolean): number {
  if ("day" in written) return atMidnight(+written.year, written.month, written.day);
  if ("month" in written) {
    const { first, month, last } = written;
    const [day, year] = yearFirst ? [last, first] : [first, last];
    return atMidnight(fullYear(year), month, +day);
  }
  const { first, second } = written;
  if ("year" in written) {
    if (order === "month-first") return atMidnight(+written.year, +first, +second);
    return order === "day-first" ? atMidnight(+written.year, +second, +first) : NaN;
  }
  if (order === "year-first") {
    return first.length === 2 ? atMidnight(fullYear(first), +second, +written.last) : NaN;
  }
  if (written.last.length < 2 || order === undefined) return NaN;
  const [day, month] = order === "day-first" ? [first, second] : [second, first];
  return atMidnight(fullYear(written.last), +month, +day);
}

/** NaN for what the calendar does not have, such as 31 February. */
function atMidnight(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day));
  // Date.UTC takes the year 99 for 1999.
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return exists ? date.getTime() : NaN;
}

/** `99-Jan-05`: no month has 99 days. */
function hasYearBeforeName({ written }: DatePart): boolean {
  return written !== undefined && "month" in written && "first" in written &&
    (+written.first > 31 || +written.first === 0);
}

function decisions(
  parts: readonly DatePart[],
  instants: Float64Array,
  proven: ProvenOrder | undefined,
  { dateOrder }: ParseDatesOptions,
  texts: readonly string[],
): string[] {
  const said: string[] = [];
  const first = (test: (part: DatePart) => boolean) => {
    const found = parts.findIndex((part, i) => !Number.isNaN(instants[i]) && test(part));
    return found < 0 ? undefined : `"${texts[found].trim()}"`;
  };
  const ordered = first(({ written }) => written !== undefined && "second" in written);
  if (dateOrder && ordered) {
    said.push(`Dates such as ${ordered} are read ${dateOrder}, as --date-order says.`);
  }
  if (proven) {
    const example = `"${texts[proven.example].trim()}"`;
    said.push(
      proven.reason === undefined
        ? `Dates are read ${proven.order}: ${example} proves it.`
        : `Dates such as ${example} are read ${proven.order}: ${proven.reason}.`,
    );
  }
  const short = parts.findIndex(({ written }, i) =>
    written !== undefined && "last" in written && !Number.isNaN(instants[i])
  );
  if (short >= 0) {
    const year = new Date(instants[short]).getUTCFullYear();
    said.push(`Years of two digits are 1969 to 2068: "${texts[short].trim()}" is in ${year}.`);
  }
  const zones = [...new Set(parts.flatMap(({ zone }) => zone ? [zone.trim().toUpperCase()] : []))];
  if (zones.length > 0) {
    const some = zones.slice(0, 3).join(", ") + (zones.length > 3 ? " …" : "");
    said.push(`Hours are those written beside the time zones (${some}).`);
  }
  return said;
}
