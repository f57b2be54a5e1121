import pl, { type DataFrame } from "nodejs-polars";
import { exactTotal } from "../../frames/exact_total.ts";

/**
 * What each customer's purchases are worth after returns, each return at its own value.
 *
 * @param lines Purchases with `net_revenue`, and returns with `unmatched_revenue`; see
 * `cleanTransactions`.
 * @returns `customer_id, net_revenue` of everyone with a purchase or a return, sorted by
 * `customer_id`; the sum is `audit.net.customers`.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { customerNet } from "./customer_net.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const transactions = pl.DataFrame({ customer_id: ["7", "7"], net_revenue: [5, 3] });
 * const returns = pl.DataFrame({ customer_id: ["7", "8"], unmatched_revenue: [-1, -2] });
 * assertEquals(customerNet({ transactions, returns }).rows(), [["7", 7], ["8", -2]]);
 * ```
 */
export function customerNet(
  { transactions, returns }: { readonly transactions: DataFrame; readonly returns: DataFrame },
): DataFrame {
  const bought = transactions.select("customer_id", "net_revenue");
  const back = returns.select("customer_id", pl.col("unmatched_revenue").alias("net_revenue"));
  return pl.concat([bought, back])
    .groupBy("customer_id")
    .agg(exactTotal("net_revenue"))
    .sort("customer_id");
}
