import { InputError } from "../../../frames/errors.ts";
import type { DayAndTime } from "./clock_times.ts";
import type { WrittenDay } from "./date_forms.ts";
import type { DateOrder } from "./date_order.ts";

/** A text of a date column taken apart. */
export interface DatePart extends DayAndTime {
  readonly written?: WrittenDay;
}

/** Fewer dates than these of each kind may be so by chance. */
const SWAPPED = 4;

/**
 * Refuses a column in which only some dates have a time zone.
 *
 * @param parts The texts taken apart.
 * @param instants What was read, NaN where there is no date.
 * @param shown Shows a text and its place, for messages.
 * @param column The column, for messages.
 * @throws {InputError} With a date of each kind.
 */
export function refuseSomeZones(
  parts: readonly DatePart[],
  instants: Float64Array,
  shown: (position: number) => string,
  column: string,
): void {
  const zoned = parts.findIndex(({ zone }, i) => zone !== undefined && !Number.isNaN(instants[i]));
  if (zoned < 0) return;
  const bare = parts.findIndex(({ zone }, i) => zone === undefined && !Number.isNaN(instants[i]));
  if (bare < 0) return;
  throw new InputError(
    `${column} mixes dates with a time zone (${shown(zoned)}) and without (${shown(bare)}): ` +
      `write all dates in one way.`,
  );
}

/**
 * Refuses a column of which a spreadsheet set to another country has swapped days and months: it takes
 * 2/1/2024 for a date of February and leaves 13/1/2024 as text, so that all it took has days up to 12.
 *
 * @param parts The texts taken apart.
 * @param instants What was read, NaN where there is no date.
 * @param order In which order numbers were read.
 * @param shown Shows a text and its place, for messages.
 * @param column The column, for messages.
 * @throws {InputError} With a date of each kind.
 */
export function refuseSwapped(
  parts: readonly DatePart[],
  instants: Float64Array,
  order: DateOrder | undefined,
  shown: (position: number) => string,
  column: string,
): void {
  const taken: number[] = [], left: number[] = [];
  for (let i = 0; i < parts.length; i++) {
    const { written } = parts[i];
    if (!written || Number.isNaN(instants[i])) continue;
    if ("day" in written) {
      if (written.day > 12) return;
      taken.push(i);
    } else if ("second" in written && "year" in written) {
      if (+(order === "day-first" ? written.first : written.second) <= 12) return;
      left.push(i);
    }
  }
  if (taken.length < SWAPPED || left.length < SWAPPED) return;
  throw new InputError(
    `${column} mixes two kinds of dates: no day is above 12 in those such as ${
      shown(taken[0])
    }, and ` +
      `every day is in those such as ${
        shown(left[0])
      }, as a spreadsheet leaves them that takes days for ` +
      `months: export the file anew with the dates as text.`,
  );
}
