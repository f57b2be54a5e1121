import type { DataFrame } from "nodejs-polars";
import { numberColumn } from "../frames/columns.ts";
import { exactTotal } from "../frames/exact_total.ts";
import { sum } from "../numeric/sums.ts";

/** A point of the concentration curve: the largest customers first. */
export interface ParetoRow {
  /** Share of customers, 0 to 1. */
  readonly customer_share: number;
  /** Share of revenue that they bring, 0 to 1. */
  readonly revenue_share: number;
}

/**
 * How revenue is concentrated among customers (Pareto curve, the mirrored Lorenz curve).
 *
 * @param transactions Purchases of known customers.
 * @param points How many steps the curve has.
 * @returns `points + 1` rows from (0, 0) to (1, 1); between two customers the curve is linear.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { pareto } from "./pareto.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const transactions = pl.DataFrame({ customer_id: ["1", "2"], revenue: [1, 3] });
 * assertEquals(pareto(transactions, 2)[1], { customer_share: 0.5, revenue_share: 0.75 });
 * ```
 */
export function pareto(transactions: DataFrame, points = 100): ParetoRow[] {
  const spend = customerSpend(transactions);
  const total = sum(spend);
  return Array.from({ length: points + 1 }, (_, step) => ({
    customer_share: step / points,
    revenue_share: step === points ? 1 : sumOfFirst(spend, spend.length * step / points) / total,
  }));
}

/**
 * Share of revenue that the largest customers bring.
 *
 * @param transactions Purchases of known customers.
 * @param share Share of customers, 0 to 1, rounded down to whole customers.
 * @returns Share of revenue, 0 to 1.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { topCustomersShare } from "./pareto.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const transactions = pl.DataFrame({ customer_id: ["1", "2"], revenue: [1, 3] });
 * assertEquals(topCustomersShare(transactions, 0.5), 0.75);
 * ```
 */
export function topCustomersShare(transactions: DataFrame, share = 0.2): number {
  const spend = customerSpend(transactions);
  const total = sum(spend);
  return sumOfFirst(spend, Math.floor(spend.length * share)) / total;
}

/**
 * Gini coefficient of revenue among customers: 0 if all spend alike, towards 1 if one spends all.
 *
 * @param transactions Purchases of known customers.
 * @returns The coefficient (Gini 1912), computed on the sorted spends.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { giniCoefficient } from "./pareto.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(giniCoefficient(pl.DataFrame({ customer_id: ["1", "2"], revenue: [1, 3] })), 0.25);
 * ```
 */
export function giniCoefficient(transactions: DataFrame): number {
  const spend = customerSpend(transactions);
  const n = spend.length;
  let total = 0, weighted = 0;
  spend.forEach((value, rank) => {
    total += value;
    weighted += (n - rank) * value; // ascending rank, 1 for the smallest
  });
  return (2 * weighted) / (n * total) - (n + 1) / n;
}

/** Spend per customer, the largest first. */
function customerSpend(transactions: DataFrame): Float64Array {
  const spend = transactions.groupBy("customer_id").agg(exactTotal("revenue"));
  return numberColumn(spend, "revenue").sort().reverse();
}

function sumOfFirst(sorted: Float64Array, count: number): number {
  const whole = Math.floor(count);
  let sum = 0;
  for (let i = 0; i < whole; i++) sum += sorted[i];
  return whole < sorted.length ? sum + (count - whole) * sorted[whole] : sum;
}
