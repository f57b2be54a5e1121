import type { DataFrame } from "nodejs-polars";
import { encodeTexts } from "../../frames/coded.ts";
import { dateColumn, numberColumn, textColumn } from "../../frames/columns.ts";

/** Which purchases were taken back by which returns. */
export interface MatchedReturns {
  /** Items of each purchase line that came back, one per purchase row. */
  readonly returnedQuantity: Float64Array;
  /** Items of each return line that a purchase was found for, one per return row. */
  readonly matchedQuantity: Float64Array;
}

/** Pieces of one purchase line that one return line takes back. */
export interface Taken {
  readonly returned: number;
  readonly purchase: number;
  readonly pieces: number;
}

/** Lines of customers, as arrays with one value per line. */
export interface CustomerLines {
  /** Whole numbers that stand for customers and products, the same in purchases and returns. */
  readonly customer: Int32Array;
  readonly product: Int32Array;
  readonly quantity: Float64Array;
  /** When, in milliseconds. */
  readonly instant: Float64Array;
  /** What each line is worth, in whole millionths. */
  readonly worth: Float64Array;
  /** Whole numbers that stand for orders, the same in purchases and returns; -1 for none. */
  readonly order: Int32Array;
  /** 1 where the file counts pieces; elsewhere a line is an amount of money, and nothing else. */
  readonly hasPieces: Uint8Array;
}

/**
 * Matches returns to the purchases that they take back: same customer, same product, bought before.
 *
 * A return takes back the latest earlier purchase of exactly its quantity, where there is one;
 * otherwise the latest earlier purchases, one after the other, until its items are found. Items
 * without an earlier purchase (bought before the file began) stay unmatched.
 *
 * @param purchases Purchase lines: `customer_id, product_id, quantity, invoice_date`.
 * @param returns Return lines, the same columns with negative quantities.
 * @returns Returned items per purchase line and matched items per return line, never negative.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../../frames/columns.ts";
 * import { matchReturns } from "./match_returns.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = (quantity: number[], day: number[]) =>
 *   pl.DataFrame({
 *     customer_id: quantity.map(() => "7"), product_id: quantity.map(() => "LAMP"), quantity,
 *     invoice_date: dateSeries("invoice_date", Float64Array.from(day, (d) => d * 864e5)),
 *   });
 * const { returnedQuantity, matchedQuantity } = matchReturns(lines([6, 2], [1, 2]), lines([-6, -9], [3, 4]));
 * assertEquals([...returnedQuantity], [6, 2]);
 * assertEquals([...matchedQuantity], [6, 2]);
 * ```
 */
export function matchReturns(purchases: DataFrame, returns: DataFrame): MatchedReturns {
  const frames = [purchases, returns];
  const [customers, products] = ["customer_id", "product_id"].map((name) =>
    encodeTexts(frames.flatMap((frame) => textColumn(frame, name))).codes
  );
  const [bought, broughtBack] = frames.map((frame, i): CustomerLines => {
    const [from, to] = i === 0 ? [0, frame.height] : [purchases.height, customers.length];
    return {
      customer: customers.subarray(from, to),
      product: products.subarray(from, to),
      quantity: numberColumn(frame, "quantity"),
      instant: dateColumn(frame, "invoice_date"),
      worth: new Float64Array(frame.height),
      order: new Int32Array(frame.height).fill(-1),
      hasPieces: new Uint8Array(frame.height).fill(1),
    };
  });
  const { returnedQuantity, matchedQuantity } = matchReturnLines(bought, broughtBack);
  return { returnedQuantity, matchedQuantity };
}

/**
 * As {@linkcode matchReturns}, on arrays: a return that names an order first takes back what was
 * bought in that order; where the file counts no pieces, a return takes back a purchase of exactly
 * its amount, and of its order if it names one.
 *
 * @returns See {@linkcode MatchedReturns}, and which return took what.
 */
export function matchReturnLines(
  purchases: CustomerLines,
  returns: CustomerLines,
): MatchedReturns & { readonly taken: readonly Taken[] } {
  const remaining = purchases.quantity.slice();
  const returnedQuantity = new Float64Array(remaining.length);
  const matchedQuantity = new Float64Array(returns.quantity.length);
  const bought = purchasesOfReturned(purchases, returns);
  const taken: Taken[] = [];

  const take = (returned: number, purchase: number, pieces: number) => {
    remaining[purchase] -= pieces;
    returnedQuantity[purchase] += pieces;
    matchedQuantity[returned] += pieces;
    taken.push({ returned, purchase, pieces });
  };
  for (const row of inOrderOfTime(returns.instant)) {
    const wanted = Math.max(0, -returns.quantity[row]);
    const isNamed = (purchase: number) =>
      returns.order[row] >= 0 && purchases.order[purchase] === returns.order[row];
    const isOfAmount = (purchase: number) =>
      purchases.worth[purchase] === -returns.worth[row] && remaining[purchase] === wanted;
    const found = bought(returns.customer[row], returns.product[row])
      .filter((purchase) =>
        remaining[purchase] > 0 && (returns.hasPieces[row] === 1 || isOfAmount(purchase))
      )
      .sort((a, b) => purchases.instant[b] - purchases.instant[a] || b - a);
    const earlier = (purchase: number) =>
      !isNamed(purchase) && purchases.instant[purchase] <= returns.instant[row];
    for (const pool of [found.filter(isNamed), found.filter(earlier)]) {
      const exact = pool.find((purchase) => remaining[purchase] === wanted - matchedQuantity[row]);
      for (const purchase of exact === undefined ? pool : [exact]) {
        const missing = wanted - matchedQuantity[row];
        if (missing <= 0) break;
        take(row, purchase, Math.min(missing, remaining[purchase]));
      }
    }
  }
  return { returnedQuantity, matchedQuantity, taken };
}

/** Only what was ever returned is looked up, which is little. */
function purchasesOfReturned(purchases: CustomerLines, returns: CustomerLines) {
  const products = 1 + greatest(purchases.product, returns.product);
  const pairOf = ({ customer, product }: CustomerLines, row: number) =>
    customer[row] * products + product[row];
  const wasReturned = new Uint8Array(products);
  const hasReturned = new Uint8Array(1 + greatest(purchases.customer, returns.customer));
  const rows = new Map<number, number[]>();
  for (let row = 0; row < returns.customer.length; row++) {
    wasReturned[returns.product[row]] = 1;
    hasReturned[returns.customer[row]] = 1;
    rows.set(pairOf(returns, row), []);
  }
  const { customer, product } = purchases;
  for (let row = 0; row < customer.length; row++) {
    if (hasReturned[customer[row]] === 0 || wasReturned[product[row]] === 0) continue;
    rows.get(pairOf(purchases, row))?.push(row);
  }
  return (customer: number, product: number) => rows.get(customer * products + product)!;
}

function greatest(...columns: Int32Array[]): number {
  let most = 0;
  for (const codes of columns) {
    for (let row = 0; row < codes.length; row++) if (codes[row] > most) most = codes[row];
  }
  return most;
}

function inOrderOfTime(times: Float64Array): number[] {
  return Array.from(times.keys()).sort((a, b) => times[a] - times[b] || a - b);
}
