import pl, { type DataFrame } from "nodejs-polars";
import { dateColumn, numberColumn, textColumn } from "./columns.ts";

/** Which purchases were taken back by which returns. */
export interface MatchedReturns {
  /** Pieces of each purchase line that came back, one per purchase row. */
  readonly returnedQuantity: Float64Array;
  /** Pieces of each return line that a purchase was found for, one per return row. */
  readonly matchedQuantity: Float64Array;
}

/**
 * Matches returns to the purchases that they take back: same customer, same product, bought before.
 *
 * A return takes back the latest earlier purchase of exactly its quantity, where there is one;
 * otherwise the latest earlier purchases, one after the other, until its pieces are found. Pieces
 * without an earlier purchase (bought before the file began) stay unmatched.
 *
 * @param purchases Purchase lines: `customer_id, product_id, quantity, invoice_date`.
 * @param returns Return lines, the same columns with negative quantities.
 * @returns Returned pieces per purchase line and matched pieces per return line, never negative.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "./columns.ts";
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
  const keys = pairKeys(returns);
  const bought = purchasesByKey(purchases, returns);
  const remaining = numberColumn(purchases, "quantity");
  const boughtAt = dateColumn(purchases, "invoice_date");
  const returnedAt = dateColumn(returns, "invoice_date");
  const wanted = numberColumn(returns, "quantity").map((quantity) => Math.max(0, -quantity));
  const returnedQuantity = new Float64Array(purchases.height);
  const matchedQuantity = new Float64Array(returns.height);

  const take = (row: number, purchase: number, pieces: number) => {
    remaining[purchase] -= pieces;
    returnedQuantity[purchase] += pieces;
    matchedQuantity[row] += pieces;
  };
  for (const row of inOrderOfTime(returnedAt)) {
    const earlier = (bought.get(keys[row]) ?? [])
      .filter((purchase) => boughtAt[purchase] <= returnedAt[row] && remaining[purchase] > 0)
      .sort((a, b) => boughtAt[b] - boughtAt[a] || b - a);
    const exact = earlier.find((purchase) => remaining[purchase] === wanted[row]);
    for (const purchase of exact === undefined ? earlier : [exact]) {
      const missing = wanted[row] - matchedQuantity[row];
      if (missing <= 0) break;
      take(row, purchase, Math.min(missing, remaining[purchase]));
    }
  }
  return { returnedQuantity, matchedQuantity };
}

function pairKeys(lines: DataFrame): string[] {
  const products = textColumn(lines, "product_id");
  return textColumn(lines, "customer_id").map((customer, row) => `${customer}\n${products[row]}`);
}

/** Only what was ever returned is looked up, which is little. */
function purchasesByKey(purchases: DataFrame, returns: DataFrame): Map<string, number[]> {
  const pair = ["customer_id", "product_id"];
  const wanted = purchases.select(...pair).withColumns(pl.intRange(pl.len()).alias("row"))
    .join(returns.select(...pair).unique(), { on: pair, how: "semi" });
  const row = numberColumn(wanted, "row");
  const rows = new Map<string, number[]>();
  pairKeys(wanted).forEach((key, i) => {
    const known = rows.get(key);
    if (known) known.push(row[i]);
    else rows.set(key, [row[i]]);
  });
  return rows;
}

function inOrderOfTime(times: Float64Array): number[] {
  return Array.from(times.keys()).sort((a, b) => times[a] - times[b] || a - b);
}
