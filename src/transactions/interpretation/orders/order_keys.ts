import type { CodedTexts } from "../../../frames/coded.ts";

/** Which lines belong to one order. */
export interface OrderKeys {
  /** Per line the number of its order, from 0. */
  readonly codes: Int32Array;
  /** How many orders there are. */
  readonly count: number;
}

/**
 * Numbers the orders of one table; a line without an order number is an order of its own.
 *
 * @param invoice The order number on each line.
 * @returns See {@linkcode OrderKeys}.
 */
export function orderKeys({ codes, values }: CodedTexts): OrderKeys {
  const orders = new Int32Array(codes.length);
  const numbers = new Int32Array(values.length).fill(-1);
  const isNumbered = values.map((text) => text.trim() !== "");
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row];
    if (!isNumbered[code]) {
      orders[row] = count++;
      continue;
    }
    if (numbers[code] < 0) numbers[code] = count++;
    orders[row] = numbers[code];
  }
  return { codes: orders, count };
}

/**
 * Gives each line without a text the first that its order has: a file may say what is true of an order
 * on its first line only.
 *
 * @param column What is said of the order.
 * @param orders Which lines belong together.
 * @param saysNothing Which texts say nothing.
 * @returns Codes into the same values, one per line.
 */
export function carriedInOrders(
  { codes, values }: CodedTexts,
  orders: OrderKeys,
  saysNothing: (text: string) => boolean,
): Int32Array {
  const isSilent = values.map(saysNothing);
  if (!isSilent.includes(true)) return codes;
  const first = new Int32Array(orders.count).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const order = orders.codes[row];
    if (first[order] < 0 && !isSilent[codes[row]]) first[order] = codes[row];
  }
  return codes.map((code, row) => {
    const told = first[orders.codes[row]];
    return isSilent[code] && told >= 0 ? told : code;
  });
}
