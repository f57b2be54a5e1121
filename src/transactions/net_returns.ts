import type { Audit } from "./audit.ts";
import { exactSum, fromUnits, scaleDecimals } from "./exact_sum.ts";
import { type CustomerLines, matchReturnLines } from "./match_returns.ts";

/** What came back of purchases, and the account of it. */
export interface NettedReturns {
  /** Pieces of each purchase line that came back. */
  readonly returnedQuantity: Float64Array;
  readonly audit: Audit["returns"];
}

/**
 * Nets returns against the purchases that they take back; gross, returned and net revenue are kept
 * apart.
 *
 * @param purchases Purchase lines.
 * @param returns Return lines, with negative quantities.
 * @param grossRevenue Exact revenue of the purchases.
 * @param priceOf The unit price of a purchase line, by its place.
 * @returns What came back, and the account.
 *
 * @example
 * ```ts
 * import { netReturns } from "./net_returns.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const line = (quantity: number, day: number) => ({
 *   customer: Int32Array.of(7), product: Int32Array.of(1),
 *   quantity: Float64Array.of(quantity), instant: Float64Array.of(day * 864e5),
 * });
 * const { returnedQuantity, audit } = netReturns(line(6, 1), line(-2, 2), 6.6, () => 1.1);
 * assertEquals([...returnedQuantity], [2]);
 * assertEquals([audit.returned_revenue, audit.net_revenue], [2.2, 4.4]);
 * ```
 */
export function netReturns(
  purchases: CustomerLines,
  returns: CustomerLines,
  grossRevenue: number,
  priceOf: (purchase: number) => number,
): NettedReturns {
  const { returnedQuantity, matchedQuantity } = matchReturnLines(purchases, returns);
  const rows = matchedQuantity.length;
  const matched = matchedQuantity.filter((pieces, row) => pieces === -returns.quantity[row]).length;
  const takenBack: number[] = [];
  for (let i = 0; i < returnedQuantity.length; i++) if (returnedQuantity[i] > 0) takenBack.push(i);
  const price = scaleDecimals(Float64Array.from(takenBack, priceOf));
  const pieces = scaleDecimals(
    Float64Array.from(takenBack, (purchase) => returnedQuantity[purchase]),
  );
  const decimals = price.decimals + pieces.decimals;
  const returned = fromUnits(
    exactSum(pieces.units.map((unit, i) => unit * price.units[i])),
    decimals,
  );
  return {
    returnedQuantity,
    audit: {
      rows,
      rows_matched: matched,
      gross_revenue: grossRevenue,
      returned_revenue: returned,
      net_revenue: Number((grossRevenue - returned).toFixed(Math.max(6, decimals))),
      description: `Of ${rows} return lines ${matched} take back purchases in this file; ` +
        `the others were bought before it begins, or are adjustments.`,
    },
  };
}
