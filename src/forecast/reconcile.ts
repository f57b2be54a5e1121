import { formatMoney } from "../words/money.ts";
import { sum } from "../numeric/sums.ts";

/** Customers' values made to add up to the forecast of the business. */
export interface Reconciliation {
  /** One value per customer, in the order given. */
  readonly values: Float64Array;
  /** By what every value was multiplied. */
  readonly factor: number;
  readonly customers_total: number;
  readonly business_total: number;
  readonly sentence: string;
}

/** Sums that differ by more than a quarter call for a reason. */
const APART = Math.log(1.25);

/**
 * Scales customers' expected spend so that its sum, taken in the given order, is exactly what the
 * business forecast expects from existing customers in the same days.
 *
 * @param expected Expected spend per customer, not negative.
 * @param total What the business expects from them together.
 * @param currency Sign or code of the currency, for the amounts in words.
 * @returns Scaled values, the factor and both sums in words.
 * @throws {RangeError} If a value is negative or no number, or all are 0 while the total is not.
 *
 * @example
 * ```ts
 * import { reconcile } from "./reconcile.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...reconcile(Float64Array.of(1, 3), 8).values], [2, 6]);
 * ```
 */
export function reconcile(
  expected: Float64Array,
  total: number,
  currency?: string,
): Reconciliation {
  expected.forEach((value, i) => {
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`Reconciling: expected spend of customer ${i + 1} is ${value}.`);
    }
  });
  const before = sum(expected);
  if (!(total >= 0 && total < Infinity) || (before === 0 && total > 0)) {
    throw new RangeError(`Reconciling: values that add up to ${before} cannot be made ${total}.`);
  }
  const factor = before === 0 ? 1 : total / before;
  const values = expected.map((value) => value * factor);
  // What rounding left goes to the last value: the sum before it is near the total, so that their
  // difference is exact.
  const last = values.findLastIndex((value) => value > 0);
  if (last >= 0) values[last] = total - sum(values.subarray(0, last));
  const money = (value: number) => formatMoney(value, currency);
  return {
    values,
    factor,
    customers_total: before,
    business_total: total,
    sentence:
      `The customers' expected spend adds up to ${money(before)}; the revenue forecast expects ` +
      `${
        money(total)
      } from them in the same days, so reconciled_revenue multiplies each value by ` +
      `${factor.toFixed(3)}.` +
      (Math.abs(Math.log(factor)) > APART
        ? " Such a gap arises where the months ahead fall in another season than those that the " +
          "models learned from."
        : ""),
  };
}
