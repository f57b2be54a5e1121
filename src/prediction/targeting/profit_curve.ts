/** Profit of a campaign that contacts a share of the customers, most promising first. */
export interface ProfitCurveRow {
  /** Share of the customers contacted, 0 to 1. */
  readonly share: number;
  readonly customers: number;
  /** The smallest churn probability among them; 1 where nobody is contacted. */
  readonly threshold: number;
  /** Expected profit of all contacts together. */
  readonly profit: number;
  /** The same with what really happened in place of the probabilities, where that is known. */
  readonly realised_profit?: number;
}

/** Points of the curve: every hundredth of the customers. */
const STEPS = 100;

/**
 * Follows the profit of a campaign from nobody to everyone, the most profitable contacts first.
 *
 * Customers with the same expected profit count as contacted in equal parts, so that the curve does
 * not depend on the order of the rows.
 *
 * @param probabilities Probability of churn, one per customer.
 * @param expected Expected profit of contacting each customer.
 * @param realised The same after the fact, if known.
 * @returns At most 101 rows from a share of 0 to 1.
 *
 * @example
 * ```ts
 * import { profitCurve } from "./profit_curve.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const curve = profitCurve(Float64Array.of(0.9, 0.1), Float64Array.of(5, -1));
 * assertEquals(curve.map(({ share, profit }) => [share, profit]), [[0, 0], [0.5, 5], [1, 4]]);
 * ```
 */
export function profitCurve(
  probabilities: Float64Array,
  expected: Float64Array,
  realised?: Float64Array,
): ProfitCurveRow[] {
  const customers = expected.length;
  const order = Uint32Array.from(expected.keys()).sort((a, b) =>
    expected[b] - expected[a] || (realised ? realised[b] - realised[a] : 0) ||
    probabilities[b] - probabilities[a]
  );
  const profit = runningTotals(order, expected, expected);
  const after = realised && runningTotals(order, expected, realised);
  const smallest = new Float64Array(customers + 1).fill(1);
  order.forEach((i, place) => {
    smallest[place + 1] = Math.min(smallest[place], probabilities[i]);
  });
  const steps = Array.from({ length: STEPS + 1 }, (_, k) => Math.round(k * customers / STEPS));
  return [...new Set(steps)].map((contacted) => ({
    share: customers === 0 ? 0 : contacted / customers,
    customers: contacted,
    threshold: smallest[contacted],
    profit: profit[contacted],
    ...(after && { realised_profit: after[contacted] }),
  }));
}

/** Sums of the first 0, 1, 2 … values; within equal expectations everyone counts as the mean. */
function runningTotals(
  order: Uint32Array,
  expected: Float64Array,
  values: Float64Array,
): Float64Array {
  const totals = new Float64Array(order.length + 1);
  for (let start = 0; start < order.length;) {
    let end = start, sum = 0;
    while (end < order.length && expected[order[end]] === expected[order[start]]) {
      sum += values[order[end++]];
    }
    for (let place = start + 1; place <= end; place++) {
      totals[place] = totals[start] + sum * ((place - start) / (end - start));
    }
    start = end;
  }
  return totals;
}
