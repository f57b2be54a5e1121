import type { Audit } from "./audit.ts";
import { decimalOf, roundedQuotient } from "../../frames/exact_product.ts";
import { exactSum } from "../../frames/exact_sum.ts";
import { type CustomerLines, matchReturnLines, type Taken } from "./match_returns.ts";
import { amountOfSum, fromMillionths } from "../../frames/money.ts";
import { countOf, formatNumber } from "../../words/numbers.ts";

/** Returned part of purchases, and the audit of returns. */
export interface NettedReturns {
  /** Items of each purchase line that came back. */
  readonly returnedQuantity: Float64Array;
  /** What remains of the revenue of each purchase line. */
  readonly netRevenue: Float64Array;
  /** Pieces of each return line that a purchase was found for. */
  readonly matchedQuantity: Float64Array;
  /** What of each return line lowers its customer's net and no purchase line, at most 0. */
  readonly unmatchedRevenue: Float64Array;
  readonly audit: Audit["returns"];
}

/**
 * Nets returns against the purchases that they take back, every return at its own value: a purchase
 * line is lowered by what was really given back for its pieces. What a return gives back beyond the
 * pieces found lowers the order that it names, in proportion to what remains of its lines; else it
 * lowers its customer, and no line. So the net of the lines and what stayed unmatched add up to all
 * purchases less all returns, to the millionth.
 *
 * @param refunded Millionths that were refunded of each purchase line without a return line.
 */
export function netReturns(
  purchases: CustomerLines,
  returns: CustomerLines,
  refunded?: Float64Array,
): NettedReturns {
  const { returnedQuantity, matchedQuantity, taken } = matchReturnLines(purchases, returns);
  const net = purchases.worth.slice(), left = returns.worth.slice();
  let refunds = 0;
  refunded?.forEach((millionths, row) => {
    if (millionths === 0) return;
    refunds++;
    net[row] -= millionths;
    if (millionths >= purchases.worth[row]) returnedQuantity[row] = purchases.quantity[row];
  });
  lowerByPieces(net, left, taken, returns);
  const isOfOrder = lowerNamedOrders(net, left, purchases, returns);

  const rows = left.length;
  const matched = left.reduce((count, unmatched, row) => {
    const areAllFound = matchedQuantity[row] > 0 && matchedQuantity[row] === -returns.quantity[row];
    return count + Number(areAllFound || (isOfOrder[row] === 1 && unmatched === 0));
  }, 0);
  const gross = exactSum(purchases.worth);
  const remains = exactSum(net) + exactSum(left);
  return {
    returnedQuantity,
    netRevenue: fromMillionths(net),
    matchedQuantity,
    unmatchedRevenue: fromMillionths(left),
    audit: {
      rows,
      rows_matched: matched,
      gross_revenue: amountOfSum(gross),
      returned_revenue: amountOfSum(gross - remains),
      net_revenue: amountOfSum(remains),
      description: rows === 0
        ? refunds > 0 ? ofRefunds(refunds) : "No line is a return."
        : "Every return counts at its own value. " +
          (matched === rows
            ? "All return lines take back purchases in this file."
            : `Of ${countOf(rows, "return line")}, ${
              formatNumber(matched)
            } take back purchases in ` +
              "this file; the others take back what was bought before it begins, or are " +
              "adjustments: they lower the net revenue of their customer, and of no purchase line.") +
          (refunds > 0 ? ` ${ofRefunds(refunds)}` : ""),
    },
  };
}

function ofRefunds(lines: number): string {
  return `Orders say that ${countOf(lines, "purchase line")} came back, in full or in part.`;
}

/** Each piece of a return gives back the same; the parts of a return add up to the whole. */
function lowerByPieces(
  net: Float64Array,
  left: Float64Array,
  taken: readonly Taken[],
  { worth, quantity }: CustomerLines,
): void {
  const so = new Float64Array(worth.length);
  for (const { returned, purchase, pieces } of taken) {
    so[returned] += pieces;
    const leaves = worth[returned] - shareOf(worth[returned], so[returned], -quantity[returned]);
    net[purchase] += left[returned] - leaves;
    left[returned] = leaves;
  }
}

/** Money given back on an order whose pieces were not found there; says which returns gave some. */
function lowerNamedOrders(
  net: Float64Array,
  left: Float64Array,
  purchases: CustomerLines,
  returns: CustomerLines,
): Uint8Array {
  const linesOf = linesOfOrders(purchases, returns);
  return Uint8Array.from(left, (amount, row) => {
    const lines = linesOf(row).filter((line) => net[line] > 0);
    if (amount >= 0 || lines.length === 0) return 0;
    const there = lines.reduce((sum, line) => sum + BigInt(net[line]), 0n);
    const given = there < BigInt(-amount) ? there : BigInt(-amount);
    let before = 0n, so = 0n;
    for (const line of lines) {
      before += BigInt(net[line]);
      const until = roundedQuotient(given * before, there);
      net[line] -= Number(until - so);
      so = until;
    }
    left[row] += Number(given);
    return 1;
  });
}

/** The purchase lines of the order that a return names, of the same customer. */
function linesOfOrders(purchases: CustomerLines, returns: CustomerLines) {
  const lines = new Map<number, number[]>();
  for (const order of returns.order) if (order >= 0) lines.set(order, []);
  if (lines.size > 0) {
    const isNamed = new Uint8Array(1 + [...lines.keys()].reduce((a, b) => Math.max(a, b)));
    for (const order of lines.keys()) isNamed[order] = 1;
    purchases.order.forEach((order, line) => {
      if (isNamed[order] === 1) lines.get(order)!.push(line);
    });
  }
  return (row: number) =>
    (lines.get(returns.order[row]) ?? [])
      .filter((line) => purchases.customer[line] === returns.customer[row]);
}

/** The worth of some of the items in whole millionths, half to even. */
function shareOf(worth: number, pieces: number, allPieces: number): number {
  if (pieces >= allPieces) return worth;
  const part = decimalOf(String(pieces)), whole = decimalOf(String(allPieces));
  const shift = 10n ** BigInt(Math.abs(part.exponent - whole.exponent));
  const isFiner = part.exponent < whole.exponent;
  return Number(roundedQuotient(
    BigInt(worth) * part.digits * (isFiner ? 1n : shift),
    whole.digits * (isFiner ? shift : 1n),
  ));
}
