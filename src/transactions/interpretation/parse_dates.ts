import { InputError } from "../../frames/errors.ts";

/** Which of day and month comes first in dates such as `12/1/2010`. */
export type DateOrder = "month-first" | "day-first";

/** Options of {@linkcode parseDates}. */
export interface ParseDatesOptions {
  /** Needed only where the column itself does not tell. */
  readonly dateOrder?: DateOrder;
  /** The column's source, for messages. */
  readonly source?: string;
}

const TIME = "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?";
const ZONE = /\s*(Z|UTC|[+-]\d{2}:?\d{2})$/;
const ISO = new RegExp(`^(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})${TIME}$`);
const TWO_FIRST = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})${TIME}$`);
/** Days since 30 December 1899, as spreadsheets count, from 1954 to 2099. */
const SERIAL = /^[2-7]\d{4}(\.\d+)?$/;

/**
 * Reads date texts as milliseconds since 1970, the shop's wall clock taken as UTC.
 *
 * ISO 8601 (`2010-12-01 08:26`), `12/1/2010 8:26` and, where the whole column is so, the serial day
 * numbers of spreadsheets (`40513.35`) are understood. Whether day or month comes first is decided on
 * the whole column: a first number above 12 proves day-first, a second one month-first. Where nothing
 * proves either, the caller must say it; it is never guessed. A zone (`Z`, `+02:00`) is left out, so
 * that the hour is the one on the shop's clock; but all dates must have one, or none.
 *
 * @param texts Distinct date texts of one column.
 * @returns One number per text, NaN where a text is no date.
 * @throws {InputError} If the order of day and month is ambiguous or contradictory, or only some
 * dates have a zone.
 */
export function parseDates(
  texts: readonly string[],
  options: ParseDatesOptions = {},
): Float64Array {
  const { source = "The date column" } = options;
  const trimmed = texts.map((text) => text.trim());
  if (trimmed.some((text) => text !== "") && trimmed.every(isSerialOrEmpty)) {
    return Float64Array.from(trimmed, fromSerial);
  }
  const local = withoutZones(trimmed, source);
  const order = options.dateOrder ?? provenOrder(local, source);
  return Float64Array.from(local, (text) => parseDate(text, order));
}

function parseDate(text: string, order: DateOrder | undefined): number {
  const iso = ISO.exec(text);
  if (iso) return instant(iso[1], iso[3], iso[4], iso[5], iso[6], iso[7]);
  const two = TWO_FIRST.exec(text);
  if (!two || !order) return NaN;
  const [month, day] = order === "month-first" ? [two[1], two[3]] : [two[3], two[1]];
  return instant(two[4], month, day, two[5], two[6], two[7]);
}

function isSerialOrEmpty(text: string): boolean {
  return text === "" || SERIAL.test(text);
}

/** To the second, which is what a spreadsheet's binary fraction of a day can hold. */
function fromSerial(text: string): number {
  return text === "" ? NaN : Math.round((Number(text) - 25_569) * 86_400) * 1000;
}

function withoutZones(texts: readonly string[], source: string): string[] {
  const dated = texts.filter((text) => ISO.test(text.replace(ZONE, "")));
  const zoned = dated.find((text) => ZONE.test(text) && !ISO.test(text));
  if (zoned === undefined) return [...texts];
  const bare = dated.find((text) => ISO.test(text));
  if (bare !== undefined) {
    throw new InputError(
      `${source} mixes dates with a time zone ("${zoned}") and without ("${bare}"): ` +
        `write all dates in one way.`,
    );
  }
  return texts.map((text) => text.replace(ZONE, ""));
}

/** NaN for what the calendar does not have, such as 31 February or 25 o'clock. */
function instant(year: string, month: string, day: string, h = "0", min = "0", s = "0"): number {
  const date = new Date(Date.UTC(+year, +month - 1, +day, +h, +min, +s));
  // Date.UTC takes the year 99 for 1999.
  const exists = date.getUTCFullYear() === +year && date.getUTCMonth() === +month - 1 &&
    date.getUTCDate() === +day &&
    +h < 24 && +min < 60 && +s < 60;
  return exists ? date.getTime() : NaN;
}

function provenOrder(texts: readonly string[], source: string): DateOrder | undefined {
  let dayFirst: string | undefined, monthFirst: string | undefined, either: string | undefined;
  for (const text of texts) {
    const two = TWO_FIRST.exec(text);
    if (!two) continue;
    either ??= text;
    if (+two[1] > 12) dayFirst ??= text;
    if (+two[3] > 12) monthFirst ??= text;
  }
  if (dayFirst && monthFirst) {
    throw new InputError(
      `${source} mixes day-first ("${dayFirst}") and month-first ("${monthFirst}") dates: ` +
        `write all dates in one way.`,
    );
  }
  if (either && !dayFirst && !monthFirst) {
    throw new InputError(
      `${source} has dates that could be day-first or month-first (such as "${either}"): ` +
        `say --date-order day-first or month-first.`,
    );
  }
  return dayFirst ? "day-first" : monthFirst ? "month-first" : undefined;
}
