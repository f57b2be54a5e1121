import { InputError } from "../../../frames/errors.ts";
import { joinWords } from "../../../words/sentences.ts";
import { fullYear, type WrittenDay } from "./date_forms.ts";

/** What comes first in dates such as `12/1/2010` or `01.02.03`. */
export type DateOrder = "month-first" | "day-first" | "year-first";

/** All orders. */
export const DATE_ORDERS: readonly DateOrder[] = ["day-first", "month-first", "year-first"];

/** How the numbers of a column are ordered, and what proves it. */
export interface ProvenOrder {
  readonly order: DateOrder;
  /** Which text proves it, or is an example. */
  readonly example: number;
  /** Why, where no single text proves it. */
  readonly reason?: string;
}

/** More two-digit numbers than this are days, not the years of one shop. */
const MOST_YEARS = 20;
/** A shop does not pause for more years than this. */
const LONGEST_PAUSE = 5;
/** So many different numbers at least are days beside a year or two. */
const MANY_DAYS = 8;

/**
 * Decides on a whole column in which order day, month and year come. One text can prove it, such as
 * `13/1/2010`; where years have two digits, years also follow one another without a gap, and days vary.
 *
 * @param days The days of a column, `undefined` where a text is none.
 * @param shown Shows a text and its place, for messages.
 * @param column The column, for messages.
 * @returns The order, or `undefined` where the column needs none.
 * @throws {InputError} If the column leaves it open, or proves two orders.
 */
export function provenOrder(
  days: readonly (WrittenDay | undefined)[],
  shown: (position: number) => string,
  column: string,
): ProvenOrder | undefined {
  let possible: readonly DateOrder[] = DATE_ORDERS, open: number | undefined;
  const proofs = new Map<string, number>(), seen = new Set<WrittenDay | undefined>();
  days.forEach((day, i) => {
    if (seen.size === seen.add(day).size) return;
    const orders = day && "second" in day ? possibleOrders(day) : [];
    if (orders.length === 0) return;
    open ??= i;
    const key = orders.join();
    if (!proofs.has(key)) proofs.set(key, i);
  });
  if (open === undefined) return undefined;
  for (const orders of proofs.keys()) {
    possible = possible.filter((order) => orders.split(",").includes(order));
  }
  if (possible.length === 0) throw mixed(proofs, shown, column);
  if (possible.length === 1) {
    const [order] = possible, proof = proofs.get(order);
    return proof === undefined
      ? { order, example: open, reason: "only so are all of them dates" }
      : { order, example: proof };
  }
  const two = days.filter((day) => day !== undefined && "last" in day && "second" in day) as {
    first: string;
    last: string;
  }[];
  if (possible.includes("year-first")) {
    const [firsts, lasts] = [two.map(({ first }) => first), two.map(({ last }) => last)];
    const first = areYears(firsts) ?? (areFewOf(lasts, firsts) ? false : undefined);
    const last = areYears(lasts) ?? (areFewOf(firsts, lasts) ? false : undefined);
    if (first !== undefined && last !== undefined && first !== last) {
      possible = possible.filter((order) => (order === "year-first") === first);
      const reason = `the ${first ? "first" : "last"} numbers are as near one another as years are`;
      if (possible.length === 1) return { order: possible[0], example: open, reason };
    }
  }
  throw new InputError(
    `${column} has dates that could be ${joinOr(possible)} (such as ${shown(open)}): ` +
      `say --date-order ${joinOr(possible)}.`,
  );
}

/**
 * Which orders the numbers of one day allow.
 *
 * @param day Two numbers and a year, or three numbers.
 * @returns None where it is no day in any order.
 */
function possibleOrders(
  day: Extract<WrittenDay, { readonly second: string }>,
): readonly DateOrder[] {
  const isDay = (text: string) => Number(text) >= 1 && Number(text) <= 31;
  const isMonth = (text: string) => Number(text) >= 1 && Number(text) <= 12;
  const { first, second } = day;
  const isYearLast = "year" in day || day.last.length === 2;
  return DATE_ORDERS.filter((order) =>
    order === "day-first"
      ? isYearLast && isDay(first) && isMonth(second)
      : order === "month-first"
      ? isYearLast && isMonth(first) && isDay(second)
      : "last" in day && first.length === 2 && isMonth(second) && isDay(day.last)
  );
}

/** Years of a shop come without a gap, days do not; `undefined` where it is neither. */
function areYears(texts: readonly string[]): boolean | undefined {
  const years = [...new Set(texts.map(fullYear))].sort((a, b) => a - b);
  if (years.length > MOST_YEARS) return false;
  const gap = years.slice(1).reduce((most, year, i) => Math.max(most, year - years[i]), 0);
  return gap <= 1 ? true : gap > LONGEST_PAUSE && years.length > 2 ? false : undefined;
}

/** Whether the ones are years in a row, and the others so many in comparison that they are days. */
function areFewOf(years: readonly string[], days: readonly string[]): boolean {
  const many = new Set(days).size;
  return areYears(years) === true && many >= MANY_DAYS && many >= 4 * new Set(years).size;
}

function mixed(
  proofs: ReadonlyMap<string, number>,
  shown: (position: number) => string,
  column: string,
): InputError {
  const found = [...proofs].map(([orders, position]) => ({ orders: orders.split(","), position }));
  const pairs = found.flatMap((one) => found.map((other) => [one, other]));
  const apart = pairs.find(([one, other]) =>
    !one.orders.some((order) => other.orders.includes(order))
  );
  const [one, other] = (apart ?? found).map(({ orders, position }) =>
    `${joinOr(orders)} (${shown(position)})`
  );
  return new InputError(
    `${column} mixes ${one} and ${other} dates: write all dates in one way.`,
  );
}

function joinOr(words: readonly string[]): string {
  return joinWords(words).replace(" and ", " or ");
}
