import { type CodedNumbers, ownNumbers } from "../../../frames/coded.ts";
import { InputError } from "../../../frames/errors.ts";
import { countOf, formatNumber } from "../../../words/numbers.ts";
import { plainLine } from "../../../words/sentences.ts";
import type { TableLines } from "../../mapping/transaction_lines.ts";
import { detailNumbers } from "../amounts/detail_numbers.ts";
import { inProportion } from "../amounts/in_proportion.ts";
import type { OrderKeys } from "./order_keys.ts";
import type { ParseNumbersOptions } from "../amounts/parse_numbers.ts";
import { type AmountUnit, moneyInWords } from "./money_words.ts";
import type { ReadingNote } from "../reading_note.ts";
import type { AmountPlan } from "../amounts/amount_plan.ts";
import { amountsOfOrders, type Discount, discountsOf, totalsOfOrders } from "./discount_columns.ts";
import { subsets } from "../amounts/subsets.ts";

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

/** What of a table's amounts decides about its discounts. */
export type PaidBy = Pick<AmountPlan, "pays" | "discounts" | "order_total">;

/** A cent, half a cent as room for rounding, and from which share on a pattern is one. */
const CENT = 1e4, HALF_A_CENT = 5e3, MOST = 0.95;

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
 * @param plan Which amount pays, and what its arithmetic proves.
 * @param options How numbers are written, and what to do where the amounts do not tell.
 * @returns The amounts after discounts, and what was done.
 * @throws {InputError} If it cannot be told whether the amounts contain the discounts.
 */
export function orderDiscounts(
  table: TableLines,
  orders: OrderKeys,
  amounts: Amounts,
  plan: PaidBy,
  options: DiscountOptions & ParseNumbersOptions & AmountUnit = {},
): { readonly amounts: Amounts; readonly notes: readonly ReadingNote[] } {
  const wordy: ReadingNote[] = [];
  const found = discountsOf(table, orders, amounts.worth, options, wordy);
  if (found.length === 0) return { amounts, notes: wordy };
  const headers = found.map(({ header }) => `"${plainLine(header)}"`).join(" and ");
  const sum = found.reduce((all, { all: own }) => all + own.reduce((a, b) => a + b, 0), 0);
  const size = found.every(({ isRate }) => isRate)
    ? headers
    : `${headers} (${moneyInWords(sum, options)} in all)`;
  const choice = chosen(table, orders, amounts, found, plan, options);
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
    notes: [...wordy, {
      topic: "amounts",
      sentence:
        `${table.input}: the discounts of ${taken} are taken off their lines, those of an ` +
        `order in proportion: ${moneyInWords(lowered.sum, options)} on ` +
        `${countOf(lowered.rows, "line")} (${choice.because}).`,
      rows: lowered.rows,
      revenue: lowered.sum / 1e6,
    }],
  };
}

/** Which discounts are to be taken off, and why; `undefined` where nothing tells. */
function chosen(
  table: TableLines,
  orders: OrderKeys,
  amounts: Amounts,
  found: readonly Discount[],
  plan: PaidBy,
  options: DiscountOptions & ParseNumbersOptions,
): { readonly taken: readonly Discount[]; readonly because: string } | undefined {
  if (options.discounts === "subtract") return { taken: found, because: "as --discounts says" };
  if (options.discounts === "included") return { taken: [], because: "as --discounts says" };
  if (plan.pays === "order_total") {
    return { taken: [], because: `"${plainLine(plan.order_total!.header)}" is what was paid` };
  }
  if (plan.discounts?.areIn) return { taken: [], because: plan.discounts.because };
  const sets = subsets(found);
  const votes = votesFor(table, orders, amounts, sets, plan, options);
  const decided = Math.max(...votes.counts);
  if (decided > 0 && decided >= MOST * votes.orders) {
    const best = sets.filter((_, i) => votes.counts[i] === decided);
    if (best.length === 1) {
      const [taken] = best;
      return {
        taken,
        because: decided === votes.orders
          ? decided === 1
            ? "the total of the order with a discount agrees"
            : `the totals of all ${formatNumber(decided)} orders with a discount agree`
          : `the totals of ${formatNumber(decided)} of ` +
            `${countOf(votes.orders, "order")} with a discount agree`,
      };
    }
  }
  if (plan.discounts) {
    const { headers, because } = plan.discounts;
    return { taken: found.filter(({ header }) => headers.includes(header)), because };
  }
  const same = plan.pays === "unit_price" && pricesStay(table, orders, amounts, found);
  if (same) return { taken: found, because: same };
  if (votes.orders === 0 && plan.pays === "line_total" && found.every(({ isRate }) => isRate)) {
    return { taken: [], because: "a rate beside line totals" };
  }
  return undefined;
}

/**
 * Whether products have the same price with and without a discount, so that it is not in the price.
 *
 * @returns Why, or `undefined` where prices do not tell.
 */
function pricesStay(
  { height, columns, mapping }: TableLines,
  orders: OrderKeys,
  { unit_price }: Amounts,
  [discount, ...others]: readonly Discount[],
): string | undefined {
  if (others.length > 0) return undefined;
  const product = mapping.product_id === undefined ? columns.description : columns.product_id;
  const { onLine, ofOrder } = discount, none = product.values.indexOf("");
  const listed = new Map<number, Set<number>>(), rows: number[] = [];
  for (let row = 0; row < height; row++) {
    const code = product.codes[row], price = unit_price.values[unit_price.codes[row]];
    if (code === none || !(price > 0)) continue;
    if (onLine[row] > 0 || ofOrder[orders.codes[row]] > 0) rows.push(row);
    else listed.set(code, (listed.get(code) ?? new Set()).add(price));
  }
  const told = rows.filter((row) => listed.has(product.codes[row]));
  const same = told.filter((row) =>
    listed.get(product.codes[row])!.has(unit_price.values[unit_price.codes[row]])
  );
  return told.length >= 3 && same.length >= MOST * told.length
    ? `prices are the same with and without it on ${formatNumber(same.length)} of ` +
      countOf(told.length, "line")
    : undefined;
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
  { order_total }: PaidBy,
  options: ParseNumbersOptions,
): { readonly counts: number[]; readonly orders: number } {
  const names = ["order_subtotal", "order_shipping", "order_tax"] as const;
  const read = detailNumbers(table, names, options);
  const [subtotal, shipping, tax] = names.map((name) =>
    read[name] && amountsOfOrders(read[name], orders)
  );
  const total = order_total && totalsOfOrders(order_total.numbers, orders);
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
