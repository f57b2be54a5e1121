import pl, { type DataFrame } from "nodejs-polars";
import type { Audit } from "./audit.ts";
import { numberColumn } from "./columns.ts";
import { exactSum, fromUnits, scaleDecimals } from "./exact_sum.ts";
import { matchReturns } from "./match_returns.ts";

/** Purchases with what came back of them, and the account of it. */
export interface NettedReturns {
  readonly transactions: DataFrame;
  readonly audit: Audit["returns"];
}

/**
 * Nets returns against the purchases that they take back; gross, returned and net revenue are kept
 * apart.
 *
 * @param transactions Purchase lines: `customer_id, product_id, quantity, unit_price, revenue,
 * invoice_date`.
 * @param returns Return lines, the same columns with negative quantities.
 * @param grossRevenue Exact revenue of the purchases.
 * @returns The purchases with `returned_quantity` and `net_revenue`, and the account.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "./columns.ts";
 * import { netReturns } from "./net_returns.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const line = (quantity: number, day: number) =>
 *   pl.DataFrame({
 *     customer_id: ["7"], product_id: ["LAMP"], quantity: [quantity], unit_price: [1.1],
 *     revenue: [quantity * 1.1], invoice_date: dateSeries("d", Float64Array.of(day * 864e5)),
 *   });
 * const { transactions, audit } = netReturns(line(6, 1), line(-2, 2), 6.6);
 * assertEquals(transactions.getColumn("returned_quantity").toArray(), [2]);
 * assertEquals([audit.returned_revenue, audit.net_revenue], [2.2, 4.4]);
 * ```
 */
export function netReturns(
  transactions: DataFrame,
  returns: DataFrame,
  grossRevenue: number,
): NettedReturns {
  const { returnedQuantity, matchedQuantity } = matchReturns(transactions, returns);
  const wanted = numberColumn(returns, "quantity");
  const matched = matchedQuantity.filter((pieces, row) => pieces === -wanted[row]).length;
  const price = scaleDecimals(numberColumn(transactions, "unit_price"));
  const pieces = scaleDecimals(returnedQuantity);
  const decimals = price.decimals + pieces.decimals;
  const units = pieces.units;
  for (let row = 0; row < units.length; row++) units[row] *= price.units[row];
  const returned = fromUnits(exactSum(units), decimals);
  return {
    transactions: transactions.withColumns(
      pl.Series("returned_quantity", returnedQuantity, pl.Float64),
    ).withColumns(
      pl.col("revenue").sub(pl.col("returned_quantity").mul(pl.col("unit_price")))
        .round({ decimals: 6 }).alias("net_revenue"),
    ),
    audit: {
      rows: returns.height,
      rows_matched: matched,
      gross_revenue: grossRevenue,
      returned_revenue: returned,
      net_revenue: Number((grossRevenue - returned).toFixed(decimals)),
      description:
        `Of ${returns.height} return lines ${matched} take back purchases in this file; ` +
        `the others were bought before it begins, or are adjustments.`,
    },
  };
}
