import type { Coded, CodedNumbers, CodedTexts } from "../../../frames/coded.ts";

/** Amounts that differ by no more are the same: a cent. */
const CENT = 0.01 + 1e-9;

/** In millionths, whose sums do not depend on the order of the lines. */
const units = (amount: number) => Math.round(amount * 1e6);

/** How price × quantity compares with a total, over the lines on which all three can be read. */
export interface Multiplication {
  readonly lines: number;
  /** Lines with another quantity than 1: on all others price and total mean the same. */
  readonly several: number;
  /** Lines on which both are the same within a cent, and on which the total is less, or more. */
  readonly agree: number;
  readonly below: number;
  readonly above: number;
  /** Lines of several pieces on which the total is the price. */
  readonly asPrice: number;
  readonly products: number;
  readonly totals: number;
}

/** Compares price × quantity with a total, line by line. */
export function multiplication(
  quantity: CodedNumbers,
  price: CodedNumbers,
  total: CodedNumbers,
): Multiplication {
  let lines = 0,
    several = 0,
    agree = 0,
    below = 0,
    above = 0,
    asPrice = 0,
    products = 0,
    totals = 0;
  for (let row = 0; row < total.codes.length; row++) {
    const pieces = quantity.values[quantity.codes[row]];
    const each = price.values[price.codes[row]], paid = total.values[total.codes[row]];
    const product = pieces * each, gap = paid - product;
    if (!Number.isFinite(gap) || pieces === 0) continue;
    lines++;
    products += units(product);
    totals += units(paid);
    if (Math.abs(gap) <= CENT) agree++;
    else if (Math.abs(paid) < Math.abs(product)) below++;
    else above++;
    if (pieces === 1) continue;
    several++;
    if (Math.abs(paid - each) <= CENT) asPrice++;
  }
  return {
    lines,
    several,
    agree,
    below,
    above,
    asPrice,
    products: products / 1e6,
    totals: totals / 1e6,
  };
}

/** Whether an amount goes with the number of pieces: what each product says that was sold in several
 * quantities, at least one twice the other. */
export interface PerPiece {
  /** Products whose amount stays while the quantity changes: it is the price of one piece. */
  readonly ofPiece: number;
  /** Products whose amount ÷ quantity stays: it is what the line costs. */
  readonly ofLine: number;
  /** Those of them whose amount ÷ quantity stays to the cent. */
  readonly ofLineToTheCent: number;
}

/** Finds out whether an amount is the price of a piece or of a line. */
export function perPiece(
  amount: CodedNumbers,
  quantity: CodedNumbers,
  product: CodedTexts,
): PerPiece {
  const count = product.values.length, none = product.values.indexOf("");
  const all = () => [new Float64Array(count).fill(Infinity), new Float64Array(count)];
  const [leastPieces, mostPieces] = all(), [least, most] = all(), [leastEach, mostEach] = all();
  for (let row = 0; row < amount.codes.length; row++) {
    const pieces = quantity.values[quantity.codes[row]], paid = amount.values[amount.codes[row]];
    const code = product.codes[row];
    if (!(pieces > 0) || !(paid > 0) || code === none || paid === Infinity) continue;
    const each = paid / pieces;
    if (pieces < leastPieces[code]) leastPieces[code] = pieces;
    if (pieces > mostPieces[code]) mostPieces[code] = pieces;
    if (paid < least[code]) least[code] = paid;
    if (paid > most[code]) most[code] = paid;
    if (each < leastEach[code]) leastEach[code] = each;
    if (each > mostEach[code]) mostEach[code] = each;
  }
  let ofPiece = 0, ofLine = 0, ofLineToTheCent = 0;
  for (let code = 0; code < count; code++) {
    if (mostPieces[code] < 2 * leastPieces[code]) continue;
    const range = Math.log(most[code] / least[code]);
    const rangeEach = Math.log(mostEach[code] / leastEach[code]);
    if (range <= rangeEach / 2) ofPiece++;
    else if (rangeEach <= range / 2) {
      ofLine++;
      if (mostEach[code] - leastEach[code] <= 0.01) ofLineToTheCent++;
    }
  }
  return { ofPiece, ofLine, ofLineToTheCent };
}

/** How an amount stands within orders of several lines that differ in product or quantity. */
export interface PerOrder {
  /** Orders with the same amount on every line, or on one line only. */
  readonly same: number;
  readonly onOneLine: number;
  readonly different: number;
  /** An order with different amounts, for messages. */
  readonly example?: string;
}

/** Finds out whether an amount is an order's, repeated on its lines. */
export function perOrder(
  amount: CodedNumbers,
  order: CodedTexts,
  differs: readonly Coded<unknown>[],
): PerOrder {
  const count = order.values.length;
  const least = new Float64Array(count).fill(Infinity),
    most = new Float64Array(count).fill(-Infinity);
  const lines = new Int32Array(count), empty = new Int32Array(count);
  const isMixed = new Uint8Array(count);
  const firsts = differs.map(() => new Int32Array(count).fill(-1));
  const none = order.values.indexOf("");
  for (let row = 0; row < order.codes.length; row++) {
    const code = order.codes[row];
    if (code === none) continue;
    lines[code]++;
    for (let i = 0; i < differs.length; i++) {
      const value = differs[i].codes[row], first = firsts[i];
      if (first[code] === -1) first[code] = value;
      else if (first[code] !== value) isMixed[code] = 1;
    }
    const paid = amount.values[amount.codes[row]];
    if (Number.isNaN(paid)) {
      empty[code]++;
      continue;
    }
    if (paid < least[code]) least[code] = paid;
    if (paid > most[code]) most[code] = paid;
  }
  let same = 0, onOneLine = 0, different = 0, example: string | undefined;
  for (let code = 0; code < count; code++) {
    if (lines[code] < 2 || empty[code] === lines[code]) continue;
    if (most[code] - least[code] > CENT) {
      different++;
      if (example === undefined || order.values[code] < example) example = order.values[code];
    } else if (empty[code] > 0 && empty[code] === lines[code] - 1) onOneLine++;
    else if (isMixed[code] === 1 && empty[code] === 0) same++;
  }
  return { same, onOneLine, different, example };
}

/** Products in several orders whose amount per piece is everywhere the same, and others. */
export interface PerProduct {
  readonly same: number;
  readonly different: number;
}

/** Finds out whether a product costs the same in every order: an order's total does not go with it. */
export function perProduct(
  amount: CodedNumbers,
  quantity: CodedNumbers | undefined,
  product: CodedTexts,
  order: CodedTexts,
): PerProduct {
  const count = product.values.length, none = product.values.indexOf("");
  const least = new Float64Array(count).fill(Infinity),
    most = new Float64Array(count).fill(-Infinity);
  const orders = new Int32Array(count).fill(-1), isInSeveral = new Uint8Array(count);
  for (let row = 0; row < amount.codes.length; row++) {
    const code = product.codes[row];
    const pieces = quantity ? quantity.values[quantity.codes[row]] : 1;
    const each = amount.values[amount.codes[row]] / pieces;
    if (code === none || !Number.isFinite(each)) continue;
    if (each < least[code]) least[code] = each;
    if (each > most[code]) most[code] = each;
    if (orders[code] === -1) orders[code] = order.codes[row];
    else if (orders[code] !== order.codes[row]) isInSeveral[code] = 1;
  }
  let same = 0, different = 0;
  for (let code = 0; code < count; code++) {
    if (isInSeveral[code] === 0) continue;
    if (most[code] - least[code] <= CENT + 0.005 * Math.abs(most[code])) same++;
    else different++;
  }
  return { same, different };
}

/** How the totals of orders compare with what their lines come to. */
export interface OrderSums {
  readonly orders: number;
  readonly agree: number;
  readonly below: number;
  readonly above: number;
  readonly lines: number;
  readonly totals: number;
}

/** Compares an amount that orders have once with the sum of what their lines are worth, in millionths. */
export function orderSums(
  total: CodedNumbers,
  worth: Float64Array,
  order: CodedTexts,
  skipsZero = false,
): OrderSums {
  const count = order.values.length, none = order.values.indexOf("");
  const sums = new Float64Array(count), totals = new Float64Array(count).fill(NaN);
  for (let row = 0; row < order.codes.length; row++) {
    const code = order.codes[row], paid = total.values[total.codes[row]];
    if (code === none) continue;
    if (Number.isFinite(worth[row])) sums[code] += worth[row];
    if (Number.isFinite(paid)) totals[code] = paid;
  }
  let orders = 0, agree = 0, below = 0, above = 0, lines = 0, all = 0;
  for (let code = 0; code < count; code++) {
    if (Number.isNaN(totals[code]) || (skipsZero && totals[code] === 0)) continue;
    orders++;
    lines += sums[code];
    all += units(totals[code]);
    const gap = totals[code] - sums[code] / 1e6;
    if (Math.abs(gap) <= 2 * CENT) agree++;
    else if (gap < 0) below++;
    else above++;
  }
  return { orders, agree, below, above, lines: lines / 1e6, totals: all / 1e6 };
}

/** The sum of the numbers of a column that can be read. */
export function sumOf({ codes, values }: CodedNumbers): number {
  let sum = 0;
  for (let row = 0; row < codes.length; row++) {
    const value = values[codes[row]];
    if (Number.isFinite(value)) sum += units(value);
  }
  return sum / 1e6;
}

/** The sum of quantity × price over the lines on which both can be read. */
export function sumOfProducts(a: CodedNumbers, b: CodedNumbers): number {
  let sum = 0;
  for (let row = 0; row < a.codes.length; row++) {
    const product = a.values[a.codes[row]] * b.values[b.codes[row]];
    if (Number.isFinite(product)) sum += units(product);
  }
  return sum / 1e6;
}

/** The sum of an amount that every order has once; lines without an order count each. */
export function sumOnce(total: CodedNumbers, order: CodedTexts): number {
  const none = order.values.indexOf(""), seen = new Float64Array(order.values.length).fill(NaN);
  let sum = 0;
  for (let row = 0; row < order.codes.length; row++) {
    const code = order.codes[row], paid = total.values[total.codes[row]];
    if (!Number.isFinite(paid)) continue;
    if (code !== none && !Number.isNaN(seen[code])) continue;
    seen[code] = paid;
    sum += units(paid);
  }
  return sum / 1e6;
}

/** Whether all numbers of a column are small and whole, as numbers of pieces are. */
export function areSmallWhole({ codes, values }: CodedNumbers): boolean {
  let lines = 0, few = 0;
  for (let row = 0; row < codes.length; row++) {
    const value = values[codes[row]];
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value) || Math.abs(value) > 10_000) return false;
    lines++;
    if (Math.abs(value) <= 12) few++;
  }
  return lines > 0 && few >= 0.7 * lines;
}

/** The share of lines on which one amount is a whole multiple of the other. */
export function multiples(of: CodedNumbers, total: CodedNumbers): number {
  let lines = 0, whole = 0;
  for (let row = 0; row < total.codes.length; row++) {
    const times = total.values[total.codes[row]] / of.values[of.codes[row]];
    if (!Number.isFinite(times) || times === 0) continue;
    lines++;
    if (Math.abs(times) > 0.99 && Math.abs(times - Math.round(times)) < 0.002) whole++;
  }
  return lines === 0 ? 0 : whole / lines;
}
