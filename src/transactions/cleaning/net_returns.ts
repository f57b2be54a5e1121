import type { Audit } from "./audit.ts";
import { decimalOf, roundedQuotient } from "../../frames/exact_product.ts";
import { exactSum } from "../../frames/exact_sum.ts";
import { type CustomerLines, matchReturnLines } from "./match_returns.ts";
import { amountOfSum, fromMillionths } from "../../frames/money.ts";
import { countOf } from "../../words/numbers.ts";

/** Returned part of purchases, and the audit of returns. */
export interface NettedReturns {
  /** Items of each purchase line that came back. */
  readonly returnedQuantity: Float64Array;
  /** What remains of the revenue of each purchase line. */
  readonly netRevenue: Float64Array;
  readonly audit: Audit["returns"];
}

/**
 * Nets returns against the purchases that they take back; gross, returned and net revenue are kept
 * apart. What came back is worth the same share of a purchase's worth as of its items.
 *
 * @param worth What each purchase line is worth, in whole millionths.
 * @param refunded What else came back of each purchase line, at its own amount, see `refundedByRow`.
 */
export function netReturns(
  purchases: CustomerLines,
  returns: CustomerLines,
  worth: Float64Array,
  refunded?: Float64Array,
): NettedReturns {
  const { returnedQuantity, matchedQuantity } = matchReturnLines(purchases, returns);
  const rows = matchedQuantity.length;
  const matched = matchedQuantity.filter((pieces, row) => pieces === -returns.quantity[row]).length;
  const net = worth.slice();
  for (let i = 0; i < net.length; i++) {
    if (returnedQuantity[i] > 0) {
      net[i] -= shareOf(worth[i], returnedQuantity[i], purchases.quantity[i]);
    }
  }
  let refunds = 0;
  for (let i = 0; refunded && i < net.length; i++) {
    if (refunded[i] === 0) continue;
    refunds++;
    net[i] -= refunded[i];
    if (refunded[i] >= worth[i]) returnedQuantity[i] = purchases.quantity[i];
  }
  const [grossRevenue, netRevenue] = [exactSum(worth), exactSum(net)];
  return {
    returnedQuantity,
    netRevenue: fromMillionths(net),
    audit: {
      rows,
      rows_matched: matched,
      gross_revenue: amountOfSum(grossRevenue),
      returned_revenue: amountOfSum(grossRevenue - netRevenue),
      net_revenue: amountOfSum(netRevenue),
      description: `Of ${rows} return lines ${matched} take back purchases in this file; ` +
        `the others were bought before it begins, or are adjustments.` +
        (refunds > 0
          ? ` Orders say that ${countOf(refunds, "purchase line")} came back, in full or in part.`
          : ""),
    },
  };
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
