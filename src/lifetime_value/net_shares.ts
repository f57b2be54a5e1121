import type { DataFrame } from "nodejs-polars";
import { numberColumn, textColumn } from "../frames/columns.ts";
import { linesBefore } from "../frames/days.ts";
import { exactTotal } from "../frames/exact_total.ts";
import { sum } from "../numeric/sums.ts";

/**
 * The share of each customer's spend that they are expected to keep, not to send back.
 *
 * A customer's own share is mixed with that of all customers, in proportion to money: whoever has
 * spent as much as a customer does on average counts half by their own share, half by everyone's.
 *
 * @param transactions Kept lines: `customer_id, invoice_date, revenue, net_revenue`; without
 * `net_revenue` nothing is known of returns, and every share is 1.
 * @param asOf ISO date: only lines before it count.
 * @param returns Return lines: `customer_id, invoice_date, unmatched_revenue`, which lowers its customer
 * and no purchase line; if not given, only what came back of lines counts.
 * @returns One share per customer, from 0 to 1.
 */
export function netShares(
  transactions: DataFrame,
  asOf: string,
  customers: readonly string[],
  returns?: DataFrame,
): Float64Array {
  const shares = new Float64Array(customers.length).fill(1);
  if (!transactions.columns.includes("net_revenue")) return shares;
  const totals = transactions.filter(linesBefore(asOf))
    .groupBy("customer_id")
    .agg(exactTotal("revenue"), exactTotal("net_revenue"))
    .sort("customer_id");
  const gross = numberColumn(totals, "revenue"), net = numberColumn(totals, "net_revenue").slice();
  const rows = new Map(textColumn(totals, "customer_id").map((id, row) => [id, row]));
  for (const [id, amount] of unmatchedOf(returns?.filter(linesBefore(asOf)))) {
    const row = rows.get(id);
    if (row !== undefined) net[row] += amount;
  }
  const everyone = sum(net) / sum(gross), usual = sum(gross) / gross.length;
  return shares.map((_, i) => {
    const row = rows.get(customers[i]);
    if (row === undefined || !(usual > 0)) return 1;
    return clamp((net[row] + usual * everyone) / (gross[row] + usual));
  });
}

/** What lowers a customer, and no line. */
function unmatchedOf(returns?: DataFrame): [string, number][] {
  if (returns === undefined || returns.height === 0) return [];
  const totals = returns.groupBy("customer_id").agg(exactTotal("unmatched_revenue"));
  const amounts = numberColumn(totals, "unmatched_revenue");
  return textColumn(totals, "customer_id").map((id, row) => [id, amounts[row]]);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
