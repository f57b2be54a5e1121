import { mean } from "../../numeric/sums.ts";

/** Mean forecast and mean spend of a tenth of the customers. */
export interface RevenueDecile {
  /** 1 holds the highest forecasts. */
  readonly decile: number;
  readonly predicted: number;
  readonly actual: number;
}

/**
 * Compares forecasts with what was spent by tenths of the customers, the highest forecasts first.
 *
 * @param predicted One amount per customer, at least ten of them; equal ones stay in their order.
 */
export function revenueDeciles(predicted: Float64Array, actual: Float64Array): RevenueDecile[] {
  const order = Array.from(predicted.keys()).sort((a, b) => predicted[b] - predicted[a] || a - b);
  return Array.from({ length: 10 }, (_, tenth) => {
    const from = Math.round((tenth * order.length) / 10);
    const members = order.slice(from, Math.round(((tenth + 1) * order.length) / 10));
    return {
      decile: tenth + 1,
      predicted: mean(members.map((i) => predicted[i])),
      actual: mean(members.map((i) => actual[i])),
    };
  });
}
