import { type CodedNumbers, ownNumbers } from "../../../frames/coded.ts";
import { exactProduct, roundedQuotient } from "../../../frames/exact_product.ts";
import { InputError } from "../../../frames/errors.ts";
import { countOf, formatNumber } from "../../../words/numbers.ts";
import { plainLine } from "../../../words/sentences.ts";
import type { TableLines } from "../../mapping/transaction_lines.ts";
import { type DetailNumbers, detailNumbers, refuseUnreadable } from "../amounts/detail_numbers.ts";
import { inProportion } from "../amounts/in_proportion.ts";
import type { OrderKeys } from "./order_keys.ts";
import { type ParseNumbersOptions, plainNumbers } from "../amounts/parse_numbers.ts";
import type { ReadingNote } from "../reading_note.ts";
import { plainWord, saysNothing } from "./status_words.ts";

/** Whether the amounts of a file still contain its discounts. */
export const DISCOUNTS = ["subtract", "included"] as const;

/** Options of {@linkcode orderDiscounts}. */
export interface DiscountOptions {
  /** What to do with columns of discounts where the amounts do not tell. */
  readonly discounts?: typeof DISCOUNTS[number];
}

/** The amounts of a table's lines. */
export interface Amounts {
  readonly quantity: CodedNumbers;
  readonly unit_price: CodedNumbers;
  readonly line_total?: CodedNumbers;
  readonly worth: CodedNumbers;
}

/** A column of discounts. */
interface Discount {
  readonly header: string;
  readonly isRate: boolean;
  /** What it takes off each line, and off each order, in whole millionths; one of them is 0. */
  readonly ofLine: Float64Array;
  readonly ofOrder: Float64Array;
  /** What both take off each order. */
  readonly all: Float64Array;
}

/** A cent, half a cent as room for rounding, and from which share on a pattern is one. */
const CENT = 1e4, HALF_A_CENT = 5e3, MOST = 0.95;
const PERCENT = /^\s*([+-]?\d+(?:[.,]\d+)?)\s*%\s*$/;
const NAMED_PERCENT = /%|percent|prozent|pct|pourcent|porcent|percento|procent|\brate\b|_rate/i;

/**
 * Lowers the lines of a table by its discounts, where its amounts still contain them: a line by its
 * own discount, the lines of an order in proportion by the order's.
 *
 * Whether they do is decided by arithmetic, over all orders with a discount: the total of an order is
 * its lines less the discount, and shipping and tax; or a line's total is quantity × price less the
 * discount. A rate beside line totals is taken to be in them.
 *
 * @param table The table.
 * @param orders Which lines belong to one order.
 * @param amounts What its lines are worth.
 * @param options How numbers are written, and what to do where the amounts do not tell.
 * @returns The amounts after discounts, and what was done.
 * @throws {InputError} If it cannot be told whether the amounts contain the discounts.
 */
export function orderDiscounts(
  table: TableLines,
  orders: OrderKeys,
  amounts: Amounts,
  options: DiscountOptions & ParseNumbersOptions = {},
): { readonly amounts: Amounts; readonly notes: readonly ReadingNote[] } {
  const wordy: ReadingNote[] = [];
  const found = discountsOf(table, orders, amounts, options, wordy);
  if (found.length === 0) return { amounts, notes: wordy };
  const headers = found.map(({ header }) => `"${plainLine(header)}"`).join(" and ");
  const sum = found.reduce((all, { all: own }) => all + own.reduce((a, b) => a + b, 0), 0) / 1e6;
  const size = found.every(({ isRate }) => isRate)
    ? headers
    : `${headers} (${formatNumber(sum, 2)} in all)`;
  const choice = chosen(table, orders, amounts, found, options);
  if (choice === undefined) {
    throw new InputError(
      `${table.input}: it cannot be told whether the amounts still contain the discounts of ${size}: ` +
        `say --discounts subtract, or --discounts included if they are already taken off.`,
    );
  }
  if (choice.taken.length === 0) {
    const sentence =
      `${table.input}: the discounts of ${size} are in the amounts already (${choice.because}): ` +
      "nothing is taken off.";
    return { amounts, notes: [...wordy, { topic: "amounts", sentence }] };
  }
  const lowered = lower(table, orders, amounts, choice.taken);
  const taken = choice.taken.map(({ header }) => `"${plainLine(header)}"`).join(" and ");
  return {
    amounts: lowered.amounts,
    notes: [{
      topic: "amounts",
      sentence:
        `${table.input}: the discounts of ${taken} are taken off their lines, those of an ` +
        `order in proportion (${choice.because}): ${formatNumber(lowered.sum / 1e6, 2)} on ` +
        `${countOf(lowered.rows, "line")}.`,
      rows: lowered.rows,
      revenue: lowered.sum / 1e6,
    }],
  };
}

/** The columns of discounts in which there is one. */
function discountsOf(
  table: TableLines,
  orders: OrderKeys,
  { worth }: Amounts,
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
    refuseUnreadable(table, name, numbers, (text) => PERCENT.test(text));
    const rates = ratesOf(numbers, header);
    const ofLine = new Float64Array(table.height), ofOrder = new Float64Array(orders.count);
    if (rates) {
      for (let row = 0; row < table.height; row++) {
        const own = worth.values[worth.codes[row]];
        if (own > 0 && own < Infinity) ofLine[row] = share(own, rates[numbers.codes[row]]);
      }
    } else if (name === "line_discount" || isOfLines(numbers, orders)) {
      for (let row = 0; row < table.height; row++) ofLine[row] = sizeOn(numbers, row);
    } else {
      for (let row = 0; row < table.height; row++) {
        const order = orders.codes[row];
        if (ofOrder[order] === 0) ofOrder[order] = sizeOn(numbers, row);
      }
    }
    const all = ofOrder.slice();
    for (let row = 0; row < table.height; row++) all[orders.codes[row]] += ofLine[row];
    return all.some((amount) => amount > 0)
      ? [{ header, isRate: rates !== undefined, ofLine, ofOrder, all }]
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

/** A share in millionths of an amount in millionths; 0 where the amount cannot be counted. */
function share(amount: number, rate: number): number {
  return rate === 0 || !Number.isFinite(amount)
    ? 0
    : Number(roundedQuotient(BigInt(amount) * BigInt(rate), 1_000_000n));
}

/** The size of a number on a line, 0 where there is none. */
export function sizeOn({ codes, millionths }: DetailNumbers, row: number): number {
  const number = Math.abs(millionths[codes[row]]);
  return Number.isFinite(number) ? number : 0;
}

/** Whether a column tells something of each line: two lines of an order say two amounts above 0. */
export function isOfLines(numbers: DetailNumbers, orders: OrderKeys): boolean {
  const first = new Float64Array(orders.count);
  for (let row = 0; row < orders.codes.length; row++) {
    const size = sizeOn(numbers, row), order = orders.codes[row];
    if (size === 0) continue;
    if (first[order] === 0) first[order] = size;
    else if (first[order] !== size) return true;
  }
  return false;
}

/** Which discounts are to be taken off, and why; `undefined` where nothing tells. */
function chosen(
  table: TableLines,
  orders: OrderKeys,
  amounts: Amounts,
  found: readonly Discount[],
  options: DiscountOptions & ParseNumbersOptions,
): { readonly taken: readonly Discount[]; readonly because: string } | undefined {
  if (options.discounts === "subtract") return { taken: found, because: "as --discounts says" };
  if (options.discounts === "included") return { taken: [], because: "as --discounts says" };
  const lines = includedInTotals(table, orders, amounts, found, options);
  if (lines) return { taken: [], because: lines };
  const sets = subsets(found);
  const votes = votesFor(table, orders, amounts, sets, options);
  const decided = Math.max(...votes.counts);
  if (decided > 0 && decided >= MOST * votes.orders) {
    const best = sets.filter((_, i) => votes.counts[i] === decided);
    if (best.length === 1) {
      const [taken] = best;
      return {
        taken,
        because: `the totals of ${formatNumber(decided)} of ` +
          `${countOf(votes.orders, "order")} with a discount agree`,
      };
    }
  }
  const isTotal = table.details.line_total !== undefined;
  if (votes.orders === 0 && isTotal && found.every(({ isRate }) => isRate)) {
    return { taken: [], because: "a rate beside line totals" };
  }
  return undefined;
}

/** None, each, and all of the discounts. */
function subsets(found: readonly Discount[]): (readonly Discount[])[] {
  return found.length === 1 ? [[], found] : [[], [found[0]], [found[1]], found];
}

/** Why the lines' totals contain the discounts, where they are quantity × price less these. */
function includedInTotals(
  table: TableLines,
  orders: OrderKeys,
  { worth }: Amounts,
  found: readonly Discount[],
  options: ParseNumbersOptions,
): string | undefined {
  const { columns: { quantity, unit_price }, details: { line_total } } = table;
  if (line_total === undefined) return undefined;
  const [pieces, prices] = [quantity, unit_price].map(({ codes, values }) => ({
    codes,
    values: plainNumbers(values, options).map((text) => ({
      text,
      value: text === "" ? NaN : Number(text),
    })),
  }));
  const listed = new Float64Array(orders.count), paid = new Float64Array(orders.count);
  const off = new Float64Array(orders.count);
  for (let row = 0; row < table.height; row++) {
    const order = orders.codes[row];
    const product = exactProduct(
      pieces.values[pieces.codes[row]],
      prices.values[prices.codes[row]],
    );
    listed[order] += product;
    paid[order] += worth.values[worth.codes[row]];
    for (const { isRate, ofLine } of found) {
      // A rate is one of the price, and the total is what remains of it.
      const own = worth.values[worth.codes[row]];
      if (isRate && own > 0 && own < Infinity) {
        off[order] += share(Math.max(0, product), rateOf(ofLine[row], own));
      } else if (!isRate) off[order] += ofLine[row];
    }
  }
  for (const { ofOrder } of found) ofOrder.forEach((amount, order) => off[order] += amount);
  let agree = 0, all = 0;
  for (let order = 0; order < orders.count; order++) {
    if (!(off[order] > 0) || !Number.isFinite(listed[order]) || !Number.isFinite(paid[order])) {
      continue;
    }
    all++;
    if (Math.abs(listed[order] - off[order] - paid[order]) <= CENT) agree++;
  }
  return all > 0 && agree >= MOST * all
    ? `quantity × price less the discount is the total in ${formatNumber(agree)} of ` +
      `${countOf(all, "order")}`
    : undefined;
}

function rateOf(part: number, whole: number): number {
  return Math.round(1e6 * part / whole);
}

/**
 * How many orders agree with each way of taking discounts off. The order's total may contain shipping
 * and tax; where the file does not tell these, a total below the lines proves that something is off.
 */
function votesFor(
  table: TableLines,
  orders: OrderKeys,
  { worth }: Amounts,
  sets: readonly (readonly Discount[])[],
  options: ParseNumbersOptions,
): { readonly counts: number[]; readonly orders: number } {
  const names = ["order_total", "order_subtotal", "order_shipping", "order_tax"] as const;
  const read = detailNumbers(table, names, options);
  const [total, subtotal, shipping, tax] = names.map((name) =>
    read[name] && firstOfOrders(read[name], orders)
  );
  const counts = sets.map(() => 0);
  if (!total && !subtotal) return { counts, orders: 0 };
  const goods = goodsOf(worth, orders);
  const isComplete = shipping !== undefined && tax !== undefined;
  const all = sets[sets.length - 1];
  let voting = 0;
  for (let order = 0; order < orders.count; order++) {
    if (!all.some((discount) => discount.all[order] > 0) || !(goods[order] > 0)) continue;
    const paid = total?.[order] ?? NaN, below = subtotal?.[order] ?? NaN;
    const extra = [shipping, tax].map((amounts) => amounts?.[order] || 0);
    const left = sets.map((set) =>
      Math.max(0, set.reduce((rest, discount) => rest - discount.all[order], goods[order]))
    );
    const isSame = (a: number, b: number) => Math.abs(a - b) <= HALF_A_CENT;
    let agrees = left.map((rest) =>
      [rest, rest + extra[0], rest + extra[0] + extra[1]].some((sum) => isSame(sum, paid))
    );
    if (!agrees.includes(true) && Number.isNaN(paid)) {
      agrees = left.map((rest) => rest < goods[order] && isSame(rest, below));
    }
    if (!agrees.includes(true) && !isComplete && paid < goods[order] - CENT) {
      agrees = left.map((rest) => rest < goods[order] && rest <= paid + HALF_A_CENT);
    }
    if (!agrees.includes(true) || agrees.every((agree) => agree)) continue;
    voting++;
    agrees.forEach((agree, i) => counts[i] += Number(agree));
  }
  return { counts, orders: voting };
}

/** The first number that each order has, NaN where it has none. */
export function firstOfOrders(
  { codes, millionths }: DetailNumbers,
  orders: OrderKeys,
): Float64Array {
  const first = new Float64Array(orders.count).fill(NaN);
  for (let row = 0; row < codes.length; row++) {
    const order = orders.codes[row];
    if (Number.isNaN(first[order])) first[order] = millionths[codes[row]];
  }
  return first;
}

/** What the positive lines of each order are worth. */
function goodsOf({ codes, values }: CodedNumbers, orders: OrderKeys): Float64Array {
  const goods = new Float64Array(orders.count);
  for (let row = 0; row < codes.length; row++) {
    const worth = values[codes[row]];
    if (worth > 0 && worth < Infinity) goods[orders.codes[row]] += worth;
  }
  return goods;
}

function lower(
  table: TableLines,
  orders: OrderKeys,
  amounts: Amounts,
  taken: readonly Discount[],
) {
  const { height } = table;
  const worth = new Float64Array(height), prices = new Float64Array(height);
  const { quantity, unit_price, worth: before } = amounts;
  const rowsOf: number[][] = Array.from({ length: orders.count }, () => []);
  for (let row = 0; row < height; row++) {
    const own = before.values[before.codes[row]];
    worth[row] = own;
    prices[row] = unit_price.values[unit_price.codes[row]];
    if (own > 0 && own < Infinity) rowsOf[orders.codes[row]].push(row);
  }
  for (const { ofLine } of taken) {
    for (const rows of rowsOf) {
      for (const row of rows) worth[row] -= Math.min(worth[row], ofLine[row]);
    }
  }
  for (const { ofOrder } of taken) {
    rowsOf.forEach((rows, order) => {
      if (ofOrder[order] === 0) return;
      const worths = rows.map((row) => worth[row]);
      const goods = worths.reduce((sum, own) => sum + own, 0);
      const parts = inProportion(Math.min(goods, ofOrder[order]), worths);
      rows.forEach((row, i) => worth[row] -= parts[i]);
    });
  }
  let sum = 0, rows = 0;
  for (let row = 0; row < height; row++) {
    const own = before.values[before.codes[row]];
    if (worth[row] === own || Number.isNaN(own)) continue;
    sum += own - worth[row];
    rows++;
    prices[row] = worth[row] / 1e6 / quantity.values[quantity.codes[row]];
  }
  return {
    amounts: { ...amounts, unit_price: ownNumbers(prices), worth: ownNumbers(worth) },
    sum,
    rows,
  };
}
