import { formatNumber, formatPercent } from "../words/numbers.ts";
import { type ParetoRow, revenueShareAt } from "../figures/sales/pareto_chart.ts";
import { NO_DATA } from "../words/sentences.ts";

/** What is known beside the curve. */
export interface ReadParetoOptions {
  /** Exact share of revenue of the top 20 %, where it is known. */
  readonly topShare?: number | null;
  /** Gini coefficient of spending, 0 to 1. */
  readonly giniCoefficient?: number | null;
}

/**
 * Reads the concentration of revenue: what the top fifth brings, and how uneven that is.
 *
 * @param rows Points of the curve, in any order.
 * @param options Exact share of the top 20 %, and Gini coefficient.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readPareto } from "./read_pareto.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const curve = [{ customer_share: 0, revenue_share: 0 }, { customer_share: 0.2, revenue_share: 0.75 },
 *   { customer_share: 0.5, revenue_share: 0.9 }, { customer_share: 1, revenue_share: 1 }];
 * assertEquals(
 *   readPareto(curve),
 *   "The top 20\u00a0% of customers bring 75.0\u00a0% of revenue, the lower half brings 10.0\u00a0%.",
 * );
 * ```
 */
export function readPareto(rows: readonly ParetoRow[], options: ReadParetoOptions = {}): string {
  const top = options.topShare ?? revenueShareAt(rows, 0.2);
  if (top === undefined) return NO_DATA;
  const half = revenueShareAt(rows, 0.5);
  const { giniCoefficient: gini } = options;
  return `The top 20\u00a0% of customers bring ${formatPercent(top, 1)} of revenue` +
    (half === undefined ? "" : `, the lower half brings ${formatPercent(1 - half, 1)}`) +
    (typeof gini === "number" && Number.isFinite(gini)
      ? ` (Gini coefficient ${formatNumber(gini, 2)}, where 0 means that all spend the same).`
      : ".");
}
