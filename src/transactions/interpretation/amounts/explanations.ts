import type { CodedNumbers } from "../../../frames/coded.ts";
import type { TableLines } from "../../mapping/transaction_lines.ts";
import {
  amountsOfOrders,
  type Discount,
  discountsOf,
  EXACT,
  totalsOfOrders,
} from "../orders/discount_columns.ts";
import type { OrderKeys } from "../orders/order_keys.ts";
import { type DetailNumbers, detailNumbers } from "./detail_numbers.ts";
import type { ParseNumbersOptions } from "./parse_numbers.ts";
import { subsets } from "./subsets.ts";

/** A column of shipping, tax or another charge that is not for goods. */
export interface Charge {
  readonly header: string;
  readonly numbers: CodedNumbers;
}

/** Why a total is not what its lines come to: some discounts are off, some charges are on. */
export interface Explanation {
  /** Headers, also of what came back where it is off the total. */
  readonly discounts: readonly string[];
  readonly charges: readonly string[];
  /** Totals that it explains to the cent, of all that there are. */
  readonly agree: number;
  readonly all: number;
  /** What these are. */
  readonly of: "line" | "order";
}

/** What a column takes off, or puts on, each order or each line, in whole millionths. */
interface Part {
  readonly header: string;
  readonly amounts: Float64Array;
}

/** From which share on it is an explanation, and room for rounding of an order's and of a line's. */
const MOST = 0.95, OF_ORDER = 2.1e4, OF_LINE = 1.01e4;

/**
 * The columns of a table that explain the difference between price × quantity and totals: discounts,
 * shipping, taxes.
 */
export class Explanations {
  readonly #table: TableLines;
  readonly #orders: OrderKeys;
  readonly #others: () => readonly Charge[];
  readonly #options: ParseNumbersOptions;
  #charges?: readonly Charge[];

  /**
   * @param table The table.
   * @param orders Which lines belong to one order.
   * @param others Columns of charges that are no details of the table, by their names.
   * @param options How numbers are written.
   */
  constructor(
    table: TableLines,
    orders: OrderKeys,
    others: () => readonly Charge[],
    options: ParseNumbersOptions,
  ) {
    this.#table = table;
    this.#orders = orders;
    this.#others = others;
    this.#options = options;
  }

  /** Whether the table has columns of discounts, which lower what was sold later. */
  get hasDiscounts(): boolean {
    const { line_discount, order_discount } = this.#table.details;
    return line_discount !== undefined || order_discount !== undefined;
  }

  /** Whether orders have states: then a total of 0 may be that of a cancelled one, and tells nothing. */
  get hasStates(): boolean {
    const { status, payment_status, cancelled_at, failure } = this.#table.details;
    return [status, payment_status, cancelled_at, failure].some((column) => column !== undefined);
  }

  /** All columns of charges. */
  get charges(): readonly Charge[] {
    return this.#charges ??= [
      ...this.#named().map(({ header, numbers: { codes, millionths } }) => ({
        header,
        numbers: { codes, values: millionths.map((amount) => amount / 1e6) },
      })),
      ...this.#others(),
    ];
  }

  /** What explains the totals of orders beside what their lines are worth, in millionths. */
  ofOrders(total: CodedNumbers, worth: Float64Array): Explanation | undefined {
    const paid = totalsOfOrders(total, this.#orders);
    return explained(
      this.hasStates ? paid.map((amount) => amount === 0 ? NaN : amount) : paid,
      this.#sumsOf(worth),
      [
        ...this.#discounts(worth).map(({ header, all }) => ({ header, amounts: all })),
        ...this.#refunds(),
      ],
      this.charges.map((charge) => ({ header: charge.header, amounts: this.#ofOrders(charge) })),
      OF_ORDER,
    );
  }

  /** What explains the totals of lines, line by line, or else order by order. */
  ofLines(total: CodedNumbers, worth: Float64Array): Explanation | undefined {
    const paid = Float64Array.from(total.codes, (code) => Math.round(1e6 * total.values[code]));
    const discounts = this.#discounts(worth);
    const onRow = ({ numbers: { codes, values } }: Charge) =>
      Float64Array.from(codes, (code) => Math.round(1e6 * values[code]) || 0);
    return explained(
      paid,
      worth,
      discounts.map(({ header, onLine }) => ({ header, amounts: onLine })),
      this.charges.map((charge) => ({ header: charge.header, amounts: onRow(charge) })),
      OF_LINE,
    ) ?? explained(
      this.#sumsOf(paid),
      this.#sumsOf(worth),
      discounts.map(({ header, all }) => ({ header, amounts: all })),
      [],
      OF_ORDER,
    );
  }

  /** What lines are worth less all discounts, those of an order on its first line. */
  discounted(worth: Float64Array): Float64Array {
    const left = worth.slice(), seen = new Uint8Array(this.#orders.count);
    const discounts = this.#discounts(worth);
    for (let row = 0; row < left.length; row++) {
      const order = this.#orders.codes[row];
      for (const { ofLine, ofOrder } of discounts) {
        left[row] -= ofLine[row] + (seen[order] === 0 ? ofOrder[order] : 0);
      }
      seen[order] = 1;
    }
    return left;
  }

  /**
   * The charges that are within what an order costs: those that make its subtotal its total, or all
   * where it has no subtotal.
   *
   * @param total What each order costs.
   * @returns Their names, and per line the charges of its order in millionths; `undefined` where there
   * are none.
   */
  within(total: CodedNumbers):
    | { readonly headers: readonly string[]; readonly ofOrder: Float64Array; readonly sum: number }
    | undefined {
    let parts = this.#named().map(({ header, numbers }) => ({
      header,
      amounts: amountsOfOrders(numbers, this.#orders).map((amount) => amount || 0),
    })).filter(({ amounts }) => amounts.some((amount) => amount > 0));
    const { order_subtotal: subtotal } = detailNumbers(
      this.#table,
      ["order_subtotal"],
      this.#options,
    );
    const paid = totalsOfOrders(total, this.#orders);
    if (subtotal && parts.length > 0) {
      const goods = amountsOfOrders(subtotal, this.#orders);
      const discounts = this.#discounts(new Float64Array(this.#table.height))
        .map(({ header, all }) => ({ header, amounts: all }));
      const why = explained(paid, goods, discounts, parts, OF_ORDER);
      if (why) parts = parts.filter(({ header }) => why.charges.includes(header));
      else if (agreeing(paid, goods, [], [], OF_ORDER).isMost) return undefined;
    }
    if (parts.length === 0) return undefined;
    const ofOrder = new Float64Array(this.#orders.count);
    let sum = 0;
    for (const { amounts } of parts) {
      amounts.forEach((amount, order) => {
        if (!Number.isFinite(paid[order])) return;
        ofOrder[order] += amount;
        sum += amount;
      });
    }
    const onRow = Float64Array.from(this.#orders.codes, (order) => ofOrder[order]);
    return { headers: parts.map(({ header }) => header), ofOrder: onRow, sum: sum / 1e6 };
  }

  #named(): { readonly header: string; readonly numbers: DetailNumbers }[] {
    const names = ["order_shipping", "order_tax"] as const;
    const read = detailNumbers(this.#table, names, this.#options);
    return names.flatMap((name) =>
      read[name] ? [{ header: this.#table.mapping[name]!, numbers: read[name] }] : []
    );
  }

  #discounts(worth: Float64Array): Discount[] {
    if (!this.hasDiscounts) return [];
    const own = { codes: Int32Array.from(worth.keys()), values: worth };
    return discountsOf(this.#table, this.#orders, own, this.#options, []);
  }

  /** What came back of each order: some programs take it off the order's total. */
  #refunds(): Part[] {
    const { refunded_amount: numbers } = detailNumbers(
      this.#table,
      ["refunded_amount"],
      this.#options,
    );
    if (!numbers) return [];
    const amounts = amountsOfOrders(numbers, this.#orders).map((amount) => Math.abs(amount) || 0);
    return [{ header: this.#table.mapping.refunded_amount!, amounts }];
  }

  #ofOrders({ numbers: { codes, values } }: Charge): Float64Array {
    const millionths = Float64Array.from(values, (value) => Math.round(1e6 * value));
    return amountsOfOrders({ codes, millionths }, this.#orders).map((amount) => amount || 0);
  }

  #sumsOf(worth: Float64Array): Float64Array {
    const sums = new Float64Array(this.#orders.count);
    for (let row = 0; row < worth.length; row++) {
      if (Number.isFinite(worth[row])) sums[this.#orders.codes[row]] += worth[row];
    }
    return sums;
  }
}

/** The fewest columns that explain the most, the most of it exactly, where that is nearly all. */
function explained(
  paid: Float64Array,
  goods: Float64Array,
  discounts: readonly Part[],
  charges: readonly Part[],
  room: number,
): Explanation | undefined {
  const some = (parts: readonly Part[]) =>
    subsets(parts.filter(({ amounts }) => amounts.some((amount) => amount > 0)));
  const sets = some(discounts).flatMap((off) => some(charges).map((on) => ({ off, on })))
    .sort((a, b) => a.off.length + a.on.length - b.off.length - b.on.length);
  let best: ReturnType<typeof agreeing> & typeof sets[number] | undefined;
  for (const { off, on } of sets) {
    const found = agreeing(paid, goods, off, on, room);
    const { agree, exact, all } = found;
    const isBetter = agree > (best?.agree ?? 0) || (agree === best?.agree && exact > best.exact);
    if (isBetter) best = { ...found, off, on };
    if (all > 0 && exact === all) break;
  }
  if (!best || best.agree < MOST * best.all || best.off.length + best.on.length === 0) return;
  const headers = (parts: readonly Part[]) => parts.map(({ header }) => header);
  return {
    discounts: headers(best.off),
    charges: headers(best.on),
    agree: best.agree,
    all: best.all,
    of: room === OF_LINE ? "line" : "order",
  };
}

function agreeing(
  paid: Float64Array,
  goods: Float64Array,
  off: readonly Part[],
  on: readonly Part[],
  room: number,
) {
  let agree = 0, exact = 0, all = 0;
  for (let i = 0; i < paid.length; i++) {
    if (!Number.isFinite(paid[i]) || !Number.isFinite(goods[i])) continue;
    all++;
    const less = off.reduce((left, { amounts }) => left - amounts[i], goods[i]);
    const left = goods[i] > 0 ? Math.max(0, less) : goods[i];
    const sum = on.reduce((sum, { amounts }) => sum + amounts[i], left);
    const difference = Math.abs(sum - paid[i]);
    if (difference <= room) agree++;
    if (difference <= EXACT) exact++;
  }
  return { agree, exact, all, isMost: all > 0 && agree >= MOST * all };
}
