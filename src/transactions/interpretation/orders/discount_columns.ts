import type { CodedNumbers } from "../../../frames/coded.ts";
import { roundedQuotient } from "../../../frames/exact_product.ts";
import { plainLine } from "../../../words/sentences.ts";
import type { TableLines } from "../../mapping/transaction_lines.ts";
import {
  type DetailNumbers,
  detailNumbers,
  refuseOtherThanAmounts,
} from "../amounts/detail_numbers.ts";
import type { ParseNumbersOptions } from "../amounts/parse_numbers.ts";
import type { ReadingNote } from "../reading_note.ts";
import type { OrderKeys } from "./order_keys.ts";
import { plainWord, saysNothing } from "./status_words.ts";

/** A column of discounts. */
export interface Discount {
  readonly header: string;
  readonly isRate: boolean;
  /** What it takes off each line, and off each order, in whole millionths; one of them is 0. */
  readonly ofLine: Float64Array;
  readonly ofOrder: Float64Array;
  /** What stands on each line, whether it is the line's or its order's. */
  readonly onLine: Float64Array;
  /** What both take off each order. */
  readonly all: Float64Array;
}

/** Less than any price is rounded to, in millionths. */
export const EXACT = 50;

const PERCENT = /^\s*([+-]?\d+(?:[.,]\d+)?)\s*%\s*$/;
const NAMED_PERCENT = /%|percent|prozent|pct|pourcent|porcent|percento|procent|\brate\b|_rate/i;

/**
 * Finds the columns of discounts in which there is one.
 *
 * @param table The table.
 * @param orders Which lines belong to one order.
 * @param worth What its lines are worth in millionths: a rate is one of it.
 * @param options How numbers are written.
 * @param notes Where to say what is no discount.
 * @returns What each of them takes off.
 * @throws {InputError} If a line of such a column says what is no amount.
 */
export function discountsOf(
  table: TableLines,
  orders: OrderKeys,
  worth: CodedNumbers,
  options: ParseNumbersOptions,
  notes: ReadingNote[],
): Discount[] {
  const names = ["line_discount", "order_discount"] as const;
  const read = detailNumbers(table, names, options);
  return names.flatMap((name) => {
    const numbers = read[name];
    if (numbers === undefined) return [];
    const header = table.mapping[name]!;
    if (!hasNumbers(numbers)) {
      notes.push({
        topic: "amounts",
        sentence:
          `${table.input}: the column "${plainLine(header)}" holds no amounts, so it is no ` +
          "discount.",
      });
      return [];
    }
    refuseOtherThanAmounts(table, name, numbers, (text) => PERCENT.test(text));
    const shares = ratesOf(numbers, header);
    const rates = shares && areAmounts(table, orders, worth, { numbers, shares }, options)
      ? undefined
      : shares;
    const ofLine = new Float64Array(table.height), ofOrder = new Float64Array(orders.count);
    if (rates) {
      for (let row = 0; row < table.height; row++) {
        const own = worth.values[worth.codes[row]];
        if (own > 0 && own < Infinity) ofLine[row] = share(own, rates[numbers.codes[row]]);
      }
    } else if (
      name === "line_discount" || isOfLines(numbers, orders) ||
      isBesideNothing(numbers, orders, worth)
    ) {
      for (let row = 0; row < table.height; row++) ofLine[row] = sizeOn(numbers, row);
    } else {
      for (let row = 0; row < table.height; row++) {
        const order = orders.codes[row];
        if (ofOrder[order] === 0) ofOrder[order] = sizeOn(numbers, row);
      }
    }
    const onLine = rates ? ofLine : Float64Array.from(ofLine, (_, row) => sizeOn(numbers, row));
    const all = ofOrder.slice();
    for (let row = 0; row < table.height; row++) all[orders.codes[row]] += ofLine[row];
    return all.some((amount) => amount > 0)
      ? [{ header, isRate: rates !== undefined, ofLine, ofOrder, onLine, all }]
      : [];
  });
}

/** Whether a column holds any number, or nothing at all. */
function hasNumbers({ texts, millionths }: DetailNumbers): boolean {
  const said = texts.flatMap((text, code) => saysNothing(plainWord(text)) ? [] : [code]);
  return said.length === 0 ||
    said.some((code) => Number.isFinite(millionths[code]) || PERCENT.test(texts[code]));
}

/**
 * Millionths of the whole per distinct text, where the column holds shares: percent signs, a name that
 * says so, or nothing above 1 and something between 0 and 1.
 */
function ratesOf({ texts, millionths }: DetailNumbers, header: string): Float64Array | undefined {
  const percents = texts.map((text) => PERCENT.exec(text)?.[1].replace(",", "."));
  const written = texts.flatMap((text, code) => text.trim() === "" ? [] : [code]);
  const numbers = Array.from(written, (code) => Math.abs(millionths[code]));
  const isShare = numbers.length > 0 && numbers.every((number) => number <= 1e6) &&
    numbers.some((number) => number > 0 && number < 1e6);
  const hasSigns = written.some((code) => percents[code] !== undefined);
  if (!hasSigns && !isShare && !NAMED_PERCENT.test(header)) return undefined;
  const unit = isShare && !hasSigns ? 1 : 0.01;
  return millionths.map((number, code) => {
    const percent = percents[code];
    const rate = percent === undefined ? number * unit : Math.round(Number(percent) * 1e4);
    return Number.isFinite(rate) ? Math.min(1e6, Math.abs(Math.round(rate))) : 0;
  });
}

/**
 * Whether numbers of at most 1 are amounts after all: the totals of more orders are their lines less the
 * amounts, exactly, than less such shares.
 */
function areAmounts(
  table: TableLines,
  orders: OrderKeys,
  worth: CodedNumbers,
  { numbers, shares }: { readonly numbers: DetailNumbers; readonly shares: Float64Array },
  options: ParseNumbersOptions,
): boolean {
  const names = ["order_total", "order_subtotal", "order_shipping", "order_tax"] as const;
  const read = detailNumbers(table, names, options);
  const amountsIn = (name: typeof names[number]) =>
    read[name] && amountsOfOrders(read[name], orders);
  const totals = [amountsIn("order_subtotal"), amountsIn("order_total")].filter((one) => !!one);
  if (totals.length === 0) return false;
  const charges = [amountsIn("order_shipping"), amountsIn("order_tax")].filter((one) => !!one);
  const told = amountsOfOrders(numbers, orders).map((amount) => Math.abs(amount) || 0);
  const left = new Float64Array(orders.count), sold = new Float64Array(orders.count);
  for (let row = 0; row < table.height; row++) {
    const order = orders.codes[row], own = worth.values[worth.codes[row]];
    if (!Number.isFinite(own)) continue;
    sold[order] += own;
    left[order] += own - share(own, shares[numbers.codes[row]]);
  }
  const agreeing = (goods: (order: number) => number) =>
    told.reduce((count, size, order) => {
      if (size === 0) return count;
      const isTotal = totals.some((total) => {
        const rest = total[order] - goods(order);
        const all = charges.reduce((sum, charge) => sum + (charge[order] || 0), 0);
        return Math.abs(rest) <= EXACT || Math.abs(rest - all) <= EXACT;
      });
      return count + Number(isTotal);
    }, 0);
  return agreeing((order) => sold[order] - told[order]) > agreeing((order) => left[order]);
}

/** A share in millionths of an amount in millionths; 0 where the amount cannot be counted. */
export function share(amount: number, rate: number): number {
  return rate === 0 || !Number.isFinite(amount)
    ? 0
    : Number(roundedQuotient(BigInt(amount) * BigInt(rate), 1_000_000n));
}

type OwnNumbers = Pick<DetailNumbers, "codes" | "millionths">;

/** The size of a number on a line, 0 where there is none. */
export function sizeOn({ codes, millionths }: OwnNumbers, row: number): number {
  const number = Math.abs(millionths[codes[row]]);
  return Number.isFinite(number) ? number : 0;
}

/** Whether a column tells something of each line: two lines of an order say two amounts above 0. */
export function isOfLines(numbers: OwnNumbers, orders: OrderKeys): boolean {
  const first = new Float64Array(orders.count);
  for (let row = 0; row < orders.codes.length; row++) {
    const size = sizeOn(numbers, row), order = orders.codes[row];
    if (size === 0) continue;
    if (first[order] === 0) first[order] = size;
    else if (first[order] !== size) return true;
  }
  return false;
}

/**
 * Whether a column says of some lines that they have nothing, beside others of the same order that have
 * something, and takes no more off any line than it costs: an order's own would stand once or on all.
 */
function isBesideNothing(numbers: OwnNumbers, orders: OrderKeys, worth: CodedNumbers): boolean {
  const hasNothing = new Uint8Array(orders.count), hasSome = new Uint8Array(orders.count);
  for (let row = 0; row < orders.codes.length; row++) {
    const size = sizeOn(numbers, row), order = orders.codes[row];
    if (size > Math.abs(worth.values[worth.codes[row]])) return false;
    if (size > 0) hasSome[order] = 1;
    else if (numbers.millionths[numbers.codes[row]] === 0) hasNothing[order] = 1;
  }
  return hasSome.some((some, order) => some === 1 && hasNothing[order] === 1);
}

/** What each order has of an amount that stands on one of its lines or is repeated; the sum where it is
 * the lines' own; NaN where it has none. */
export function amountsOfOrders(numbers: OwnNumbers, orders: OrderKeys): Float64Array {
  const { codes, millionths } = numbers, isSum = isOfLines(numbers, orders);
  const amounts = new Float64Array(orders.count).fill(NaN);
  for (let row = 0; row < codes.length; row++) {
    const order = orders.codes[row], own = millionths[codes[row]];
    if (Number.isNaN(amounts[order])) amounts[order] = own;
    else if (isSum && !Number.isNaN(own)) amounts[order] += own;
  }
  return amounts;
}

/** What each order costs in whole millionths, as its first line with a total says; else NaN. */
export function totalsOfOrders({ codes, values }: CodedNumbers, orders: OrderKeys): Float64Array {
  const first = new Float64Array(orders.count).fill(NaN);
  for (let row = 0; row < codes.length; row++) {
    const order = orders.codes[row];
    if (Number.isNaN(first[order])) first[order] = Math.round(1e6 * values[codes[row]]);
  }
  return first;
}
