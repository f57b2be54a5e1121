import { ownNumbers } from "../../../frames/coded.ts";
import { InputError } from "../../../frames/errors.ts";
import { type AmountUnit, moneyInWords } from "./money_words.ts";
import { countOf, formatNumber } from "../../../words/numbers.ts";
import { plainLine } from "../../../words/sentences.ts";
import type { TableLines } from "../../mapping/transaction_lines.ts";
import {
  type DetailNumbers,
  detailNumbers,
  refuseOtherThanAmounts,
} from "../amounts/detail_numbers.ts";
import { inProportion } from "../amounts/in_proportion.ts";
import { isOfLines, sizeOn, totalsOfOrders } from "./discount_columns.ts";
import type { Amounts, PaidBy } from "./order_discounts.ts";
import { carriedInOrders, type OrderKeys } from "./order_keys.ts";
import type { OrderOutcomes } from "./order_outcomes.ts";
import type { ParseNumbersOptions } from "../amounts/parse_numbers.ts";
import type { ReadingNote } from "../reading_note.ts";
import { plainWord, saysNothing } from "./status_words.ts";

/** What came back of the lines of a table. */
export interface OrderRefunds {
  /** Whole millionths of each line that came back, at the refund's own amount; absent where nothing did. */
  readonly refunded?: Float64Array;
  readonly notes: readonly ReadingNote[];
}

/** Room for rounding. */
const HALF_A_CENT = 5e3;

/**
 * Turns lines that are refunds themselves, but are written without a minus, into returns.
 *
 * @param amounts What the lines are worth.
 * @param isRefund 1 for lines that are refunds, see `orderOutcomes`.
 * @returns The amounts, those of refunds below 0.
 */
export function refundsBelowZero(amounts: Amounts, isRefund: Uint8Array): Amounts {
  const { quantity, unit_price, worth, line_total } = amounts;
  const isTurned = isRefund.some((is, row) => is === 1 && worth.values[worth.codes[row]] > 0);
  if (!isTurned) return amounts;
  const turned = (column: Amounts["worth"]) =>
    ownNumbers(Float64Array.from(column.codes, (code, row) => {
      const isPositive = isRefund[row] === 1 && worth.values[worth.codes[row]] > 0;
      return isPositive ? -column.values[code] : column.values[code];
    }));
  return {
    quantity: turned(quantity),
    unit_price,
    line_total: line_total && turned(line_total),
    worth: turned(worth),
  };
}

/**
 * Finds out how much of each order came back: what a column of refunded amounts says, or all of it
 * where a word says "refunded" and no amount stands beside it.
 *
 * A refund of at least the order's total, with shipping and tax, takes its goods back whole; any other
 * is taken as it is written. It is divided among the order's lines in proportion to their worth. A
 * refund that stands in the file as lines below 0 of the same order is not taken twice.
 *
 * @param table The table.
 * @param orders Which lines belong to one order.
 * @param amounts What its lines are worth, after discounts.
 * @param outcomes What became of them, where the table tells.
 * @param plan Which column is what an order costs.
 * @param options How numbers are written.
 * @returns See {@linkcode OrderRefunds}.
 * @throws {InputError} If only a word says that a part came back, and nothing says how much.
 */
export function orderRefunds(
  table: TableLines,
  orders: OrderKeys,
  { worth }: Amounts,
  outcomes: OrderOutcomes | undefined,
  plan: PaidBy,
  options: ParseNumbersOptions & AmountUnit = {},
): OrderRefunds {
  const read = detailNumbers(table, ["refunded_amount"], options);
  const flags = read.refunded_amount && refundFlags(table, orders, read.refunded_amount);
  const told = flags ? undefined : read.refunded_amount;
  if (told) refuseOtherThanAmounts(table, "refunded_amount", told);
  const isRefunded = flags ?? outcomes?.isRefunded ?? new Uint8Array(table.height);
  if (flags) outcomes?.isRefunded.forEach((is, row) => flags[row] ||= is);
  const marked = isRefunded.includes(1);
  if (!told && !marked && !outcomes?.partRefunds.length) return { notes: [] };
  const at = (row: number) => worth.values[worth.codes[row]];
  const { rowsOf, below, isSold } = linesOf(table, orders, at, outcomes);
  const isOfLine = told !== undefined && isOfLines(told, orders);
  const written = new Float64Array(orders.count);
  if (told) {
    for (let row = 0; row < table.height; row++) {
      const order = orders.codes[row];
      if (isOfLine || written[order] === 0) written[order] += sizeOn(told, row);
    }
  }
  const isItemised = refundsStandApart(table, orders, at, below, written, isRefunded, outcomes);
  refuseUnknownParts(table, orders, outcomes, below, written, isItemised);
  const totals = plan.order_total && totalsOfOrders(plan.order_total.numbers, orders);
  const isOff = plan.discounts?.headers.includes(table.mapping.refunded_amount ?? "") ?? false;
  const refunded = new Float64Array(table.height);
  let sum = 0, whole = 0, count = 0;
  rowsOf.forEach((rows, order) => {
    if (rows.length === 0) return;
    const goods = rows.map(at), all = goods.reduce((a, b) => a + b, 0);
    let own = 0;
    if (written[order] > 0) {
      if (Math.abs(below[order] - written[order]) <= HALF_A_CENT) return;
      // Without the order's total, what goes beyond its goods is shipping and tax.
      const total = (totals?.[order] || (isOff ? NaN : 0)) + (isOff ? written[order] : 0) || all;
      const isWhole = written[order] >= total - HALF_A_CENT;
      if (isOfLine && !isWhole) {
        for (const row of rows) own += refunded[row] = sizeOn(told!, row);
      } else {
        own = isWhole ? all : written[order];
        inProportion(own, goods).forEach((part, i) => refunded[rows[i]] = part);
      }
      if (isWhole) whole += Number(isSold[order]);
    } else if (marked && !isItemised) {
      const back = rows.filter((row) => isRefunded[row] === 1);
      const left = back.reduce((rest, row) => rest + at(row), 0) - below[order];
      if (back.length === 0 || left <= 0) return;
      own = left;
      inProportion(left, back.map(at)).forEach((part, i) => refunded[back[i]] = part);
      if (back.length === rows.length) whole += Number(isSold[order]);
    }
    if (own > 0 && isSold[order] === 1) {
      sum += own;
      count++;
    }
  });
  const notes: ReadingNote[] = [];
  if (marked && isItemised) {
    notes.push({
      topic: "orders",
      sentence:
        `${table.input}: refunds stand in the file as lines of their own, so lines called ` +
        "refunded stay sales and are not returned twice.",
    });
  }
  if (count > 0) {
    const name = read.refunded_amount
      ? `"${plainLine(table.mapping.refunded_amount!)}" says that `
      : "";
    const inFull = whole === count
      ? count === 1 ? "in full" : "all in full"
      : `${formatNumber(whole)} in full`;
    notes.push({
      topic: "orders",
      sentence: `${table.input}: ${name}${moneyInWords(sum, options)} went back for ${
        countOf(count, "order")
      } (${inFull}): returned at the refund's own amount, on the order's day.`,
      revenue: -sum / 1e6,
    });
  }
  return refunded.some((amount) => amount > 0) ? { refunded, notes } : { notes };
}

/** Words that say of a line whether it came back, where an amount is expected. */
const YES = new Set([
  "true",
  "yes",
  "y",
  "t",
  "x",
  "ja",
  "wahr",
  "oui",
  "vrai",
  "si",
  "sim",
  "vero",
]);
const NO = new Set([
  "false",
  "no",
  "n",
  "f",
  "nein",
  "falsch",
  "non",
  "faux",
  "nao",
  "nee",
  "falso",
]);
const AMOUNT_NAMED = /amount|total|betrag|montant|importe|valor|importo|bedrag/i;

/** Whether each line came back, where the column says yes and no in place of amounts. */
function refundFlags(
  table: TableLines,
  orders: OrderKeys,
  { codes, texts }: DetailNumbers,
): Uint8Array | undefined {
  const words = texts.map(plainWord);
  const said = words.filter((word) => !saysNothing(word));
  const areWords = said.some((word) => YES.has(word) || NO.has(word)) &&
    said.every((word) => YES.has(word) || NO.has(word) || /^[01]$/.test(word));
  const areBits = said.includes("1") && said.every((word) => /^[01]$/.test(word)) &&
    !AMOUNT_NAMED.test(table.mapping.refunded_amount!);
  if (!areWords && !areBits) return undefined;
  const isYes = words.map((word) => YES.has(word) || word === "1");
  const carried = carriedInOrders(
    { codes, values: texts },
    orders,
    (text) => saysNothing(plainWord(text)),
  );
  return Uint8Array.from(carried, (code) => Number(isYes[code]));
}

/** The lines of each order that can come back, and what of it stands in the file below 0. */
function linesOf(
  table: TableLines,
  orders: OrderKeys,
  at: (row: number) => number,
  outcomes: OrderOutcomes | undefined,
) {
  const sold: number[][] = Array.from({ length: orders.count }, () => []);
  const others: number[][] = Array.from({ length: orders.count }, () => []);
  const below = new Float64Array(orders.count);
  for (let row = 0; row < table.height; row++) {
    const worth = at(row), order = orders.codes[row];
    if (worth < 0) below[order] -= worth;
    if (!(worth > 0 && worth < Infinity)) continue;
    const isSale = outcomes === undefined || outcomes.outcome.codes[row] === 0;
    (isSale ? sold : others)[order].push(row);
  }
  const isSold = Uint8Array.from(sold, (rows) => Number(rows.length > 0));
  // Orders that are no sales may be made some by the caller.
  return { rowsOf: sold.map((rows, i) => rows.length > 0 ? rows : others[i]), below, isSold };
}

/**
 * Whether the refunds that words tell are lines of the file that do not name the order: then they are
 * worth at least as much as all that is called refunded.
 */
function refundsStandApart(
  table: TableLines,
  orders: OrderKeys,
  at: (row: number) => number,
  below: Float64Array,
  written: Float64Array,
  isRefunded: Uint8Array,
  outcomes: OrderOutcomes | undefined,
): boolean {
  if (!outcomes?.isRefund.includes(1)) return false;
  let called = 0, apart = 0;
  for (let row = 0; row < table.height; row++) {
    const order = orders.codes[row];
    if (outcomes.isRefund[row] === 1) apart += Math.abs(at(row)) || 0;
    else if (isRefunded[row] === 1 && below[order] === 0 && written[order] === 0) {
      called += Math.max(0, at(row)) || 0;
    }
  }
  return apart > 0 && apart >= called - HALF_A_CENT;
}

function refuseUnknownParts(
  table: TableLines,
  orders: OrderKeys,
  outcomes: OrderOutcomes | undefined,
  below: Float64Array,
  written: Float64Array,
  isItemised: boolean,
): void {
  if (isItemised) return;
  for (const { header, word, rows } of outcomes?.partRefunds ?? []) {
    const untold = rows.filter((row) =>
      outcomes!.outcome.codes[row] === 0 && written[orders.codes[row]] === 0 &&
      below[orders.codes[row]] === 0
    );
    if (untold.length === 0) continue;
    const of = table.mapping.refunded_amount;
    throw new InputError(
      `${table.input}: the column "${plainLine(header)}" says "${plainLine(word)}" on ${
        countOf(untold.length, "line")
      } (first: line ${table.line[untold[0]]}), and ${
        of === undefined ? "no column" : `"${plainLine(of)}"`
      } says how much came back: ${
        of === undefined ? "name it with --map refunded_amount=…, " : ""
      }` +
        `or say --status "${
          plainLine(word)
        }=sale" to keep all of it, or =refund to return all of it.`,
    );
  }
}
