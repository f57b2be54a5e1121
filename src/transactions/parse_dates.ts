import { InputError } from "./input_error.ts";

/** Which of day and month comes first in dates such as `12/1/2010`. */
export type DateOrder = "month-first" | "day-first";

/** Options of {@linkcode parseDates}. */
export interface ParseDatesOptions {
  /** Needed only where the column itself does not tell. */
  readonly dateOrder?: DateOrder;
  /** The column's source, for messages. */
  readonly source?: string;
}

const ISO =
  /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?Z?$/;
const TWO_FIRST =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

/**
 * Reads date texts as milliseconds since 1970, the shop's wall clock taken as UTC.
 *
 * ISO 8601 (`2010-12-01 08:26`) and `12/1/2010 8:26` are understood. Whether day or month comes
 * first is decided on the whole column: a first number above 12 proves day-first, a second one
 * month-first. Where nothing proves either, the caller must say it; it is never guessed.
 *
 * @param texts Distinct date texts of one column.
 * @param options See {@linkcode ParseDatesOptions}.
 * @returns One number per text, NaN where a text is no date.
 * @throws {InputError} If the order of day and month is ambiguous or contradictory.
 *
 * @example
 * ```ts
 * import { parseDates } from "./parse_dates.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const [first, second] = parseDates(["12/1/2010 8:26", "12/13/2010 9:00"]);
 * assertEquals(new Date(first).toISOString(), "2010-12-01T08:26:00.000Z");
 * assertEquals(new Date(second).toISOString(), "2010-12-13T09:00:00.000Z");
 * ```
 */
export function parseDates(
  texts: readonly string[],
  options: ParseDatesOptions = {},
): Float64Array {
  const order = options.dateOrder ?? provenOrder(texts, options.source ?? "The date column");
  return Float64Array.from(texts, (text) => parseDate(text.trim(), order));
}

function parseDate(text: string, order: DateOrder | undefined): number {
  const iso = ISO.exec(text);
  if (iso) return instant(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6]);
  const two = TWO_FIRST.exec(text);
  if (!two || !order) return NaN;
  const [month, day] = order === "month-first" ? [two[1], two[3]] : [two[3], two[1]];
  return instant(two[4], month, day, two[5], two[6], two[7]);
}

/** NaN for what the calendar does not have, such as 31 February or 25 o'clock. */
function instant(year: string, month: string, day: string, h = "0", min = "0", s = "0"): number {
  const date = new Date(Date.UTC(+year, +month - 1, +day, +h, +min, +s));
  const exists = date.getUTCMonth() === +month - 1 && date.getUTCDate() === +day &&
    +h < 24 && +min < 60 && +s < 60;
  return exists ? date.getTime() : NaN;
}

function provenOrder(texts: readonly string[], source: string): DateOrder | undefined {
  let dayFirst: string | undefined, monthFirst: string | undefined, either: string | undefined;
  for (const text of texts) {
    const two = TWO_FIRST.exec(text.trim());
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
      `${source} could be day-first or month-first (for example "${either}"): ` +
        `say --date-order day-first or month-first.`,
    );
  }
  return dayFirst ? "day-first" : monthFirst ? "month-first" : undefined;
}
